/**
 * `node tests/bench/bench-reuse.ts`: prints of a 100 KB page looked up among 100,000 passages, beside hashes of its sentences
 * (which find exact repeats only), with bytes and the whole answer. Texts are babble made of the bundled articles, so that
 * nothing must be fetched; every tenth sentence of the page stands in the archive.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { findReuse } from '../../src/quotes/find-reuse.ts';
import { addToPrintIndex, placesOfPrint } from '../../src/quotes/print-index.ts';
import { openPrintSegment } from '../../src/quotes/print-segment.ts';
import { gramsOf, readSequence } from '../../src/quotes/word-sequence.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { randomOf } from '../eval/reuse-edits.ts';
import { type Figure, printFigures, ratio } from './figures.ts';
import { median } from './scan-work.ts';

const PASSAGES = 100_000;
/** As long as real ones. */
const PASSAGE_WORDS = 80;
const PAGE_UNITS = 100_000;
const REPEATS = 9;

/** Sentences of 8–24 words drawn by Zipf's law from a vocabulary of 40,000. */
function makeSentence(random: () => number, stems: readonly string[]): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 17) }, () => {
    const rank = Math.floor(40_000 ** random());
    return rank < stems.length ? stems[rank]! : `${stems[rank % stems.length]}${rank}`;
  });
  return `${words.join(' ')}.`.replace(/^./, (first) => first.toUpperCase());
}

function stemsOfSeeds(): string[] {
  const names = readdirSync('seeds/articles').filter((name) => name.endsWith('.txt'));
  const prose = names.map((name) => readFileSync(`seeds/articles/${name}`, 'utf8')).join('\n');
  return [...new Set(prose.toLowerCase().match(/[a-z]{3,9}/g) ?? [])];
}

function time(work: () => void): number {
  for (let warm = 0; warm < 3; warm++) work();
  return median(
    Array.from({ length: REPEATS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function hashSentence(
  { hash, start, count }: ReturnType<typeof readSequence>,
  from: number,
  end: number,
): [number, number] {
  let value = 0;
  let at = from;
  while (at < count && start[at]! < end) value = (Math.imul(value, 31) + hash[at++]!) | 0;
  return [value, at];
}

/** Hashes of all sentences of a text. */
function sentenceHashes(text: string): number[] {
  const words = readSequence(text);
  let at = 0;
  return splitSentences(text).map(({ end }) => {
    const [value, next] = hashSentence(words, at, end);
    at = next;
    return value;
  });
}

function makeArchive(passages: number): string[] {
  const [random, stems] = [randomOf(5), stemsOfSeeds()];
  const articles: string[] = [];
  for (let made = 0; made < passages; made += 4) {
    const sentences: string[] = [];
    for (let words = 0; words < PASSAGE_WORDS * 4; ) {
      const sentence = makeSentence(random, stems);
      sentences.push(sentence);
      words += sentence.split(' ').length;
    }
    articles.push(sentences.join(' '));
  }
  return articles;
}

function makePage(articles: readonly string[]): string {
  const [random, stems] = [randomOf(6), stemsOfSeeds()];
  let page = '';
  for (let count = 0; page.length < PAGE_UNITS; count++) {
    const taken = articles[Math.floor(random() * articles.length)]!.split('. ')[1]!;
    page += `${count % 10 === 0 ? `${taken}.` : makeSentence(random, stems)} `;
  }
  return page.slice(0, PAGE_UNITS);
}

export function benchReuse(passages = PASSAGES): Figure[] {
  const articles = makeArchive(passages);
  const page = makePage(articles);
  const start = performance.now();
  const built = addToPrintIndex(
    { segments: [] },
    (function* () {
      for (const article of articles) yield readSequence(article);
    })(),
  );
  const seconds = (performance.now() - start) / 1_000;
  const { buffer } = built.segments[0]!;
  const opening = time(() => void openPrintSegment(buffer));
  const hashes = new Set(articles.flatMap(sentenceHashes));
  const found = { hashing: 0, prints: 0, stretches: 0 };
  const hashing = time(() => {
    found.hashing = sentenceHashes(page).filter((hash) => hashes.has(hash)).length;
  });
  const lookup = time(() => {
    found.prints = gramsOf(readSequence(page)).filter(
      (print) => (placesOfPrint(built, print)?.length ?? 0) > 0,
    ).length;
  });
  const whole = time(() => {
    const wordsOf = (number: number) => readSequence(articles[number]!);
    found.stretches = findReuse(page, { index: built, wordsOf }).parts.filter(
      ({ length }) => length > 0,
    ).length;
  });
  const size = passages.toLocaleString('en');
  const what = `100 KB page, ${size} passages`;
  const ms = (value: number, hits: string) => ({
    measured: `${value.toFixed(2)} ms, ${hits}`,
    target: '',
    isMet: null,
  });
  return [
    { what: `${what}: hashes of sentences`, ...ms(hashing, `${found.hashing} found`) },
    { what: `${what}: prints looked up`, ...ms(lookup, `${found.prints} found`) },
    ratio(`${what}: prints, times sentence hashing`, lookup / hashing, '≤', 3),
    { what: `${what}: aligned and judged`, ...ms(whole, `${found.stretches} sentences`) },
    ratio(`${what}: the whole answer, times sentence hashing`, whole / hashing, null, null),
    ratio('bytes of prints a passage', buffer.byteLength / passages, '≤', 220),
    { what: `prints of ${size} passages made`, measured: `${seconds.toFixed(1)} s`, target: '', isMet: null },
    { what: 'prints opened', measured: `${(opening * 1_000).toFixed(0)} µs`, target: '', isMet: null },
  ];
}

if (process.argv[1] === import.meta.filename) printFigures(benchReuse());
