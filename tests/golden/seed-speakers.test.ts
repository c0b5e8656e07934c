/**
 * Whose words the five bundled articles hold: what is told of a sentence, of its printings elsewhere and of the passage
 * around it never contradict each other.
 */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/library/archive.ts';
import { tracePrintings } from '../../src/library/look-up.ts';
import { openArchive } from '../../src/library/pack-archive.ts';
import { type WhoseWords, whosePassage, whoseWords } from '../../src/library/whose-words.ts';
import { bakeSeeds } from '../../src/platform/node/bake-seeds.ts';
import type { PassageRecord } from '../../src/retrieval/passage-record.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';

let archive: Archive;
let sentences: { readonly text: string; readonly told: WhoseWords; readonly around: PassageRecord[] }[];

beforeAll(async () => {
  const files = await bakeSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));
  const opened = await openArchive(async (file) => files.get(file) ?? null);
  if (!opened.ok) throw new Error(opened.error.message);
  archive = opened.value;
  const records = Array.from({ length: archive.records.length }, (_, place) => archive.records.at(place)!);
  const articles = new Set(records.map(({ article }) => article));
  sentences = [...articles].flatMap(({ id, articleBody }) => {
    const own = records.filter(({ article }) => article.id === id);
    return splitSentences(articleBody).map(({ start, end }) => ({
      text: articleBody.slice(start, end),
      told: whoseWords(archive, { articleId: id, start, end }),
      around: own.filter(({ passage }) => passage.start < end && start < passage.end),
    }));
  });
});

/** Everybody of whom a line beside these words tells. */
const named = ({ speaker, quoted, around }: WhoseWords): string[] =>
  speaker === null && quoted.length === 0 ? [...around] : [...quoted];

describe('a sentence of the bundled archive', () => {
  it('is looked at in number', () => {
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter(({ told }) => told.speaker !== null).length).toBeGreaterThan(40);
  });

  it('is nobody’s words whom its passage does not quote', () => {
    for (const { text, told, around } of sentences) {
      const inPassages = around.flatMap((record) => whosePassage(record).quoted);
      expect([text, named(told).filter((name) => !inPassages.includes(name))]).toEqual([text, []]);
      if (told.speaker !== null) expect([text, told.quoted]).toEqual([text, [told.speaker]]);
    }
  });

  it('is not told to be without a speaker where its passage quotes somebody, and says no word of whom', () => {
    for (const { text, told, around } of sentences) {
      const inPassages = around.flatMap((record) => whosePassage(record).quoted);
      if (inPassages.length > 0) expect([text, named(told)]).not.toEqual([text, []]);
    }
  });

  it('in a passage of one person’s words is no other’s', () => {
    for (const { text, told, around } of sentences) {
      for (const { speaker } of around.map(whosePassage))
        if (speaker !== null) expect([text, named(told)]).toEqual([text, expect.arrayContaining([speaker])]);
    }
  });

  it('that is a passage by itself is told like it', () => {
    const alone = sentences.filter(
      ({ text, around }) => around.length === 1 && around[0]!.passage.text.trim() === text,
    );
    for (const { told, around } of alone) expect(told).toEqual(whosePassage(around[0]!));
  });

  it('has the attribution of its own article where it is looked up', () => {
    for (const { text } of sentences)
      for (const printing of Object.values(tracePrintings(archive, text)).flat()) {
        const { articleId } = printing.provenance;
        const { speaker, quoted, around } = whoseWords(archive, { articleId, ...printing });
        expect(printing).toMatchObject({ speaker, quoted, around });
      }
  });
});
