import { describe, expect, it } from 'vitest';
import { findReuse } from '../../../src/quotes/find-reuse.ts';
import { listReused, type ReusedStretch, shareOfPage } from '../../../src/quotes/list-reused.ts';
import { addToPrintIndex } from '../../../src/quotes/print-index.ts';
import { readSequence } from '../../../src/quotes/word-sequence.ts';

const BRIDGE =
  'The old bridge will carry our children to the quiet islands until the stone itself gives way.';
const LIBRARY =
  'Nobody painted the library roof before autumn, so the rain found every shelf of borrowed books.';
const FERRY = 'A wooden ferry crossed the river each morning with bread, letters and two sleepy carpenters.';
const ARTICLE = `It was a mild day. ${BRIDGE} ${LIBRARY} ${FERRY} Then everybody went home.`;

function reused(page: string, ...articles: string[]): { text: string; found: ReusedStretch }[] {
  const sequences = articles.map((text) => readSequence(text));
  const reuse = findReuse(page, {
    index: addToPrintIndex({ segments: [] }, sequences),
    wordsOf: (at) => sequences[at]!,
  });
  return listReused(reuse, (at) => sequences[at]!).map((found) => ({
    text: page.slice(found.start, found.end),
    found,
  }));
}
const evidence = (page: string, article = ARTICLE) =>
  reused(page, article).flatMap(({ found }) => found.printings.map((printing) => printing.evidence));
const bare = (sentence: string) => sentence.slice(0, -1);

describe('a page', () => {
  it('shows a sentence that was printed before, word for word', () => {
    const [only, ...others] = reused(`Today we read on. ${BRIDGE} Nothing else happened.`, ARTICLE);
    expect(others).toEqual([]);
    expect(only!.text).toBe(bare(BRIDGE));
    expect(only!.found.printings).toMatchObject([
      {
        number: 0,
        similarity: 1,
        evidence: 'verbatim',
        changed: [],
        difference: [{ kind: 'kept', text: bare(BRIDGE) }],
      },
    ]);
  });

  it('shows a reworded sentence to its end where it ends, or begins, in another word', () => {
    const told =
      'Still the old bridge will carry all children to the quiet isles until the stone gives in soon';
    const printed = 'The old bridge will carry our children to the quiet islands until the stone gives in.';
    const [only] = reused(`We read on. ${told}. Nothing happened.`, `It was mild. ${printed} Rain fell.`);
    expect([only!.text, only!.found.printings[0]!.evidence]).toEqual([told, 'reworded']);
    // Words that were printed as they stand are those words and no other.
    const added = BRIDGE.replace('gives way.', 'gives way entirely.');
    expect(reused(added, ARTICLE)[0]!.text).toBe(bare(BRIDGE));
  });

  it.each([
    ['trimmed', 'The old bridge will carry our children to the quiet islands.', 'verbatim'],
    ['respelt', BRIDGE.replace('children', 'childern'), 'verbatim'],
    ['re-punctuated', `«${bare(BRIDGE).replace('islands until', 'islands – until')}»`, 'verbatim'],
    [
      'reworded',
      'The old bridge should carry our children to quiet islands until stone itself gives way.',
      'reworded',
    ],
    ['split in two', `${BRIDGE.replace(' until', '. That will last until')}`, 'verbatim'],
    [
      'joined with another',
      `${bare(FERRY)}, and everybody who lives in our village knew their names by heart.`,
      'verbatim',
    ],
    ['interrupted', BRIDGE.replace(' to the', ', as she put it on Monday, to the'), 'verbatim'],
    [
      'quoted in part',
      'They said they would last “to the quiet islands until the stone itself gives way”, no longer.',
      'verbatim',
    ],
  ])('shows a sentence that was %s', (_how, page, kind) => {
    expect(evidence(page)).toContain(kind);
  });

  const SHORT = 'The bakers of Vell were offered keys to the old mill by the council.';
  it.each([
    ['lost its middle', 'The bakers of Vell were offered keys by the council.'],
    ['lost nearly all but its ends', 'The bakers of Vell were offered the council.'],
    ['had a word exchanged', SHORT.replace('offered', 'handed')],
    ['was interrupted by a long clause', SHORT.replace(' keys', ', as far as anybody here can recall, keys')],
  ])('shows a short sentence that %s, since it begins and ends as the printed one', (_how, page) => {
    expect(evidence(page, `It rained. ${SHORT} Then it stopped.`)).toHaveLength(1);
  });

  it('shows seven words in quotation marks, and not the same words without them', () => {
    const article = 'Asked again, she found no fault with slate roofs and brick walls so near the sea.';
    const words = 'fault with slate roofs and brick walls';
    expect(evidence(`He wrote of “${words}” in his diary.`, article)).toEqual(['verbatim']);
    expect(evidence(`He wrote of ${words} in his long and private diary.`, article)).toEqual([]);
  });

  it('shows eight words in a row of little weight only beside a longer reprint', () => {
    const light = 'It was the first time that they had all gathered there at noon.';
    const page = 'Ada says it was the first time that they had all gathered there since.';
    const between = (words: string) =>
      `Elsewhere the week was ${words} for the cooks, the clerks and the gardeners.`;
    expect(evidence(page, `${light} It rained.`)).toEqual([]);
    expect(
      evidence(`${page} ${between('long')} ${BRIDGE}`, `${light} Gulls slept on grey rocks below. ${BRIDGE}`),
    ).toHaveLength(2);
  });

  it('chains sentences that stand in the same order into one stretch', () => {
    const [only, ...others] = reused(`${BRIDGE} ${LIBRARY} ${FERRY}`, ARTICLE);
    expect(others).toEqual([]);
    expect(only!.text).toBe(bare(`${BRIDGE} ${LIBRARY} ${FERRY}`));
    expect(only!.found.printings).toHaveLength(1);
  });

  it.each([
    ['on the page', `${BRIDGE}\n${LIBRARY}`, ARTICLE],
    ['in the article', `${BRIDGE} ${LIBRARY}`, `It was a mild day.\n${BRIDGE}\n${LIBRARY}\nThen rain fell.`],
  ])('keeps sentences apart between which a paragraph ends %s', (_, page, article) => {
    expect(reused(page, article).map(({ text }) => text)).toEqual([bare(BRIDGE), bare(LIBRARY)]);
  });

  it('shows a part of a sentence without a word of the next clause', () => {
    const quoted = bare(BRIDGE).toLowerCase();
    const page = `Some say, but few believe, ${quoted}, but whether the council has asked its mason.`;
    const article = `We think, few believe, ${quoted}, but nothing stands as firm as some would wish.`;
    expect(reused(page, article).map(({ text }) => text)).toEqual([`${quoted}`]);
  });

  it('keeps stretches apart that other articles printed', () => {
    const found = reused(`${BRIDGE} ${FERRY}`, BRIDGE, FERRY);
    expect(
      found.map(({ text, found: { printings } }) => [text, printings.map(({ number }) => number)]),
    ).toEqual([
      [bare(BRIDGE), [0]],
      [bare(FERRY), [1]],
    ]);
  });

  it('lists every article that printed a sentence', () => {
    const [only] = reused(BRIDGE, `Before. ${BRIDGE}`, FERRY, `${BRIDGE} After.`);
    expect(only!.found.printings.map(({ number }) => number)).toEqual([0, 2]);
  });

  it('is never told “verbatim” where a number or a negation differs', () => {
    const counted =
      'The council will plant 30 lime trees along the northern embankment before the summer festival begins.';
    const other = counted.replace('30', '40');
    expect(reused(other, counted)[0]!.found.printings).toMatchObject([
      { evidence: 'reworded', changed: ['number'] },
    ]);
    const denied = counted.replace('will plant', 'will not plant');
    expect(reused(denied, counted)[0]!.found.printings).toMatchObject([
      { evidence: 'reworded', changed: ['negation'] },
    ]);
    const signed =
      'The gauge on the northern quay fell by 5% overnight while the whole town was quietly sleeping.';
    expect(reused(signed.replace('5%', '$5'), signed)[0]!.found.printings[0]!.evidence).toBe('reworded');
  });

  it('is told which names changed', () => {
    const named =
      'Yesterday the painter Marta Olsen hung forty landscapes of the lighthouse in the small town hall.';
    const [only] = reused(named.replace('Olsen', 'Berg'), named);
    expect(only!.found.printings[0]!.changed).toEqual(['name']);
  });

  it.each([
    ['a weekday', 'on Sunday', 'this week'],
    ['a month', 'in August', 'in October'],
    ['a people', 'in Italian frames', 'in Spanish frames'],
  ])('takes %s for no name', (_, one, other) => {
    const told = `Yesterday the painter hung ${one} forty landscapes of the lighthouse in the small town hall.`;
    const [only] = reused(told.replace(one, other), told);
    expect(only!.found.printings[0]!.changed).not.toContain('name');
  });

  it('tells a surname that ends as peoples do', () => {
    const told =
      'Yesterday the painter Vera Sarian hung forty landscapes of the lighthouse in the small town hall.';
    const [only] = reused(told.replace('Sarian', 'Merian'), told);
    expect(only!.found.printings[0]!.changed).toEqual(['name']);
  });
});

describe('no evidence of reuse', () => {
  it.each([
    [
      'a newsroom formula',
      'The mayor could not be reached for comment on Friday.',
      'Her lawyer could not be reached for comment about the ferry.',
    ],
    [
      'formulas in a row',
      'All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
      'Copyright. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
    ],
    [
      'a list of names',
      'Present were Ada Lindgren, Omar Haddad, Ruth Castellan, Mirela Vuk and Jonas Berg.',
      'The prize went to Ada Lindgren, Omar Haddad, Ruth Castellan, Mirela Vuk and Jonas Berg of Vell.',
    ],
    [
      'a table of numbers',
      'Final: 12 34 56 78 90 11 22 33 44 55 66.',
      'Half-time figures 12 34 56 78 90 11 22 33 44 55 66 and so on.',
    ],
    [
      'an expression',
      'In the end of the day it was one of the best of all the years.',
      'It may be that in the end of the day it was one of the best for us.',
    ],
    [
      'a form filled in with other numbers',
      'Gate one: 42 boats in, 11 boats out.',
      'Gate one: 37 boats in, 11 boats out.',
    ],
    [
      'one weighty word in a short sentence',
      'It was not to be the harbour for them.',
      'It was, she said, not to be the harbour, or so we heard.',
    ],
    ['three words', 'The old bridge', ARTICLE],
    ['nothing', '', ARTICLE],
  ])('is %s', (_what, page, article) => {
    expect(reused(page, article)).toEqual([]);
  });

  it('is a list of headlines of other articles', () => {
    const lines = [
      'council paints the long bridge green again',
      'ferry brings bread to the quiet islands',
      'library roof loses to autumn rain',
    ];
    const article = `${lines.join(' and ')}.`;
    const page = `${'Something quite different was told here in many sentences of its own. '.repeat(12)}\n\n${lines.join('\n\n')}`;
    expect(reused(page, article)).toEqual([]);
    expect(reused(`${lines.join(' and ')}.`, article)).not.toEqual([]);
  });

  it('is a print that stands in more articles than this archive’s prints mostly do', () => {
    const formula = 'this bulletin comes to you with kind support';
    const own = (at: number) => Array.from({ length: 300 }, (_, word) => `w${at}x${word}`).join(' ');
    const articles = Array.from({ length: 40 }, (_, at) => `${own(at)}. Now ${formula}.`);
    const page = `Good evening, ${formula} of neighbours.`;
    expect(reused(page, ...articles)).toEqual([]);
    expect(reused(page, ...articles.slice(0, 4))).not.toEqual([]);
  });
});

describe('a page out of the ordinary', () => {
  const share = (page: string, ...articles: string[]) => {
    const sequences = articles.map((text) => readSequence(text));
    const reuse = findReuse(page, {
      index: addToPrintIndex({ segments: [] }, sequences),
      wordsOf: (at) => sequences[at]!,
    });
    return [shareOfPage(reuse), listReused(reuse, (at) => sequences[at]!).length];
  };

  it('may repeat itself ten thousand times', () => {
    const [all, listed] = share(`${BRIDGE} `.repeat(10_000), ARTICLE);
    expect(all).toBe(1);
    expect(listed).toBeLessThanOrEqual(2_000);
  }, 20_000);

  it('may be one sentence of twenty thousand words, archived or not', () => {
    const words = readSequence(ARTICLE);
    const long = Array.from({ length: 20_000 }, (_, at) => {
      const word = (at * 7919 + (at >> 3)) % words.count;
      return ARTICLE.slice(words.start[word]!, words.end[word]!);
    }).join(' ');
    expect(share(long, long)).toEqual([1, 1]);
    expect(share(long, ARTICLE)[0]).toBeLessThan(0.1);
  }, 20_000);

  it('may be one word twenty thousand times', () => {
    expect(share('bridge '.repeat(20_000), 'bridge '.repeat(20_000))).toEqual([0, 0]);
  }, 20_000);

  it('may mix nine styles of quotation marks, none of them closed', () => {
    const marks = '“„‟«‹「『"‘';
    const marked = BRIDGE.split(' ').map((word, at) => `${marks[at % marks.length]}${word}`);
    expect(share(marked.join(' '), ARTICLE)).toEqual([1, 1]);
  });

  it('may quote right-to-left words in left-to-right marks', () => {
    const quote = 'سيحملنا الجسر القديم إلى الجزر البعيدة مئة عام كاملة';
    const [only] = reused(`وذكر أن “${quote}” في بيان.`, `قال المهندس: «${quote}» ثم غادر المدينة.`);
    expect(only!.text).toBe(quote);
    expect(only!.found.printings[0]!.evidence).toBe('verbatim');
  });
});
