/**
 * Printings as dots on a line of dates, earliest first. Those that would lie on each other are one dot with their number:
 * of one day, or of a few days in a line of years. Days are as precise as printed: a year stands at its beginning.
 */
import type { PrintingView, ProvenanceView } from '../../protocol/views.ts';
import { firstDay, type IsoDate } from '../../text/iso-date.ts';

interface PrintedStop {
  readonly provenance: Pick<ProvenanceView, 'datePublished'>;
  readonly role: PrintingView['role'];
}

interface PlacedDot {
  /** [0,1] of the line, of its earliest printing. */
  readonly at: number;
  role: PrintingView['role'];
  count: number;
}

interface PlacedDots {
  readonly dots: readonly PlacedDot[];
  /** Printed dates of the ends; null where no printing has one. */
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

const DAY_MS = 86_400_000;
/** Of the line: 16 pixels, a dot with its number, where a line is shortest. */
const LEAST_APART = 0.09;

/** Days since 1970. */
export const dayOf = (date: IsoDate) => Date.parse(firstDay(date)) / DAY_MS;

export function placeDots(stops: readonly PrintedStop[]): PlacedDots {
  const dated = stops
    .flatMap(({ provenance: { datePublished: date }, role }) =>
      date ? [{ date, day: dayOf(date), role }] : [],
    )
    .sort((a, b) => a.day - b.day);
  const [first, last] = [dated[0], dated.at(-1)];
  const span = first && last ? Math.max(1, last.day - first.day) : 1;
  const dots: PlacedDot[] = [];
  for (const { day, role } of dated) {
    const at = (day - first!.day) / span;
    const near = dots.at(-1);
    if (!near || at - near.at >= LEAST_APART) {
      dots.push({ at, role, count: 1 });
      continue;
    }
    near.count++;
    if (role === 'first') near.role = role;
  }
  return { dots, first: first?.date ?? null, last: last?.date ?? null };
}
