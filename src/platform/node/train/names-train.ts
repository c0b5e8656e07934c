/**
 * `node src/platform/node/train/names-train.ts [--tune] [--out FILE]`: trains public/models/names.bin, the recogniser of
 * names in running text. Data: BACKSTORY_DATA/train_names and /gazetteers, whose sources and licences the model's
 * names.NOTICE.txt repeats. `--tune` leaves every tenth group of sentences out and reports on it; without it all are used.
 *
 * Rounds over all clues choose the 250,000 that matter, rounds over those alone settle their weights, rounded to sixteen
 * steps. Seeded: the same data and sources give the same bytes. What words say is read from entities/recognise/,
 * entities/name-parts-words.ts and text/: train again when those change. Two minutes of processor time, 4 GB.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packModel, TYPED } from '../../../entities/recognise/name-model.ts';
import { numberClues, withClues } from './names-clues.ts';
import { startWeights, train } from './names-crf.ts';
import { buildNameLists } from './names-lists.ts';
import { writeNotice } from './names-notice.ts';
import { buildModel, chooseClues } from './names-pack.ts';
import { reportHeldOut } from './names-report.ts';
import { readMarkedTexts } from './names-sets.ts';
import { makeTexts } from './names-templates.ts';

const { values } = parseArgs({
  options: {
    tune: { type: 'boolean' },
    out: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const OUT = values.out ?? join(import.meta.dirname, '../../../../public/models/names.bin');
const ROUNDS = Number(values.rounds ?? 4);

const lexicon = buildNameLists(join(DATA, 'gazetteers'));
const texts = readMarkedTexts(join(DATA, 'train_names'), new RegExp(values.only ?? '.'));
const taught = [
  ...(values.tune ? texts.filter((text) => !text.isHeldOut) : texts),
  ...makeTexts(join(DATA, 'gazetteers')),
];
const all = numberClues(taught, lexicon);
const first = startWeights(all.ids.length);
train(all.words, first, { rounds: ROUNDS, rate: 0.12, dropped: 0.2, seed: 1, decay: 1e-4 });
const { numbers, kept } = chooseClues(first.clues, all.counts);
const chosen = withClues(all, numbers, kept);
const second = { clues: new Float32Array(kept * TYPED), transitions: first.transitions };
numbers.forEach((number, old) => {
  if (number >= 0) second.clues.set(first.clues.subarray(old * TYPED, (old + 1) * TYPED), number * TYPED);
});
train(chosen.words, second, { rounds: 2, rate: 0.06, dropped: 0.15, seed: 2, decay: 1e-4 });
const model = buildModel(chosen.ids, second, lexicon);
mkdirSync(dirname(OUT), { recursive: true });
const packed = packModel(model);
writeFileSync(OUT, packed);
const digest = createHash('sha256').update(packed).digest('hex');
writeFileSync(
  OUT.replace(/\.bin$/, '.NOTICE.txt'),
  writeNotice(DATA, new Set(texts.map(({ set }) => set)), digest),
);
if (values.tune)
  reportHeldOut(
    model,
    texts.filter((text) => text.isHeldOut),
  );
