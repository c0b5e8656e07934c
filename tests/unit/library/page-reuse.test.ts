import { describe, expect, it } from 'vitest';
import { askNewBlocks, createReuseMemory, markablePieces } from '../../../src/library/page-reuse.ts';
import { seenPage } from '../../../src/library/seen-page.ts';
import { seenSentenceAt, toSeenView } from '../../../src/library/seen-view.ts';
import { archiveOf, article } from '../invented-archive.ts';

const BRIDGE = 'The old bridge will carry our children to the quiet islands until the stone itself gives way';
const TICKETS =
  'Travellers who keep their tickets dry may cross twice on Sundays without asking the ferryman again';
const LATE = article('late', `It was mild. “${BRIDGE},” Ada Lindgren said. Then rain fell. ${TICKETS}.`, {
  ...{ datePublished: '2022-03-01', publisher: 'Vell Courier', url: 'https://late.example/bridge' },
});
const AGAIN = article('again', `From our files: “${BRIDGE}.” It is still mild.`, {
  ...{ datePublished: '2022-05-01', publisher: 'Vell Courier' },
});
const EARLY = article('early', `Everybody came to the quay. “${BRIDGE}.” Rain fell.\nSource: Old Almanac`, {
  ...{ datePublished: '2021-03-01', publisher: 'Island News' },
});
const UNDATED = article('undated', `${BRIDGE}, we read.`);
const archive = archiveOf([LATE, AGAIN, EARLY, UNDATED]);

/** Blocks numbered from 1. */
const texts = (...blocks: readonly string[]) => new Map(blocks.map((text, at) => [at + 1, text]));
const ask = (blocks: ReadonlyMap<number, string>, url: string | null = null) => {
  const memory = createReuseMemory(archive);
  askNewBlocks(memory, blocks, url);
  return { memory, view: toSeenView(memory, blocks) };
};

describe('the blocks of a page', () => {
  it('have their reused sentences where they stand in them', () => {
    const blocks = texts('Rain fell on us.', `We read: ${BRIDGE}. So we came.`, 'Nothing else.');
    const { memory } = ask(blocks);
    const marks = [...blocks].map(([key, text]) =>
      markablePieces(memory, key).map(({ start, end }) => text.slice(start, end)),
    );
    expect(marks).toEqual([[], [BRIDGE], []]);
  });

  it('share what they share as one text does', () => {
    const blocks = texts(`Our own words come first here. ${BRIDGE}.`, 'And last.', `${TICKETS}.`);
    const { view } = ask(blocks);
    const whole = seenPage(archive, { text: [...blocks.values()].join('\n') });
    expect(view.share).toBeCloseTo(whole.share);
    expect([view.sentenceCount, view.total]).toEqual([2, whole.reused.length]);
  });

  it('tell sentences printed word for word from reworded ones', () => {
    const reworded = TICKETS.replace('keep', 'hold').replace('twice', 'often');
    const { view } = ask(texts(`${BRIDGE}.`, `${reworded}.`));
    expect([view.sentenceCount, view.verbatimCount]).toEqual([2, 1]);
  });

  it('are one sentence where it reaches over two of them', () => {
    const [head, tail] = [BRIDGE.slice(0, 45), BRIDGE.slice(46)];
    const { view } = ask(texts(head, tail));
    const [sentence] = view.sentences;
    expect([view.total, sentence?.text]).toEqual([1, BRIDGE]);
    expect(sentence?.places).toEqual([
      { key: 1, start: 0, end: head.length },
      { key: 2, start: 0, end: tail.length },
    ]);
  });

  it('are asked about once: only new ones, and gone ones are forgotten', () => {
    const memory = createReuseMemory(archive);
    expect(askNewBlocks(memory, texts('Rain.', `${BRIDGE}.`), null)).toEqual([1, 2]);
    const later = new Map([
      [2, `${BRIDGE}.`],
      [3, `${TICKETS}.`],
    ]);
    expect(askNewBlocks(memory, later, null)).toEqual([3]);
    expect(askNewBlocks(memory, later, null)).toEqual([]);
    expect([...memory.blocks.keys()]).toEqual([2, 3]);
    expect(toSeenView(memory, later).sentences.map(({ text }) => text)).toEqual([BRIDGE, TICKETS]);
  });

  it('never mark two sentences over each other', () => {
    const mixed = `${BRIDGE} ${TICKETS}. ${BRIDGE}. ${TICKETS} ${BRIDGE}.`;
    const { memory } = ask(texts(mixed));
    const marks = markablePieces(memory, 1);
    expect(marks.length).toBeGreaterThan(1);
    for (const [at, { start }] of marks.entries())
      expect(start).toBeGreaterThanOrEqual(marks[at - 1]?.end ?? 0);
  });
});

describe('a reused sentence', () => {
  const { memory, view } = ask(texts(`We read: ${BRIDGE}.`));
  const [sentence] = view.sentences;

  it('has its earliest dated printing first, its outlet’s repeats folded, undated ones last', () => {
    const told = sentence?.printings.map(({ role, provenance, repeats }) => [
      role,
      provenance.articleId,
      repeats.map((repeat) => repeat.provenance.articleId),
    ]);
    expect(told).toEqual([
      ['first', 'early', []],
      ['reprint', 'late', ['again']],
      ['undated', 'undated', []],
    ]);
    expect(sentence?.articleCount).toBe(4);
    expect(sentence?.printings[0]?.credits).toEqual([{ name: 'Old Almanac', how: 'source' }]);
  });

  it('says what kind of evidence there is, and which facts differ', () => {
    const changed = ask(texts(`${TICKETS.replace('twice', 'not twice')}.`)).view.sentences[0]?.printings[0];
    expect(sentence?.printings[0]).toMatchObject({ evidence: 'verbatim', changed: [], text: BRIDGE });
    expect(changed).toMatchObject({ evidence: 'reworded', changed: ['negation'] });
  });

  it('is found by its place, and nothing else is', () => {
    const [place] = sentence!.places;
    expect(seenSentenceAt(memory, texts(`We read: ${BRIDGE}.`), place!)).toEqual(sentence);
    const beside = { ...place!, start: place!.start + 1 };
    expect(seenSentenceAt(memory, texts(`We read: ${BRIDGE}.`), beside)).toBeNull();
  });
});

describe('a page that is an archived article', () => {
  it.each([
    ['by its address', LATE.url, 'url'],
    ['by its words', null, 'text'],
  ])('is said to be it %s, and is no printing of itself', (_how, url, by) => {
    const { view } = ask(texts(LATE.articleBody), url);
    expect(view.same).toMatchObject({ by, provenance: { articleId: 'late' } });
    const articles = view.sentences.flatMap(({ printings }) =>
      printings.map((one) => one.provenance.articleId),
    );
    expect(articles).toEqual(['early', 'again', 'undated']);
    expect(view.sentences[0]?.printings[0]?.role).toBe('first');
  });
});

it('is the earliest itself where no other printing is dated before it', () => {
  const { view } = ask(texts(EARLY.articleBody));
  expect(view.same).toMatchObject({ provenance: { articleId: 'early' } });
  expect(view.sentences[0]?.printings.map(({ role }) => role)).toEqual(['reprint', 'undated']);
});

describe('what panels are told', () => {
  it('stays small when everything on a long page was printed before', () => {
    const long = Array.from({ length: 120 }, (_, at) => `${BRIDGE}. Line ${at} is ours. ${TICKETS}.`);
    const { view } = ask(texts(...long));
    expect(view.sentences.length).toBeLessThanOrEqual(60);
    expect(view.total).toBeGreaterThan(view.sentences.length);
    expect(JSON.stringify(view).length).toBeLessThan(600_000);
  });
});
