/**
 * The rest of the sentences of which a printing is a part: a page may quote half a sentence, and readers want to see what
 * was printed. Looked for within one line and a bounded room on either side: O(1) whatever the article's length.
 */
import type { TextPosition } from '../text/position.ts';
import { splitSentencesWithin } from '../text/split-sentences.ts';

/** Code units on either side; a longer sentence begins or ends with … at a word. */
const MOST_AROUND = 300;
const ELLIPSIS = '…';

interface WordsAround {
  /** '' where the part begins its sentence. */
  readonly before: string;
  readonly after: string;
}

export function wordsAround(body: string, { start, end }: TextPosition): WordsAround {
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = body.indexOf('\n', end) < 0 ? body.length : body.indexOf('\n', end);
  const [from, to] = [Math.max(lineStart, start - MOST_AROUND), Math.min(lineEnd, end + MOST_AROUND)];
  const sentences = splitSentencesWithin(body, { start: from, end: to });
  const first = sentences.find((sentence) => start < sentence.end)?.start ?? start;
  const last = sentences.findLast((sentence) => sentence.start < end)?.end ?? end;
  const before = body.slice(Math.min(first, start), start);
  const after = body.slice(end, Math.max(last, end));
  const isCutBefore = from > lineStart && isBlank(body.slice(from, first));
  const isCutAfter = to < lineEnd && isBlank(body.slice(last, to));
  return {
    before: isCutBefore ? ELLIPSIS + before.replace(/^\S*/, '') : before,
    after: isCutAfter ? after.replace(/\S*$/, '') + ELLIPSIS : after,
  };
}

const isBlank = (text: string) => text.trim() === '';
