/** Printed dates as columns in time: a month each, or a year where months would be too many to look at. */
import { countEach } from './count-each.ts';
import type { Bar } from './draw-bars.ts';

/** More columns than this are narrower than a finger. */
const MOST_MONTHS = 48;

/** EDTF days, months or years. Every month or year from the first to the last, also those without an article. */
export function dateBars(printed: readonly string[]): Bar[] {
  const months = new Set(printed.filter((date) => date.length >= 7).map((date) => date.slice(0, 7)));
  const isByMonth = months.size > 0 && monthsBetween([...months].sort()) <= MOST_MONTHS;
  const length = isByMonth ? 7 : 4;
  const counts = new Map(
    countEach(printed.map((date) => [date.slice(0, length), 1] as const)).map((bar) => [bar.label, bar]),
  );
  const labels = [...counts.keys()].filter((label) => label.length === length).sort();
  const [first, last] = [labels[0], labels.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bars: Bar[] = [];
  for (let label = first; label <= last; label = nextLabel(label))
    bars.push(counts.get(label) ?? { label, count: 0 });
  return bars;
}

function monthsBetween(sorted: readonly string[]): number {
  const number = (month = '0-0') => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return number(sorted.at(-1)) - number(sorted[0]) + 1;
}

function nextLabel(label: string): string {
  const year = Number(label.slice(0, 4));
  if (label.length === 4) return String(year + 1).padStart(4, '0');
  const month = Number(label.slice(5)) + 1;
  return month > 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${label.slice(0, 5)}${String(month).padStart(2, '0')}`;
}
