/** First steps: what Backstory is, a page to try it on right here, and three plain answers to "which sites?". */
import { useEffect, useState } from 'preact/hooks';
import { ArchivePageContext } from '../archive/archive-page.ts';
import { SampleOffer, SampleTrials, useSample } from '../archive/SampleArchive.tsx';
import { SAMPLE_PAGE, SAMPLE_SENTENCE } from '../archive/sample-page.ts';
import type { ArchivePort } from '../archive-port.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { KindLegend } from '../parts/HelpDialog.tsx';
import { HelpLink } from '../parts/HelpLink.tsx';
import { SiteField } from '../parts/HostField.tsx';
import { Tour, type TourStep } from '../parts/Tour.tsx';
import { UndoLine } from '../parts/UndoLine.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';
import { useSiteAccess } from '../use-site-access.ts';
import { Demo } from './Demo.tsx';

const LINES: readonly MessageKey[] = ['welcomeLine1', 'welcomeLine2', 'welcomeLine3'];

/** `openArchive` rejects where the browser gives no database: then no sample is offered. */
export function createWelcomeView(openArchive: () => Promise<ArchivePort>) {
  return function Welcome() {
    const [archive, setArchive] = useState<ArchivePort | null>(null);
    useEffect(() => void openArchive().then(setArchive, () => undefined), []);
    return <FirstSteps archive={archive} />;
  };
}

function FirstSteps({ archive }: { readonly archive: ArchivePort | null }) {
  const { t, port } = usePanel();
  const [isSampleHeld, setSampleHeld] = useState(false);
  const sample = archive === null ? 'none' : isSampleHeld ? 'held' : 'offered';
  return (
    <div class="page welcome">
      <header class="page-top">
        <Wordmark />
      </header>
      <main>
        <h1 class="page-headline">{t('welcomeHeadline')}</h1>
        <ul class="welcome-lines">
          {LINES.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
        <Tour steps={useTourSteps(sample)} />
        <section class="page-section" aria-labelledby="demo-title">
          <h2 id="demo-title">{t('demoTitle')}</h2>
          <p class="page-lead">{t('demoLead')}</p>
          <KindLegend />
          <Demo paragraphs={[t('demoText1'), t('demoText2'), t('demoQuote')]} sentence={t('demoSentence')} />
        </section>
        {archive && (
          <ArchivePageContext.Provider value={{ port: archive }}>
            <Sample onHeld={setSampleHeld} />
          </ArchivePageContext.Provider>
        )}
        <section class="page-section" aria-labelledby="access-title">
          <h2 id="access-title">{t('accessTitle')}</h2>
          <p class="page-lead">{t('accessLead')}</p>
          <AccessChoices />
        </section>
        <section class="page-section" aria-labelledby="privacy-title">
          <h2 id="privacy-title">{t('privacyTitle')}</h2>
          <p class="page-lead">{t('privacySentence')}</p>
          <p class="page-lead">{t('privacyMarks')}</p>
          <p class="page-ways">
            <HelpLink topic="first-steps" />
            <HelpLink topic="privacy" />
            <button type="button" class="link-button" onClick={() => port.openOptions()}>
              {t('openOptions')}
            </button>
          </p>
        </section>
      </main>
      <UndoLine />
    </div>
  );
}

/** The popup's shortcut as the browser has it now: the reader, or another extension, may have changed it. */
function useTourSteps(sample: 'none' | 'offered' | 'held'): TourStep[] {
  const { port, t } = usePanel();
  const [keys, setKeys] = useState('');
  useEffect(() => {
    void port.shortcuts().then((all) => {
      setKeys(all.find(({ name }) => name === t('commandOpenPopup'))?.keys ?? '');
    });
  }, []);
  return [
    { selector: '.demo-page', text: t('tourNames') },
    { selector: '[data-testid=demo-look-up]', text: t('tourSentence') },
    ...(sample === 'none'
      ? []
      : [
          sample === 'held'
            ? { selector: '#sample .sample', text: t('tourSampleHeld') }
            : { selector: '#sample', text: t('tourSample') },
        ]),
    { selector: '.choices-row', text: t('tourAccess') },
    { selector: null, text: keys === '' ? t('tourPopupNoKey') : t('tourPopup', keys) },
  ];
}

function Sample({ onHeld }: { readonly onHeld: (isHeld: boolean) => void }) {
  const { t } = usePanel();
  const sample = useSample();
  const isHeld = sample !== null && sample.articleIds.length > 0;
  useEffect(() => onHeld(isHeld), [isHeld]);
  if (!sample) return null;
  return (
    <section class="page-section" id="sample" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sampleTitle')}</h2>
      {!isHeld && <p class="page-lead">{t('sampleLead')}</p>}
      {isHeld ? <SampleTrials sample={sample} /> : <SampleOffer sample={sample} />}
      {isHeld && !sample.isBusy && (
        <Demo paragraphs={SAMPLE_PAGE} sentence={SAMPLE_SENTENCE} edition={sample.edition} />
      )}
    </section>
  );
}

function AccessChoices() {
  const { t, plural } = usePanel();
  const access = useSiteAccess();
  const [isListing, setListing] = useState(false);
  const hosts = access?.hosts.length ?? 0;
  return (
    <>
      <div class="choices-row">
        <AccessChoice
          testId="access-everywhere"
          name={t('accessEverywhere')}
          meaning={t('accessEverywhereMeans')}
          isChosen={access?.everywhere === true}
          onChoose={() => access?.allowEverySite()}
        />
        <AccessChoice
          testId="access-sites"
          name={t('accessSites')}
          meaning={t('accessSitesMeans')}
          isChosen={access?.everywhere === false && hosts > 0}
          isOpen={isListing}
          onChoose={() => setListing(!isListing)}
        />
        <AccessChoice
          testId="access-click"
          name={t('accessClick')}
          meaning={t('accessClickMeans')}
          isChosen={access?.everywhere === false && hosts === 0}
          onChoose={() => access?.onlyOnClick()}
        />
      </div>
      {isListing && <SiteField onGranted={() => void access?.refresh()} />}
      {hosts > 0 && !access?.everywhere && <p class="page-lead">{plural('sitesAllowed', hosts)}</p>}
      <p class="page-lead access-reads">{t('accessReads')}</p>
    </>
  );
}

interface AccessChoiceProps {
  readonly testId: string;
  readonly name: string;
  readonly meaning: string;
  readonly isChosen: boolean;
  readonly isOpen?: boolean;
  readonly onChoose: () => void;
}

function AccessChoice({ testId, name, meaning, isChosen, isOpen, onChoose }: AccessChoiceProps) {
  const { t } = usePanel();
  return (
    <div class="access-choice" data-chosen={isChosen}>
      <button
        type="button"
        class="button"
        data-testid={testId}
        aria-describedby={`${testId}-means`}
        aria-expanded={isOpen}
        onClick={onChoose}
      >
        {name}
      </button>
      <p id={`${testId}-means`}>{meaning}</p>
      <p class="chosen" aria-live="polite">
        {isChosen && t('chosenNow')}
      </p>
    </div>
  );
}
