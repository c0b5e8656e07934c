/**
 * What an argument from a web page's process must look like. Everything is checked: types, ranges, lengths, counts;
 * an argument that fails is dropped whole. Pure functions, so that forged messages are a unit test.
 */
import type { PageCalls } from './calls.ts';
import type { Guards } from './server.ts';

/** Twice the content script's own reading limit: more is no honest page. */
const MOST_TEXT = 4_400_000;
const MOST_BLOCKS = 250_000;
const LONGEST_TITLE = 4_000;
/** Longest selection looked up, in code units, and of its context on either side. */
export const LONGEST_SELECTION = 20_000;
const LONGEST_CONTEXT = 256;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isCount(value: unknown, most = Number.MAX_SAFE_INTEGER): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}
function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function areBlocks(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_BLOCKS) return false;
  let length = 0;
  for (const block of value) {
    if (!isFields(block) || !isCount(block.key) || !isText(block.text, MOST_TEXT)) return false;
    length += block.text.length;
    if (length > MOST_TEXT) return false;
  }
  return true;
}

function isPlace(value: Fields): boolean {
  return (
    isCount(value.key) &&
    isCount(value.start, MOST_TEXT) &&
    isCount(value.end, MOST_TEXT) &&
    value.start < value.end
  );
}

export const PAGE_GUARDS: Guards<PageCalls> = {
  annotatePage: (page): page is never =>
    isFields(page) &&
    isCount(page.revision) &&
    isText(page.title, LONGEST_TITLE) &&
    isText(page.language, 64) &&
    typeof page.whole === 'boolean' &&
    (page.truncatedAt === null || isCount(page.truncatedAt)) &&
    Array.isArray(page.removed) &&
    page.removed.length <= MOST_BLOCKS &&
    page.removed.every((key) => isCount(key)) &&
    areBlocks(page.blocks),
  markSentences: (reading): reading is never => isFields(reading) && isCount(reading.revision),
  openCard: (at): at is never => isFields(at) && isCount(at.revision) && isPlace(at),
  openOwnMarks: (nothing): nothing is never => isFields(nothing),
  lookUpSelection: (quote): quote is never =>
    isFields(quote) &&
    isText(quote.exact, LONGEST_SELECTION) &&
    quote.exact.length > 0 &&
    isText(quote.prefix, LONGEST_CONTEXT) &&
    isText(quote.suffix, LONGEST_CONTEXT),
  reportBlockedCard: (nothing): nothing is never => isFields(nothing),
};
