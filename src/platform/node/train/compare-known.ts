/**
 * Makes src/entities/compare-known-names.ts: `node src/platform/node/train/compare-known.ts GAZETTEERS` from
 * given_names.tsv and surnames.tsv of sigpwned/popular-names-by-country (CC0).
 *
 * Of the common names only those are kept that a slip of the pen would turn into another common name of the same
 * country: Watson and Wilson are two names there, Watson and Watsen one. Same input, same output.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpelling, latinSlips, letterDistance } from '../../../entities/compare-letters.ts';
import { partsOfName } from '../../../entities/name-parts.ts';

/** Shorter names are told apart by their length alone. */
const SHORTEST = 3;

/** Names of one Latin word by country; the romanised form is the last column. */
function readNames(file: string): Map<string, Set<string>> {
  const countries = new Map<string, Set<string>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split('\t');
    const { words } = partsOfName(cells.at(-1) ?? '', 'person');
    const name = words[0]?.text ?? '';
    const country = cells[0] as string;
    if (words.length === 1 && /^[a-z]+$/.test(name) && name.length >= SHORTEST)
      countries.set(country, (countries.get(country) ?? new Set()).add(name));
  }
  return countries;
}

/** Names this long may be taken for one another with two letters changed. */
const LONG = 6;

/** Not compareWords: its answer depends on the list that is being made. */
function isSlip(a: string, b: string): boolean {
  const letters = letterDistance(a, b);
  if (isSpelling(latinSlips(a, b), Math.max(a.length, b.length))) return false;
  return letters <= 1 || (letters === 2 && Math.max(a.length, b.length) >= LONG);
}

/** Names that are a slip from another of the same country. */
function confusable(lists: Iterable<ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  for (const names of [...lists].map((list) => [...list]))
    for (const [at, a] of names.entries())
      for (const b of names.slice(at + 1)) if (isSlip(a, b)) found.add(a).add(b);
  return [...found].sort();
}

const [gazetteers = ''] = process.argv.slice(2);
const names = confusable(
  ['given_names.tsv', 'surnames.tsv'].flatMap((file) => [...readNames(join(gazetteers, file)).values()]),
);
const lines = names.join(' ').match(/.{1,105}(?: |$)/g) ?? [];
const text = `/** Made by src/platform/node/train/compare-known.ts from popular-names-by-country (CC0); do not edit. */
export const KNOWN_NAMES = \`
${lines.map((line) => line.trim()).join('\n')}\`;
`;
writeFileSync(join(import.meta.dirname, '../../../entities/compare-known-names.ts'), text);
process.stderr.write(`${names.length} names\n`);
