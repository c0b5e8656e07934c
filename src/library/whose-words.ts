/**
 * Whose words some archived words are: one rule for passages, printings, citations and the command line, so that a
 * sentence is not one person's in a list and nobody's in another. A sentence is theirs whom the article surely quotes
 * with half of it, for the rest tells that they say it; several are one person's when nearly all of them are, and
 * nobody else is quoted. Who is quoted was read when the archive was made (passage-speakers.ts). O(quotations around).
 */
import type { ArticleId } from '../archive/article.ts';
import type { PassageRecord, PassageSpeakers } from '../retrieval/passage-record.ts';
import type { TextPosition } from '../text/position.ts';
import { splitSentencesWithin } from '../text/split-sentences.ts';
import type { Archive } from './archive.ts';

/** Share of a sentence that must be quoted. */
const HALF = 0.5;
/** Share of all words that must be such sentences: in the others the outlet speaks for itself. */
const MOSTLY = 0.8;

type Quote = PassageSpeakers['quotes'][number];

/** Names are reference labels where they are linked, else as printed. */
export interface WhoseWords {
  /** null: not stated, or several speak. */
  readonly speaker: string | null;
  /** Everybody surely quoted in these words, in order. */
  readonly quoted: readonly string[];
  /** Everybody else surely quoted in the passages in which these words stand. */
  readonly around: readonly string[];
}

/** `part`: offsets in the article's body. */
export function whoseWords(
  archive: Archive,
  { articleId, start, end }: TextPosition & { readonly articleId: ArticleId },
): WhoseWords {
  const records = (archive.placesOf.get(articleId) ?? []).map((place) => archive.records.at(place)!);
  const { articleBody } = archive.articles.get(articleId)!;
  return tellWhose(
    articleBody,
    { start, end },
    records.filter(({ passage }) => passage.start < end && start < passage.end),
  );
}

export function whosePassage(record: PassageRecord): WhoseWords {
  return tellWhose(record.article.articleBody, record.passage, [record]);
}

function tellWhose(body: string, part: TextPosition, records: readonly PassageRecord[]): WhoseWords {
  // A quotation that runs through several passages stands with each of them.
  const known = new Map(records.flatMap(({ speakers }) => speakers.quotes).map((quote) => [quote[0], quote]));
  const inside = [...known.values()].filter(([from, to]) => from < part.end && part.start < to);
  const quoted = namesIn(inside);
  const [speaker = null, ...others] = new Set(inside.map(([, , name]) => name));
  return {
    speaker: others.length === 0 && isQuoted(body, part, inside) ? speaker : null,
    quoted,
    around: namesIn([...known.values()]).filter((name) => !quoted.includes(name)),
  };
}

const namesIn = (quotes: readonly Quote[]): string[] => [
  ...new Set(quotes.flatMap(([, , speaker]) => speaker ?? [])),
];

function isQuoted(body: string, part: TextPosition, quotes: readonly Quote[]): boolean {
  let [all, theirs] = [0, 0];
  for (const { start, end } of splitSentencesWithin(body, part)) {
    const quoted = quotes.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    all += end - start;
    if (quoted >= HALF * (end - start)) theirs += end - start;
  }
  return all > 0 && theirs >= MOSTLY * all;
}
