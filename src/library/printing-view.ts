/** The printings of one sentence as panels show them: in date order, one outlet's repeats folded, undated ones last. */
import type { Article } from '../archive/article.ts';
import type { PrintedPlace, PrintingView, ShownEdit } from '../protocol/views.ts';
import { countOf, NEGATION, numbersOf } from '../quotes/changed-facts.ts';
import { type Lineage, lineage } from '../quotes/lineage.ts';
import { isNameWord } from '../quotes/name-word.ts';
import type { ChangedFact, Edit, Printing } from '../quotes/printing.ts';
import { firstDay } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';
import type { Archive } from './archive.ts';
import { toProvenanceView } from './passage-view.ts';
import { whoseWords } from './whose-words.ts';
import { wordsAround } from './words-around.ts';

type Entry = Lineage['dated'][number];

/**
 * Printings of articles that the archive no longer holds are left out. `itself`: the archived article in which the words
 * asked about stand, which is none of the printings; what is not dated before it is not the earliest.
 */
export function toPrintingViews(
  archive: Archive,
  printings: readonly Printing[],
  itself: Article | null = null,
): PrintingView[] {
  archive.articles.need?.(printings.map(({ articleId }) => articleId));
  const { dated, undated } = lineage(printings, archive.articles);
  const isFirst = ({ printing }: Entry, at: number) =>
    at === 0 && (!itself || isBefore(archive.articles.get(printing.articleId)!, itself));
  return [
    ...dated.map((entry, at) => toPrintingView(archive, entry, isFirst(entry, at) ? 'first' : 'reprint')),
    ...undated.map((entry) => toPrintingView(archive, entry, 'undated')),
  ];
}

/** By printed days, as far as these are known: of an undated article nothing is known. */
function isBefore(one: Article, other: Article): boolean {
  const [day, otherDay] = [one.datePublished, other.datePublished];
  return day !== null && (otherDay === null || firstDay(day) < firstDay(otherDay));
}

function toPrintingView(
  archive: Archive,
  { printing, repeats, credits, from }: Entry,
  role: PrintingView['role'],
): PrintingView {
  const { articleId, start, end, similarity, difference, evidence, changed } = printing;
  const source = from === null ? undefined : archive.articles.get(from);
  const { articleBody } = archive.articles.get(articleId)!;
  return {
    ...toPrintedPlace(archive, printing),
    text: articleBody.slice(start, end),
    ...wordsAround(articleBody, printing),
    ...{ role, similarity, evidence, changed, credits },
    difference: difference.map((edit) => toShownEdit(edit, changed)),
    repeats: repeats.map((repeat) => toPrintedPlace(archive, repeat)),
    from: source ? toProvenanceView(source) : null,
    ...whoseWords(archive, printing),
  };
}

function toPrintedPlace(archive: Archive, { articleId, passageId, start, end }: Printing): PrintedPlace {
  return { provenance: toProvenanceView(archive.articles.get(articleId)!), passageId, start, end };
}

/** As printed, without the quotation marks and stops around it; those within a number are a part of it. */
const WORD = /(?:[^\s"“”„«»()[\],;:!?…]|(?<=\p{Nd}),(?=\p{Nd}))+/gu;
const IS_FACT: Readonly<Record<ChangedFact, (word: string) => boolean>> = {
  number: (word) => numbersOf(word) !== '',
  negation: (word) => countOf(word, NEGATION) > 0,
  name: isNameWord,
};

/** Of the kinds of facts that changed, those words that the edit puts in or leaves out. */
function toShownEdit(edit: Edit, changed: readonly ChangedFact[]): ShownEdit {
  if (edit.kind === 'kept' || changed.length === 0) return { ...edit, facts: [] };
  const facts = [...edit.text.matchAll(WORD)].flatMap(({ 0: word, index }): TextPosition[] =>
    changed.some((fact) => IS_FACT[fact](word)) ? [{ start: index, end: index + word.length }] : [],
  );
  return { ...edit, facts };
}
