/**
 * Cuts an article into passages, the unit that search ranks and panels show: 60–120 words, whole sentences, never
 * running on into a paragraph of another speaker.
 *
 * The naive version cuts every 100 words; quotations lose their end and two people's words land in one passage.
 * Here paragraphs are joined while they fit, the article is parted where the speaker or the story changes, and what is
 * left over at the end of such a stretch is evened out with the passage before it. O(body).
 */
import type { TextPosition } from '../text/position.ts';
import { type Paragraph, splitParagraphs } from '../text/split-paragraphs.ts';
import { splitSentencesWithin } from '../text/split-sentences.ts';
import type { Article } from './article.ts';
import { countWords } from './count-words.ts';
import { cutLongSentence } from './cut-long-sentence.ts';
import { findExplicitSpeaker } from './explicit-speaker.ts';
import type { Passage, PassageId } from './passage.ts';

/** Below this a passage says too little to rank; above, it says too much to show. 60–120 words are 4–8 lines of a panel. */
export const FEWEST_WORDS = 60;
const MOST_WORDS = 120;

/** The smallest thing that is never cut: a sentence, or a part of one that is longer than a passage may be. */
interface Piece extends TextPosition {
  readonly words: number;
  readonly endsParagraph: boolean;
}

/** In order and without overlap; every character of the body that is not white space lies in exactly one. Empty for an empty body. */
export function splitPassages(article: Pick<Article, 'id' | 'articleBody'>): Passage[] {
  const body = article.articleBody;
  const spans = partAtSpeakers(body, splitParagraphs(body)).flatMap((stretch) => packPieces(stretch));
  return spans.map(({ start, end }, ordinal) => ({
    id: `${article.id}/${ordinal}` as PassageId,
    articleId: article.id,
    ordinal,
    start,
    end,
    text: body.slice(start, end),
  }));
}

/**
 * Stretches within which paragraphs may be joined. A new one begins with a paragraph that names another speaker than the
 * last one named, and with a new section of a text that has sections, unless the stretch would be too small to stand alone.
 */
function partAtSpeakers(body: string, paragraphs: readonly Paragraph[]): Piece[][] {
  const stretches: Piece[][] = [];
  let current: Piece[] = [];
  let words = 0;
  let speaker: string | null = null;
  let section = 0;
  for (const paragraph of paragraphs) {
    const named = findExplicitSpeaker(body.slice(paragraph.start, paragraph.end));
    const speakerChanges = named !== null && speaker !== null && named !== speaker;
    const sectionChanges = paragraph.section !== section && words >= FEWEST_WORDS;
    if ((speakerChanges || sectionChanges) && current.length > 0) {
      stretches.push(current);
      current = [];
      words = 0;
    }
    if (sectionChanges) speaker = null;
    const pieces = piecesOf(body, paragraph);
    for (const piece of pieces) {
      current.push(piece);
      words += piece.words;
    }
    speaker = named ?? speaker;
    section = paragraph.section;
  }
  if (current.length > 0) stretches.push(current);
  return stretches;
}

function piecesOf(body: string, paragraph: TextPosition): Piece[] {
  const parts = splitSentencesWithin(body, paragraph).flatMap((sentence) => cutLongSentence(body, sentence));
  return parts.map(({ start, end }, at) => ({
    start,
    end,
    words: countWords(body, start, end),
    endsParagraph: at === parts.length - 1,
  }));
}

/** Fills passages up to the limit, preferring the end of a paragraph once a passage is large enough. */
function packPieces(pieces: readonly Piece[]): TextPosition[] {
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  let words = 0;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
    words = 0;
  };
  let paragraphStart = 0;
  for (const [at, piece] of pieces.entries()) {
    const startsParagraph = at === 0 || pieces[at - 1]!.endsParagraph;
    if (startsParagraph) paragraphStart = at;
    const wholeFits = !startsParagraph || words + paragraphWords(pieces, paragraphStart) <= MOST_WORDS;
    if (words + piece.words > MOST_WORDS || (startsParagraph && words >= FEWEST_WORDS && !wholeFits)) close();
    group.push(piece);
    words += piece.words;
  }
  close();
  evenOutTail(groups);
  return groups.map((members) => ({ start: members[0]!.start, end: members.at(-1)!.end }));
}

/** Words of the paragraph that begins at `from`; stops counting once no passage could hold it. */
function paragraphWords(pieces: readonly Piece[], from: number): number {
  let words = 0;
  for (let at = from; at < pieces.length && words <= MOST_WORDS; at++) {
    words += pieces[at]!.words;
    if (pieces[at]!.endsParagraph) break;
  }
  return words;
}

/** The last passage of a stretch may be left with a few words: it takes sentences from the one before while both stay in size. */
function evenOutTail(groups: Piece[][]): void {
  const last = groups.at(-1);
  const previous = groups.at(-2);
  if (last === undefined || previous === undefined) return;
  let lastWords = wordsOf(last);
  let previousWords = wordsOf(previous);
  while (lastWords < FEWEST_WORDS) {
    const moved = previous.at(-1);
    if (moved === undefined || previousWords - moved.words < FEWEST_WORDS) return;
    if (lastWords + moved.words > MOST_WORDS) return;
    last.unshift(previous.pop()!);
    lastWords += moved.words;
    previousWords -= moved.words;
  }
}

function wordsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.words, 0);
}
