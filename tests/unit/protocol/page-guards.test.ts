import { describe, expect, it } from 'vitest';
import type { PageCalls } from '../../../src/protocol/calls.ts';
import { LONGEST_SELECTION, PAGE_GUARDS } from '../../../src/protocol/page-guards.ts';

type Verb = keyof PageCalls;
const PAGE = {
  ...{ revision: 1, title: 'Bridge', language: 'en', whole: true },
  ...{ blocks: [{ key: 1, text: 'The bridge is old.' }], removed: [2, 3], truncatedAt: null },
};
const PLACE = { key: 1, start: 0, end: 4, revision: 1 };
const QUOTE = { exact: 'bridge', prefix: 'The ', suffix: ' is' };

const without = (fields: object, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
const inherited = (fields: object) => Object.create(fields) as unknown;

const GOOD: [Verb, string, unknown][] = [
  ['annotatePage', 'a page', PAGE],
  ['annotatePage', 'a page without text', { ...PAGE, blocks: [], removed: [], title: '', language: '' }],
  ['annotatePage', 'a change', { ...PAGE, whole: false, truncatedAt: 2_000_000 }],
  [
    'annotatePage',
    'lone surrogates and null bytes',
    { ...PAGE, blocks: [{ key: 0, text: '\ud800\u0000\u202e' }] },
  ],
  ['markSentences', 'a reading', { revision: 3 }],
  ['openCard', 'a place', PLACE],
  ['lookUpSelection', 'a quotation', QUOTE],
  ['lookUpSelection', 'a quotation at a border', { ...QUOTE, prefix: '', suffix: '' }],
  ['lookUpSelection', 'the longest selection', { ...QUOTE, exact: 'x'.repeat(LONGEST_SELECTION) }],
  ['reportBlockedCard', 'nothing', {}],
  ['openOwnMarks', 'nothing', {}],
];

const NOT_FIELDS: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a text', 'page'],
  ['a number', 4],
  ['a list', [PAGE]],
  ['a function', () => PAGE],
];
const VERBS: Verb[] = [
  ...(['annotatePage', 'markSentences', 'openCard', 'openOwnMarks'] as const),
  ...(['lookUpSelection', 'reportBlockedCard'] as const),
];

const BAD: [Verb, string, unknown][] = [
  ...VERBS.flatMap((verb) => NOT_FIELDS.map(([name, value]): [Verb, string, unknown] => [verb, name, value])),
  ...(['annotatePage', 'markSentences', 'openCard', 'lookUpSelection'] as const).map(
    (verb): [Verb, string, unknown] => [verb, 'empty fields', {}],
  ),
  ...Object.keys(PAGE).map((name): [Verb, string, unknown] => [
    'annotatePage',
    `no ${name}`,
    without(PAGE, name),
  ]),
  ...Object.keys(PLACE).map((name): [Verb, string, unknown] => [
    'openCard',
    `no ${name}`,
    without(PLACE, name),
  ]),
  ...Object.keys(QUOTE).map((name): [Verb, string, unknown] => [
    'lookUpSelection',
    `no ${name}`,
    without(QUOTE, name),
  ]),
  ...[-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, '1', null, true].flatMap(
    (forged): [Verb, string, unknown][] =>
      [
        ['annotatePage', `revision ${forged}`, { ...PAGE, revision: forged }],
        ['annotatePage', `a key ${forged}`, { ...PAGE, blocks: [{ key: forged, text: 'x' }] }],
        ['annotatePage', `a removed key ${forged}`, { ...PAGE, removed: [1, forged] }],
        ['markSentences', `revision ${forged}`, { revision: forged }],
        ['openCard', `start ${forged}`, { ...PLACE, start: forged }],
        ['openCard', `end ${forged}`, { ...PLACE, end: forged }],
        ['openCard', `key ${forged}`, { ...PLACE, key: forged }],
        ['openCard', `revision ${forged}`, { ...PLACE, revision: forged }],
      ].filter(([, name]) => !(name === 'end true')) as [Verb, string, unknown][],
  ),
  ['annotatePage', 'a title that is a list', { ...PAGE, title: ['x'] }],
  ['annotatePage', 'a title without end', { ...PAGE, title: 'x'.repeat(4_001) }],
  ['annotatePage', 'a language without end', { ...PAGE, language: 'x'.repeat(65) }],
  ['annotatePage', 'whole as a text', { ...PAGE, whole: 'true' }],
  ['annotatePage', 'a limit as a text', { ...PAGE, truncatedAt: '5' }],
  ['annotatePage', 'blocks that are no list', { ...PAGE, blocks: { length: 1, 0: PAGE.blocks[0] } }],
  ['annotatePage', 'a block that is null', { ...PAGE, blocks: [null] }],
  ['annotatePage', 'a block that is a list', { ...PAGE, blocks: [[1, 'x']] }],
  ['annotatePage', 'a block whose text is a number', { ...PAGE, blocks: [{ key: 1, text: 4 }] }],
  [
    'annotatePage',
    'too much text in one block',
    { ...PAGE, blocks: [{ key: 1, text: 'x'.repeat(4_400_001) }] },
  ],
  [
    'annotatePage',
    'too much text in all',
    { ...PAGE, blocks: Array.from({ length: 5 }, (_, key) => ({ key, text: 'x'.repeat(1_000_000) })) },
  ],
  ['annotatePage', 'too many blocks', { ...PAGE, blocks: new Array(250_001).fill({ key: 1, text: '' }) }],
  ['annotatePage', 'too many removed', { ...PAGE, removed: new Array(250_001).fill(1) }],
  ['annotatePage', 'removed that is no list', { ...PAGE, removed: 'all' }],
  ['openCard', 'an empty place', { ...PLACE, end: 0 }],
  ['openCard', 'a place that ends before it starts', { ...PLACE, start: 5 }],
  ['openCard', 'a place beyond any page', { ...PLACE, end: 4_400_001 }],
  ['lookUpSelection', 'nothing selected', { ...QUOTE, exact: '' }],
  ['lookUpSelection', 'a book', { ...QUOTE, exact: 'x'.repeat(LONGEST_SELECTION + 1) }],
  ['lookUpSelection', 'context without end', { ...QUOTE, prefix: 'x'.repeat(257) }],
  ['lookUpSelection', 'a suffix that is a number', { ...QUOTE, suffix: 4 }],
];

describe('what a web page’s process may say', () => {
  it.each(GOOD)('%s with %s is heard', (verb, _what, argument) => {
    expect(PAGE_GUARDS[verb](argument)).toBe(true);
  });

  it.each(BAD)('%s with %s is dropped', (verb, _what, argument) => {
    expect(PAGE_GUARDS[verb](argument)).toBe(false);
  });

  it('is a handful of verbs, each with a guard', () => {
    expect(Object.keys(PAGE_GUARDS).sort()).toEqual([...VERBS].sort());
    expect(VERBS.length).toBeLessThanOrEqual(8);
  });

  it('is forged in more than forty ways here', () => {
    expect(BAD.length).toBeGreaterThan(40);
    expect(PAGE_GUARDS.openCard(inherited(PLACE))).toBe(true); // harmless: only JSON ever arrives
  });
});
