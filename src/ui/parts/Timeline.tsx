/**
 * When a sentence was printed: dots on a line by printed day, undated ones apart; the same as a table at a click.
 */
import { useContext, useRef, useState } from 'preact/hooks';
import type { PrintingView, ProvenanceView } from '../../protocol/views.ts';
import { firstDay } from '../../text/iso-date.ts';
import { RoomContext } from '../charts/room.ts';
import { type Panel, usePanel } from '../panel.ts';
import { EvidenceInWords } from './EvidenceInWords.tsx';
import { OutletName, PrintedDate } from './Provenance.tsx';
import { dayOf, placeDots } from './timeline-dots.ts';

/** One printing on the line; `of` is null for the one that the reader looks at. */
interface Stop {
  readonly key: string;
  readonly provenance: ProvenanceView;
  readonly role: PrintingView['role'];
  readonly of: PrintingView | null;
  readonly isRepeat: boolean;
}

/** An archived article that prints the words itself, and stands beside the printings. */
export interface OwnPrinting {
  readonly provenance: ProvenanceView;
  readonly role: PrintingView['role'];
}

interface TimelineProps {
  readonly printings: readonly PrintingView[];
  readonly own?: OwnPrinting | undefined;
}

export function Timeline({ printings, own }: TimelineProps) {
  const panel = usePanel();
  const { t } = panel;
  const [isTable, setTable] = useState(false);
  const room = useContext(RoomContext);
  const picture = useRef<HTMLDivElement>(null);
  const stops = stopsOf(printings, own);
  // A single printing is told by its own line.
  if (stops.length < 2) return null;
  return (
    <div class="timeline" data-testid="timeline" ref={picture}>
      {isTable ? (
        <TimelineTable stops={stops} />
      ) : (
        <>
          <TimelineLine stops={stops} />
          <TimelineLegend stops={stops} />
        </>
      )}
      <button
        type="button"
        class="link-button timeline-switch"
        data-testid="timeline-switch"
        onClick={() => setTable(!isTable)}
      >
        {t(isTable ? 'timelineAsLine' : 'timelineAsTable')}
      </button>
      {room && <room.PrintingsActs {...takenAlong(panel, stops)} picture={() => picture.current} />}
    </div>
  );
}

/** Printings and their repeats by the same outlet, earliest first, undated ones last. */
function stopsOf(printings: readonly PrintingView[], own: OwnPrinting | undefined): Stop[] {
  const stops = printings.flatMap((of): Stop[] => [
    { key: `${of.passageId} ${of.start}`, provenance: of.provenance, role: of.role, of, isRepeat: false },
    ...of.repeats.map(({ provenance, passageId, start }): Stop => {
      const role = of.role === 'undated' ? 'undated' : 'reprint';
      return { key: `${passageId} ${start}`, provenance, role, of, isRepeat: true };
    }),
  ]);
  if (own) stops.unshift({ ...own, key: 'own', of: null, isRepeat: false });
  const place = ({ provenance: { datePublished } }: Stop) =>
    datePublished ? firstDay(datePublished) : '9999';
  return stops.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** The same stops for a picture. */
function takenAlong({ t, date }: Panel, stops: readonly Stop[]) {
  return {
    dots: stops.map(({ provenance: { publisher, datePublished }, role }) => ({
      date: datePublished ? date(datePublished) : t('noDatePrinted'),
      outlet: publisher ?? t('outletMissing'),
      day: datePublished ? dayOf(datePublished) : null,
      isFirst: role === 'first',
    })),
    counted: stops.map(({ provenance: { publisher, datePublished } }) => ({
      outlet: publisher,
      date: datePublished,
      articles: 1,
    })),
  };
}

function TimelineLine({ stops }: { readonly stops: readonly Stop[] }) {
  const { t, plural, number, date } = usePanel();
  const { dots, first, last } = placeDots(stops);
  const dated = dots.reduce((sum, { count }) => sum + count, 0);
  const undated = stops.length - dated;
  const inWords = [
    ...(dated > 0 ? [plural('datedCount', dated)] : []),
    ...(first ? [date(first)] : []),
    ...(last && last !== first ? [date(last)] : []),
    ...(undated > 0 ? [plural('undatedCount', undated)] : []),
  ];
  return (
    <div
      class="timeline-picture"
      role="img"
      aria-label={`${t('timelineLabel')}: ${inWords.join(t('listComma'))}`}
    >
      {first && (
        <div class="timeline-dated">
          <div class={`timeline-line ${first === last ? 'is-one-day' : ''}`}>
            {dots.map(({ at, role, count }) => (
              <span
                key={at}
                class="timeline-dot"
                data-role={role}
                style={{ insetInlineStart: `${100 * at}%` }}
              >
                {count > 1 && number(count)}
              </span>
            ))}
          </div>
          <div class="timeline-days">
            <span>{date(first)}</span>
            {last && last !== first && <span>{date(last)}</span>}
          </div>
        </div>
      )}
      {undated > 0 && (
        <div class="timeline-undated">
          <div class="timeline-line is-none">
            <span class="timeline-dot" data-role="undated">
              {undated > 1 && number(undated)}
            </span>
          </div>
          <div class="timeline-days">{t('undatedPrinting')}</div>
        </div>
      )}
    </div>
  );
}

const MEANINGS = { first: 'firstPrinting', reprint: 'otherPrinting' } as const;

/** What a full and a hollow dot stand for; under undated ones stands that they are. */
function TimelineLegend({ stops }: { readonly stops: readonly Stop[] }) {
  const { t } = usePanel();
  const roles = (['first', 'reprint'] as const).filter((role) => stops.some((stop) => stop.role === role));
  return (
    <p class="timeline-legend" aria-hidden="true">
      {roles.map((role) => (
        <span key={role}>
          <span class="timeline-dot" data-role={role} /> {t(MEANINGS[role])}
        </span>
      ))}
    </p>
  );
}

function TimelineTable({ stops }: { readonly stops: readonly Stop[] }) {
  const { t } = usePanel();
  return (
    <table class="timeline-table" data-testid="timeline-table">
      <caption class="visually-hidden">{t('timelineLabel')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columnPrinted')}</th>
          <th scope="col">{t('columnOutlet')}</th>
          <th scope="col">{t('columnWording')}</th>
        </tr>
      </thead>
      <tbody>
        {stops.map(({ key, provenance, of, isRepeat }) => (
          <tr key={key}>
            <td>
              <PrintedDate of={provenance} />
            </td>
            <td>
              <OutletName of={provenance} />
            </td>
            <td>
              {of === null ? t('thisArticle') : isRepeat ? t('repeatInTable') : <EvidenceInWords of={of} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
