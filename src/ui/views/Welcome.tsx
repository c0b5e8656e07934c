/** First steps: what Backstory is, a page to try it on right here, and three plain answers to "which sites?". */
import { useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { KindLegend } from '../parts/HelpDialog.tsx';
import { HostField } from '../parts/HostField.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';
import { useSiteAccess } from '../use-site-access.ts';
import { Demo } from './Demo.tsx';

const LINES: readonly MessageKey[] = ['welcomeLine1', 'welcomeLine2', 'welcomeLine3'];

export function Welcome() {
  const { t, port } = usePanel();
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
        <section class="page-section" aria-labelledby="demo-title">
          <h2 id="demo-title">{t('demoTitle')}</h2>
          <p class="page-lead">{t('demoLead')}</p>
          <KindLegend />
          <Demo />
        </section>
        <section class="page-section" aria-labelledby="access-title">
          <h2 id="access-title">{t('accessTitle')}</h2>
          <p class="page-lead">{t('accessLead')}</p>
          <AccessChoices />
        </section>
        <section class="page-section" aria-labelledby="privacy-title">
          <h2 id="privacy-title">{t('privacyTitle')}</h2>
          <p class="page-lead">{t('privacySentence')}</p>
          <p>
            <button type="button" class="link-button" onClick={() => port.openOptions()}>
              {t('openOptions')}
            </button>
          </p>
        </section>
      </main>
    </div>
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
      {isListing && <HostField onGranted={() => void access?.refresh()} />}
      {hosts > 0 && !access?.everywhere && <p class="page-lead">{plural('sitesAllowed', hosts)}</p>}
      <p class="fine-print">{t('accessReads')}</p>
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
