import { describe, expect, it } from 'vitest';
import { buildLexicon, joinHashes, PLACE } from '../../../../src/entities/recognise/name-lexicon.ts';
import { createClueReader } from '../../../../src/entities/recognise/read-text.ts';
import { trimName } from '../../../../src/entities/recognise/trim-name.ts';
import { hashWord } from '../../../../src/entities/recognise/word-clues.ts';

const LABELS = { person: 1, organisation: 3, place: 5 };
const lexicon = buildLexicon(new Map([[joinHashes(0, hashWord('חיפה')), PLACE]]), 8);
const reader = createClueReader(lexicon, (clues) => ({ ...clues, sums: new Int32Array(0) }));

/** What is left of the marked words of a text ("He met [Dr. Ana Costa].") as a name of that kind. */
function trimmed(marked: string, kind: keyof typeof LABELS): string | null {
  const text = marked.replace(/[[\]]/g, '');
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const read = reader.read(text, 0);
  const inside = (at: number) =>
    (read.words.start[at] as number) >= start && (read.words.end[at] as number) <= end;
  const places = Array.from({ length: read.words.count }, (_, at) => at).filter(inside);
  const [from = 0, last = -1] = [places[0], places.at(-1)];
  const range = trimName(read, { from, to: last + 1, label: LABELS[kind], probability: 1 }, lexicon);
  return range === null ? null : text.slice(range.start, range.end);
}

describe('trimName', () => {
  it('cuts titles off a person, but leaves one that is all there is', () => {
    expect(trimmed('We met [Dr. Ana Costa] today', 'person')).toBe('Ana Costa');
    expect(trimmed('We met [Sir] today', 'person')).toBe('Sir');
  });

  it('cuts an article off an organisation or place, except where it is of the name', () => {
    expect(trimmed('It joined [the Red Cross] today', 'organisation')).toBe('Red Cross');
    expect(trimmed('It flew to [The Hague] today', 'place')).toBe('The Hague');
  });

  it('cuts marks at both ends and keeps a closing one whose opening is inside', () => {
    expect(trimmed('It told [“Monocle”] today', 'organisation')).toBe('Monocle');
    expect(trimmed('The [Institute (Porto)] said so', 'organisation')).toBe('Institute (Porto)');
  });

  it('begins after a quotation mark that opens and does not close', () => {
    expect(trimmed('Строит [компания «Волгамост] мост', 'organisation')).toBe('Волгамост');
  });

  it('leaves the sentence’s full stop outside', () => {
    expect(trimmed('He thanked [Acme Corp.]', 'organisation')).toBe('Acme Corp');
    expect(trimmed('He thanked [Acme Corp.] for it', 'organisation')).toBe('Acme Corp.');
  });

  it('leaves the day of the sentence outside, but not one that is of the name', () => {
    expect(trimmed('He thanked [the Red Cross on Monday] again', 'organisation')).toBe('Red Cross');
    expect(trimmed('He joined [Sons of May] again', 'organisation')).toBe('Sons of May');
    expect(trimmed('The shops liked [Black Friday] again', 'organisation')).toBe('Black Friday');
  });

  it('cuts a Hebrew clitic before a listed name', () => {
    expect(trimmed('הגשר נבנה [בחיפה] השנה', 'place')).toBe('חיפה');
  });

  it('cuts an Arabic conjunction where the text prints the rest alone, and keeps the article', () => {
    expect(trimmed('زار الوفد مصر أمس ثم [ومصر] ترحب', 'place')).toBe('مصر');
    expect(trimmed('زار الوفد [القاهرة] أمس', 'place')).toBe('القاهرة');
  });

  it('gives nothing for marks, numbers and what is longer than a name', () => {
    expect(trimmed('He read [“] today', 'person')).toBeNull();
    expect(trimmed('He read [1950] today', 'place')).toBeNull();
    expect(trimmed(`He read [${'a'.repeat(190)} ${'b'.repeat(190)}] today`, 'person')).toBe('a'.repeat(190));
  });
});
