/** How well a trained model marks the texts held out from it, by language: strict typed span F1. */

import { CALIBRATION_STEPS, type NameModel } from '../../../entities/recognise/name-model.ts';
import { createClueReader, languageGroup } from '../../../entities/recognise/read-text.ts';
import { decodeNames, scoreWords, weighClues } from '../../../entities/recognise/tag-names.ts';
import type { MarkedText } from './names-sets.ts';

/** Marked by machine, by rule or from old print: their marks are too often wrong to calibrate by. */
const ROUGH = /europeana|mobie|btc|wnut|re3d|webbnyheter|patterns/;
const TYPES = ['', 'PER', '', 'ORG', '', 'LOC'];

export function reportHeldOut(model: NameModel, texts: readonly MarkedText[]): void {
  const reader = createClueReader(model.lexicon, (clues) => weighClues(model, clues));
  const [right, all] = [new Float64Array(CALIBRATION_STEPS), new Float64Array(CALIBRATION_STEPS)];
  const rows = new Map<string, { right: number; place: number; found: number; wanted: number }>();
  for (const { set, language, text, spans } of texts) {
    const group = languageGroup(language, text);
    const read = reader.read(text, group);
    const names = decodeNames(model, read.sentences, scoreWords(model, read, group));
    const found = names.map(
      ({ from, to, label }) => `${read.words.start[from]} ${read.words.end[to - 1]} ${TYPES[label]}`,
    );
    const wanted = spans.map(({ start, end, type }) => `${start} ${end} ${type}`);
    if (!ROUGH.test(set)) {
      for (const [at, { probability }] of names.entries()) {
        const step = Math.min(CALIBRATION_STEPS - 1, Math.floor(probability * CALIBRATION_STEPS));
        all[step] = (all[step] as number) + 1;
        if (wanted.includes(found[at] as string)) right[step] = (right[step] as number) + 1;
      }
    }
    const place = (span: string) => span.split(' ').slice(0, 2).join(' ');
    const row = rows.get(set) ?? { right: 0, place: 0, found: 0, wanted: 0 };
    row.right += found.filter((span) => wanted.includes(span)).length;
    row.place += found.filter((span) => wanted.map(place).includes(place(span))).length;
    row.found += found.length;
    row.wanted += wanted.length;
    rows.set(set, row);
  }
  for (const [set, { right, place, found, wanted }] of rows) {
    const f1 = (many: number) => ((2 * many) / Math.max(found + wanted, 1)).toFixed(3);
    process.stderr.write(`${set.padEnd(30)} typed ${f1(right)} untyped ${f1(place)} of ${wanted}\n`);
  }
  const shares = [...all].map((count, step) =>
    Math.round((100 * (right[step] as number)) / Math.max(count, 1)),
  );
  process.stderr.write(`percent right by sixteenths of probability: ${shares.join(', ')}\n`);
}
