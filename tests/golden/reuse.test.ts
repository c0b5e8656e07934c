/**
 * Sentences that two bundled articles share, marked by careful reading: one interview in two outlets. A further pair is
 * added by adding its file; every other pair of bundled articles shares nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReuse } from '../../src/quotes/find-reuse.ts';
import { type FoundPrinting, listReused } from '../../src/quotes/list-reused.ts';
import { addToPrintIndex } from '../../src/quotes/print-index.ts';
import { readSequence } from '../../src/quotes/word-sequence.ts';

interface Shared {
  readonly page: string;
  readonly printed: string;
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}
interface Gold {
  readonly page: string;
  readonly article: string;
  readonly shared: readonly Shared[];
}
interface Found extends FoundPrinting {
  readonly page: { readonly start: number; readonly end: number };
}

const SEEDS = new URL('../../seeds/articles/', import.meta.url);
const GOLDS = new URL('./reuse/', import.meta.url);
const names = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'));
const texts = names.map((name) => readFileSync(new URL(name, SEEDS), 'utf8'));
const sequences = texts.map((text) => readSequence(text));
const index = addToPrintIndex({ segments: [] }, sequences);
const golds = readdirSync(GOLDS).map(
  (name) => JSON.parse(readFileSync(new URL(name, GOLDS), 'utf8')) as Gold,
);

function printingsOf(page: string, article: string): Found[] {
  const itself = names.indexOf(page);
  const wordsOf = (number: number) => (number === itself ? null : sequences[number]!);
  return listReused(findReuse(texts[itself]!, { index, wordsOf }), wordsOf).flatMap(
    ({ start, end, printings }) =>
      printings
        .filter(({ number }) => names[number] === article)
        .map((printing) => ({ ...printing, page: { start, end } })),
  );
}

/** The same pair read the other way round. */
function turned({ page, article, shared }: Gold): Gold {
  const turn = (one: Shared) => ({
    page: one.printed,
    printed: one.page,
    dropped: one.added,
    added: one.dropped,
  });
  return { page: article, article: page, shared: shared.map(turn) };
}

describe.each(golds.flatMap((gold) => [gold, turned(gold)]))(
  '$page beside $article',
  ({ page, article, shared }) => {
    const [pageText, articleText] = [page, article].map((name) => texts[names.indexOf(name)]!);
    const found = printingsOf(page, article);
    const covering = (one: Shared) => {
      const [onPage, inArticle] = [pageText!.indexOf(one.page), articleText!.indexOf(one.printed)];
      expect([onPage, inArticle].every((at) => at >= 0)).toBe(true);
      return found.find(
        ({ start, end, page: at }) =>
          at.start <= onPage &&
          onPage + one.page.length <= at.end &&
          start <= inArticle &&
          inArticle + one.printed.length <= end,
      );
    };

    it.each(shared)('shares “$page”, aligned, with what differs', (one) => {
      const edits = covering(one)?.difference;
      expect(edits).toBeDefined();
      const texts = (kind: string) => edits!.flatMap((edit) => (edit.kind === kind ? [edit.text] : []));
      expect(texts('dropped')).toEqual(expect.arrayContaining([...one.dropped]));
      expect(texts('added')).toEqual(expect.arrayContaining([...one.added]));
    });

    it('shares nothing else', () => {
      const marked = new Set(shared.map((one) => covering(one)));
      expect(
        found
          .filter((printing) => !marked.has(printing))
          .map(({ page: at }) => pageText!.slice(at.start, at.end)),
      ).toEqual([]);
    });
  },
);

describe('other bundled articles', () => {
  const isGold = (page: string, article: string) =>
    golds.some(
      (gold) => [gold.page, gold.article].includes(page) && [gold.page, gold.article].includes(article),
    );
  const pairs = names.flatMap((page) => names.map((article) => [page, article] as const));

  it.each(pairs.filter(([page, article]) => page !== article && !isGold(page, article)))(
    '%s and %s share nothing',
    (page, article) => {
      expect(printingsOf(page, article)).toEqual([]);
    },
  );
});
