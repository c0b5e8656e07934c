import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import { rankSearch } from '../../../src/library/search-archive.ts';
import { RANKING, type RankingWeights } from '../../../src/retrieval/ranking-weights.ts';
import type { Lines } from '../../../src/retrieval/search.ts';
import { archiveOf, article, BRIDGE, ENTITIES, LIBRARY, REPRINT } from '../invented-archive.ts';

const HARBOURS = [
  article('b1', 'The harbour harbour harbour harbour is full of boats from the islands today.', {
    headline: 'Boats',
  }),
  article('b2', 'A walk from the bridge to the harbour takes ten minutes in good weather.', {
    headline: 'A walk',
  }),
  article('b3', 'Harbour bridge plans were shown to the public in the town hall.', {
    headline: 'Plans shown',
  }),
  article('b4', 'Seals were counted. Nobody knows why there are fewer.', { headline: 'Harbour bridge' }),
];

function ids(
  text: string,
  articles: readonly Article[] = [BRIDGE, REPRINT, LIBRARY],
  lines: Lines = 'passages',
): string[] {
  const { passages } = rankSearch(archiveOf(articles), text, { limit: 20, lines });
  return passages.map(({ passageId }) => passageId.split('/')[0] ?? '');
}
const distinct = (found: readonly string[]) => [...new Set(found)].sort();

describe('search', () => {
  it('puts the article with exactly this headline first', () => {
    expect(ids('harbour bridge', HARBOURS)[0]).toBe('b4');
    expect(ids('bridge opens at last')[0]).toBe('a1');
  });

  it('puts words that stand together before words apart', () => {
    const found = ids('harbour bridge', HARBOURS);
    expect(found.indexOf('b3')).toBeLessThan(found.indexOf('b2'));
  });

  it('puts a passage with all words before one that repeats one of them', () => {
    const found = ids('harbour bridge', HARBOURS);
    expect(found.indexOf('b2')).toBeLessThan(found.indexOf('b1'));
  });

  it('puts an article with a word of the same family before one with none', () => {
    const articles = [
      article('f1', 'The harbour board met on Monday evening to count the musical instruments.'),
      article('f2', 'The harbour board met on Monday evening to count the electoral registers.'),
    ];
    expect(ids('harbour board elections', articles, 'articles')).toEqual(['f2', 'f1']);
  });

  it('puts an article that reads like a better answer before a stranger with as many words of the question', () => {
    const articles = [
      article('g1', 'A ferry stood in dock all winter for its gearbox overhaul.'),
      article('g2', 'A ferry brought the musicians, and the lantern procession crossed the square.'),
      article('g3', 'The mayor opened the ferry terminal with musicians and a lantern procession.'),
    ];
    const ask = (weights: RankingWeights) =>
      rankSearch(archiveOf(articles), 'mayor ferry terminal', {
        limit: 9,
        lines: 'articles',
        weights,
      }).passages.map(({ passageId }) => passageId.split('/')[0]);
    expect(ask({ ...RANKING, neighbours: 0 })).toEqual(['g3', 'g1', 'g2']);
    expect(ask(RANKING)).toEqual(['g3', 'g2', 'g1']);
  });

  it('counts a completed word as one word, however many words complete it', () => {
    const articles = [
      article('c1', 'Harps, hares, hardware and harvest songs filled the evening by the sea.'),
      article('c2', 'The bridge stands by the harbour, and that is all that the guide says of it.'),
      ...Array.from({ length: 6 }, (_, at) =>
        article(`d${at}`, `Quiet evening number ${at} in the reading room of the library.`),
      ),
    ];
    expect(ids('bridge har', articles)[0]).toBe('c2');
  });

  it('gives only passages that hold a phrase', () => {
    expect(distinct(ids('"harbour bridge"', HARBOURS))).toEqual(['b3', 'b4']);
    expect(ids('"bridge harbour bridge"', HARBOURS)).toEqual([]);
  });

  it('does not care how words are written', () => {
    expect(ids('“HÁRBOUR-bridge”', HARBOURS)).toEqual(ids('"harbour bridge"', HARBOURS));
  });

  it('leaves out what is excluded, words and phrases', () => {
    expect(distinct(ids('harbour -bridge', HARBOURS))).toEqual(['b1']);
    expect(distinct(ids('harbour -"harbour bridge"', HARBOURS))).toEqual(['b1', 'b2']);
  });

  it('gives nothing for exclusions alone', () => {
    expect(rankSearch(archiveOf(), '-bridge', { limit: 5, lines: 'passages' })).toEqual({
      passages: [],
      total: 0,
      missing: [],
    });
  });

  it.each([
    ['person:lindgren', ['a1', 'a2']],
    ['person:"Omar Haddad" harbour', ['a1', 'a3']],
    ['place:Vell', ['a3']],
    ['org:"Harbour Trust"', ['a1']],
    ['person:nobody', []],
    ['person:Lindgren person:Haddad', ['a1']],
    ['outlet:courier', ['a1']],
    ['outlet:"Island News" harbour', ['a2', 'a3']],
    ['lang:en proud', ['a2']],
    ['lang:ar', []],
    ['after:2021-06-20', ['a2']],
    ['before:2021-06-20', ['a1']],
    ['before:2021-06-13', []],
    ['after:2021 before:2022', ['a1', 'a2']],
    ['said:lindgren', ['a1', 'a2']],
    ['said:haddad', []],
    ['-outlet:courier lang:en', ['a2', 'a3']],
    ['lang:en -person:haddad', ['a2']],
    ['lang:en -after:2021-06-20', ['a1', 'a3']],
  ])('filters by %s', (text, expected) => {
    expect(distinct(ids(text))).toEqual(expected);
  });

  it('lists the newest first, the undated last, when there are only filters', () => {
    const found = ids('lang:en');
    expect(found[0]).toBe('a2');
    expect(found.at(-1)).toBe('a3');
  });

  it('completes the word that is being typed, and no other', () => {
    expect(ids('libr')).toEqual(['a3']);
    expect(ids('libr ')).toEqual([]);
  });

  it('forgives a slip only in a word that the archive does not know', () => {
    expect(ids('librery ')).toEqual(['a3']);
    expect(ids('harbur ').length).toBeGreaterThan(0);
    const near = [
      article('e1', 'The bride walked along the quay in the rain.'),
      article('e2', 'The bridge was wet that day.'),
    ];
    expect(ids('bride ', near)).toEqual(['e1']);
  });

  it('answers words that are also names of object properties', () => {
    const odd = [
      article('p1', 'The constructor of the bridge: __proto__, toString, valueOf and hasOwnProperty.'),
      LIBRARY,
    ];
    for (const word of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'constructo'])
      expect(ids(word, odd)).toEqual(['p1']);
  });

  it.each(['', ' ', '…', '"', '-', '-"', '::', 'x'.repeat(10_000), '\ud800', '(((', '[(-'])(
    'answers the unanswerable “%.12s” with nothing',
    (text) => {
      expect(ids(text)).toEqual([]);
    },
  );

  it('gives each passage its place, its score falling, and a snippet of its own text', () => {
    const { passages, total } = rankSearch(archiveOf(), 'harbour bridge', { limit: 2, lines: 'passages' });
    expect(passages.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(total).toBeGreaterThan(2);
    expect(passages[0]!.score).toBeGreaterThanOrEqual(passages[1]!.score);
    expect(passages.every(({ snippet, highlights }) => snippet !== '' && highlights.length > 0)).toBe(true);
  });

  it('gives an answer for an archive without articles', () => {
    expect(rankSearch(archiveOf([], ENTITIES), 'bridge', { limit: 5, lines: 'texts' }).passages).toEqual([]);
  });
});

describe('reprints', () => {
  const text =
    'Keepers of the harbour say that the old bridge has never looked as green as it does this summer.';
  const twins = [
    article('r1', text),
    article('r2', `By our staff. ${text}`),
    article('r3', 'The harbour has another bridge.'),
  ];

  it('become one line that names the others', () => {
    const { passages, total } = rankSearch(archiveOf(twins), 'green bridge', {
      limit: 10,
      lines: 'texts',
    });
    const [first] = passages;
    expect([first!.passageId, ...first!.alsoPrintedIn].sort()).toEqual(['r1/0', 'r2/0']);
    expect(passages).toHaveLength(2);
    expect(total).toBe(3);
  });

  it('stay apart where that is asked for', () => {
    expect(ids('green bridge', twins).sort()).toEqual(['r1', 'r2', 'r3']);
  });

  it('are never made of two passages of one article', () => {
    const again = article('r4', Array.from({ length: 12 }, () => text).join('\n\n'));
    const { passages } = rankSearch(archiveOf([again]), 'green', { limit: 10, lines: 'texts' });
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.flatMap(({ alsoPrintedIn }) => alsoPrintedIn)).toEqual([]);
  });
});
