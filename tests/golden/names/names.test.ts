/** Names in paragraphs written and marked for the project: figures that must not fall. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNameTagger, recogniseNames } from '../../../src/entities/recognise/recognise-names.ts';
import { parseMarkedText } from './marked-text.ts';

const opened = openNameTagger(readFileSync(join(import.meta.dirname, '../../../public/models/names.bin')));
if (!opened.ok) throw new Error(opened.error.message);
const tagger = opened.value;
const TYPES = { person: 'PER', organization: 'ORG', place: 'LOC', event: 'EVENT' };

const readFolder = (file: string) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split(/\n\s*\n/)
    .map(parseMarkedText);

/** F1 of names that share a character and the type with a marked one. */
function typedF1(file: string): number {
  let [right, reached, found, wanted] = [0, 0, 0, 0];
  for (const { text, spans } of readFolder(file)) {
    const names = recogniseNames(tagger, text, null);
    const agrees = (name: (typeof names)[number], span: (typeof spans)[number]) =>
      name.start < span.end && span.start < name.end && TYPES[name.type] === span.type;
    right += names.filter((name) => spans.some((span) => agrees(name, span))).length;
    reached += spans.filter((span) => names.some((name) => agrees(name, span))).length;
    found += names.length;
    wanted += spans.length;
  }
  const [precision, recall] = [right / found, reached / wanted];
  return (2 * precision * recall) / (precision + recall);
}

describe('names in the project’s own paragraphs', () => {
  it('are found with their types in English', () => {
    expect(readFolder('english.txt')).toHaveLength(60);
    expect(typedF1('english.txt')).toBeGreaterThanOrEqual(0.85);
  });

  it('are found with their types in seven other languages', () => {
    expect(typedF1('other-languages.txt')).toBeGreaterThanOrEqual(0.6);
  });

  it('are found with their types in Portuguese, Polish, Turkish, Ukrainian, Persian, Hebrew and Arabic', () => {
    expect(typedF1('further-languages.txt')).toBeGreaterThanOrEqual(0.6);
  });
});
