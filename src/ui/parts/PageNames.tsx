/** The names on the page the reader looks at: grouped, counted, each with a way to its places on the page. */
import { useEffect, useState } from 'preact/hooks';
import type { AmbiguousName, MentionPlace, NameOnPage, TabView } from '../../protocol/views.ts';
import { type Panel, usePanel } from '../panel.ts';
import { CorrectName } from './CorrectName.tsx';
import { Icon } from './Icon.tsx';
import { KindGroups } from './KindGroups.tsx';
import { EntityDetails, NameRow } from './NameRow.tsx';
import { Sentence } from './Sentence.tsx';
import { WhyMatched } from './WhyMatched.tsx';

interface PageNamesProps {
  readonly view: TabView;
  readonly limit?: number;
  /** Opening a name also shows its first place on the page: in the side panel, which does not cover the page. */
  readonly jumpOnOpen?: boolean;
  /** Offers the side panel: in the popup. */
  readonly offerPanel?: boolean;
}

export function PageNames({ view, limit, jumpOnOpen = false, offerPanel = false }: PageNamesProps) {
  const panel = usePanel();
  const { t } = panel;
  // The popup's bench reads this user timing; effects run after the frame is painted.
  useEffect(() => void performance.mark('names-drawn'), []);
  return (
    <>
      <KindGroups
        names={view.names}
        {...(limit ? { limit } : {})}
        draw={(name) => (
          <NameRow
            key={name.entityId}
            entityId={name.entityId}
            type={name.type}
            label={name.label}
            counts="timesOnPage"
            count={name.count}
            aside={<CorrectName name={name} />}
            onOpen={() => jumpOnOpen && void reveal(panel, view.tabId, name.places[0])}
          >
            <WhyMatched why={name.why} exact={name.exact} because={name.because} />
            <Places view={view} name={name} startsShown={jumpOnOpen} offerPanel={offerPanel} />
          </NameRow>
        )}
      />
      {view.ambiguous.length > 0 && (
        <section class="choices" aria-label={t('ambiguousTitle')}>
          {view.ambiguous.map((form) => (
            <Choice key={`${form.place.key}:${form.place.start}`} form={form} tabId={view.tabId} />
          ))}
        </section>
      )}
    </>
  );
}

/** Brings a place of the page into view, or says that it is no longer there. */
export async function reveal(panel: Panel, tabId: number, place: MentionPlace | undefined): Promise<void> {
  if (!place) return;
  const { key, start, end } = place;
  const shown = await panel.port.calls.revealMention({ tabId, key, start, end });
  if (!shown.ok) panel.announce(panel.t('placeGone'));
}

/** Steps through the places of one name on the page, around the end to the beginning. */
function Places({
  view,
  name,
  startsShown,
  offerPanel,
}: {
  readonly view: TabView;
  readonly name: NameOnPage;
  readonly startsShown: boolean;
  readonly offerPanel: boolean;
}) {
  const panel = usePanel();
  const { port, t, number } = panel;
  const [at, setAt] = useState(startsShown ? 0 : -1);
  const total = name.places.length;
  const step = (by: 1 | -1) => {
    const next = at < 0 ? (by > 0 ? 0 : total - 1) : (at + by + total) % total;
    setAt(next);
    void reveal(panel, view.tabId, name.places[next]);
  };
  return (
    <div class="actions">
      {total === 1 && (
        <button type="button" class="link-button" onClick={() => step(1)}>
          {t('showOnPage')}
        </button>
      )}
      {total > 1 && (
        <span class="stepper">
          <button type="button" class="icon-button" aria-label={t('previousPlace')} onClick={() => step(-1)}>
            <Icon name="previous" />
          </button>
          <span class="stepper-text" aria-live="polite">
            {at < 0 ? t('placesOnPage', number(total)) : t('placeOf', number(at + 1), number(total))}
          </span>
          <button type="button" class="icon-button" aria-label={t('nextPlace')} onClick={() => step(1)}>
            <Icon name="next" />
          </button>
        </span>
      )}
      {offerPanel && (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            port.openPanel(); // first, and at once: browsers open panels only inside the click
            void port.calls.showLookup({ tabId: view.tabId, text: name.label });
          }}
        >
          {t('openInPanel')}
        </button>
      )}
    </div>
  );
}

/** A form that could mean several: the reader chooses, nothing is merged silently. */
function Choice({ form, tabId }: { readonly form: AmbiguousName; readonly tabId: number }) {
  const panel = usePanel();
  const { t } = panel;
  const [chosen, setChosen] = useState<string | null>(null);
  const candidate = form.candidates.find(({ entityId }) => entityId === chosen);
  return (
    <div class="choice">
      <p class="choice-question">
        <span>
          <Sentence message="couldBe" parts={[form.exact]} />
        </span>
        <button type="button" class="link-button" onClick={() => void reveal(panel, tabId, form.place)}>
          {t('showOnPage')}
        </button>
      </p>
      <div class="choice-candidates">
        {form.candidates.map(({ entityId, type, label }) => (
          <button
            key={entityId}
            type="button"
            class="chip"
            data-item
            aria-pressed={entityId === chosen}
            onClick={() => setChosen(entityId === chosen ? null : entityId)}
          >
            <bdi class="name" data-kind={type}>
              {label}
            </bdi>
          </button>
        ))}
      </div>
      {candidate && (
        <div class="name-details">
          <EntityDetails entityId={candidate.entityId} />
        </div>
      )}
    </div>
  );
}
