/**
 * Makes the cost tables src/text/scripts/<script>-costs.ts:
 * `node src/platform/node/train/compare-sounds.ts CLDR GAZETTEERS` from the unpacked npm packages cldr-dates-full and
 * cldr-localenames-full 48.2.0 (folders of these names in CLDR) and the two name lists that compare-pairs.ts tells of.
 *
 * A cost is a log-odds in tenths of a nat: how much likelier spelling and sound stand together in one name than in two.
 * Same input, same output, byte for byte. About 15 s.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../../../text/romanise.ts';
import { learnSpellings, type SpellingModel } from './compare-em.ts';
import { readPairs } from './compare-pairs.ts';

/** A unit must beat its own parts by this much (tenths) to be worth its bytes. */
const WORTH = 4;
/** No single slip weighs more than this (tenths): a typing error is no proof of another name. */
const FLOOR = -70;

type Weights = Map<string, number>;

function frequencies(texts: readonly string[], unseen: number): (text: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const letter of texts.join('')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
    total++;
  }
  return (text) =>
    [...text].reduce((sum, letter) => sum + Math.log(((counts.get(letter) ?? 0) + 1) / (total + unseen)), 0);
}

/** Log-odds of every known unit of a script, those left out that their parts explain as well. */
function weightsOf(model: SpellingModel, script: Script): Weights {
  const latin = frequencies(
    model.samples.map((sample) => sample.latin),
    40,
  );
  const sounds = frequencies(
    model.samples.filter((sample) => sample.script === script).map((sample) => sample.sounds),
    50,
  );
  const all: Weights = new Map();
  for (const key of model.keys(script)) {
    const [spelling = '', sound = ''] = key.split('|');
    const odds = Math.log(model.probability(script, spelling, sound)) - latin(spelling) - sounds(sound);
    all.set(key, Math.max(FLOOR, Math.round(10 * odds)));
  }
  return new Map(
    [...all].filter(([key, weight]) => weight > FLOOR && weight >= bestOfParts(key, all) + WORTH),
  );
}

/** Best sum of weights over ways to cut a unit in two. */
function bestOfParts(key: string, weights: Weights): number {
  const [spelling = '', sound = ''] = key.split('|');
  let best = 2 * FLOOR;
  for (let i = 0; i <= spelling.length; i++) {
    for (let j = 0; j <= sound.length; j++) {
      if (i + j === 0 || i + j === key.length - 1) continue;
      const head = weights.get(`${spelling.slice(0, i)}|${sound.slice(0, j)}`) ?? FLOOR;
      const tail = weights.get(`${spelling.slice(i)}|${sound.slice(j)}`) ?? FLOOR;
      best = Math.max(best, head + tail);
    }
  }
  return best;
}

function tableText(weights: Weights): string {
  const lines = new Map<string, string[]>();
  for (const [key, weight] of weights) {
    const [spelling = '', sound = ''] = key.split('|');
    const line = lines.get(sound) ?? [];
    line.push(`${spelling || '-'}${weight}`);
    lines.set(sound, line);
  }
  const sorted = [...lines].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return sorted.map(([sound, units]) => `${sound || '-'} ${units.join(' ')}`).join('\n');
}

const [cldr = '', gazetteers = ''] = process.argv.slice(2);
const model = learnSpellings(readPairs(cldr, gazetteers));
for (const script of model.scripts) {
  const text = `/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const ${script.toUpperCase()}_COSTS = \`
${tableText(weightsOf(model, script))}\`;
`;
  writeFileSync(join(import.meta.dirname, '../../../text/scripts', `${script}-costs.ts`), text);
}
