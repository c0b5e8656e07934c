import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import { splitPassages } from '../../../src/archive/split-passages.ts';
import { alignQuoteText } from '../../../src/quotes/align-quote.ts';
import { traceQuote } from '../../../src/quotes/trace-quote.ts';
import { article } from '../invented-archive.ts';

const SENTENCE = 'The bridge will carry us to the islands for a hundred years';
const BODY = `It rained in the morning. “${SENTENCE},” said the harbour master. Then the library opened its doors to everybody.`;

const trace = (quote: string, ...articles: readonly Article[]) =>
  traceQuote(
    quote,
    articles.map((one) => ({ article: one, passages: splitPassages(one) })),
  );

function place(quote: string, body = BODY): string | null {
  const alignment = alignQuoteText(quote, body);
  return alignment && body.slice(alignment.start, alignment.end);
}
const similarity = (quote: string, body = BODY) => alignQuoteText(quote, body)?.similarity ?? 0;

describe('a quotation', () => {
  it('is found word for word, with similarity 1 and nothing changed', () => {
    expect(trace(SENTENCE, article('a1', BODY))).toEqual([
      {
        ...{ articleId: 'a1', passageId: 'a1/0', similarity: 1 },
        ...{ start: BODY.indexOf(SENTENCE), end: BODY.indexOf(SENTENCE) + SENTENCE.length },
        difference: [{ kind: 'kept', text: SENTENCE }],
        ...{ evidence: 'verbatim', changed: [] },
      },
    ]);
  });

  it('differs in whole numbers, never in a part of one', () => {
    const told = (quote: string, body: string) =>
      trace(quote, article('a1', body))[0]!.difference.map(({ kind, text }) => `${kind}: ${text}`);
    const before = 'The mayor said that the bridge would carry';
    expect(told(`${before} 12,000 carts a year`, `${before} 12,500 carts a year.`)).toEqual([
      `kept: ${before}`,
      'dropped: 12,000',
      'added: 12,500',
      'kept: carts a year',
    ]);
    expect(told(`${before} 3.500 carts a year`, `${before} 2.500 carts a year.`)).toEqual([
      `kept: ${before}`,
      'dropped: 3.500',
      'added: 2.500',
      'kept: carts a year',
    ]);
  });

  it.each([
    ['other quotation marks', `„${SENTENCE}.“`],
    ['capitals', SENTENCE.toUpperCase()],
    ['other blanks', SENTENCE.replaceAll(' ', '\u00a0\n')],
    ['marks on letters', 'Thé bridgé will carry us to the ïslands for a hundred years'],
  ])('is verbatim in %s', (_how, quote) => {
    expect([place(quote), similarity(quote)]).toEqual([SENTENCE, 1]);
  });

  it('is found where it was trimmed, with what was dropped', () => {
    const longer = `${SENTENCE}, and our children after us`;
    const [found] = trace(longer, article('a1', BODY));
    expect(found!.similarity).toBeGreaterThan(0.6);
    expect(found!.difference.at(-1)).toEqual({ kind: 'dropped', text: 'and our children after us' });
  });

  it('is found where words were changed', () => {
    const reworded = 'The bridge will bring us to the islands for one hundred years';
    expect(place(reworded)).toBe(SENTENCE);
    expect(similarity(reworded)).toBeGreaterThan(0.7);
    expect(similarity(reworded)).toBeLessThan(1);
  });

  it('is found where one sentence was split in two, or two were joined', () => {
    const split = 'The bridge will carry us to the islands. It will do so for a hundred years.';
    expect(place(split)).toBe(SENTENCE);
    const joined = 'It rained in the morning and the bridge will carry us to the islands for a hundred years';
    expect(place(joined)).toContain(SENTENCE);
  });

  it('is found where somebody’s words interrupt it', () => {
    const body =
      'She spoke. “The bridge will carry us,” the harbour master said, “to the islands for a hundred years.” Rain fell.';
    expect(place(SENTENCE, body)).toBe(
      'The bridge will carry us,” the harbour master said, “to the islands for a hundred years',
    );
  });

  it('is found at its best place when the article prints parts of it twice', () => {
    const body = `The bridge will carry us, she began. ${'Gulls cried over the quay. '.repeat(20)}${SENTENCE}.`;
    expect(place(SENTENCE, body)).toBe(SENTENCE);
  });

  it('is found in other words, and said to be reworded', () => {
    const printed =
      'On Monday the council announced that the lighthouse museum will reopen in spring after long repairs.';
    const asked =
      'The lighthouse museum reopens this spring after lengthy repairs, the town council announced Monday.';
    const [found] = trace(asked, article('a1', `It rained. ${printed} Then it stopped.`));
    expect(found!.evidence).toBe('reworded');
    expect(found!.start).toBe('It rained. '.length);
  });

  it('is told to be like a sentence, and no printing of it, where little of a short one is alike', () => {
    const printed = 'The old ferry left the quay on Friday morning with the mayor and forty guests aboard.';
    const [found] = trace('The ferry left the quay on Tuesday empty', article('a1', `It rained. ${printed}`));
    expect(found?.evidence).toBe('similar');
    expect(trace('The old ferry left the quay on Friday morning', article('a1', printed))[0]?.evidence).toBe(
      'verbatim',
    );
  });

  it('is not found where another thing of the same subject is told', () => {
    const printed =
      'On Monday the council announced that the lighthouse museum will reopen in spring after long repairs.';
    for (const asked of [
      'The council of the town closed the lighthouse on Monday because a storm had broken its windows.',
      'Visitors of the museum may climb the lighthouse in spring, and hear of its keepers and their lives.',
    ])
      expect(trace(asked, article('a1', printed))).toEqual([]);
  });

  it.each([
    ['an unrelated sentence', 'Seals sleep on grey rocks while gulls circle over the water'],
    ['the same words in another order', 'years hundred a for islands the to us carry will bridge the'],
    [
      'a shared expression only',
      'for a hundred years nobody had painted the lighthouse on the northern cape green',
    ],
    ['fewer than four words', 'The bridge will'],
    ['nothing but marks', '“…”'],
  ])('is not found for %s', (_what, quote) => {
    expect(trace(quote, article('a1', BODY))).toEqual([]);
  });

  it('is not found in an article without text', () => {
    expect(trace(SENTENCE, article('a1', ''))).toEqual([]);
  });

  it('is found however long it is', () => {
    const body = Array.from({ length: 1600 }, (_, at) => `word${(at * 7919) % 5003}`).join(' ');
    const [found] = trace(body, article('a1', body));
    expect(found).toMatchObject({ articleId: 'a1', start: 0, similarity: 1 });
  });

  it('is found in an Arabic text without its vowel marks', () => {
    expect(similarity('يبقى الجسر القديم مفتوحا للناس', 'قالت: «يَبقى الجِسرُ القديمُ مَفتوحاً لِلنّاس».')).toBe(1);
  });
});

describe('printings', () => {
  it('stand in the order of their dates, closer ones first on one day, undated last', () => {
    const reworded = BODY.replace('carry', 'bring');
    const found = trace(
      SENTENCE,
      ...[article('undated', BODY), article('late', BODY, { datePublished: '2023-05-01' })],
      ...[
        article('year', BODY, { datePublished: '2022' }),
        article('first', BODY, { datePublished: '2021-12-31' }),
      ],
      ...[
        article('near', reworded, { datePublished: '2024-01-01' }),
        article('exact', BODY, { datePublished: '2024-01-01' }),
      ],
    );
    expect(found.map(({ articleId }) => articleId)).toEqual([
      'first',
      'year',
      'late',
      'exact',
      'near',
      'undated',
    ]);
  });

  it('name the passage in which they begin', () => {
    const filler = Array.from(
      { length: 30 },
      (_, at) => `On day ${at} the gulls of Port Marn circled over the quay.`,
    ).join(' ');
    const long = article('a1', `${filler}\n\n${BODY}`);
    const [found] = trace(SENTENCE, long);
    const passage = splitPassages(long).find(({ id }) => id === found!.passageId)!;
    expect(passage.start <= found!.start && found!.start < passage.end).toBe(true);
  });
});
