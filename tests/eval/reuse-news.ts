/**
 * Outlets that print the same: every run of eight words that a page shares with another article is sought, whatever it
 * says; the other way round, what is found should hold such a run. Beside it sentences that share half their words in
 * order (LCS), the naive check behind fingerprints.
 */
import { findReuse } from '../../src/quotes/find-reuse.ts';
import { listReused } from '../../src/quotes/list-reused.ts';
import { addToPrintIndex } from '../../src/quotes/print-index.ts';
import { firstWordFrom, readSequence, type WordSequence } from '../../src/quotes/word-sequence.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import type { Figure } from './figure.ts';

export interface NewsArticle {
  readonly text: string;
  /** Articles of other subjects print nothing of it. */
  readonly subject: string;
}

const RUN_WORDS = 8;
/** Of the run's words, so many must be found. */
const COVERED = 0.8;
const PEER = 'LCS ≥ .75 of a sentence';

/** A stretch of a page in words, [first, end), found in an article. */
interface Found {
  readonly number: number;
  readonly first: number;
  readonly end: number;
}
type Finder = (page: number) => readonly Found[];

/** `pages`: places of the articles that are asked about; all others, and each of them to the others, are the archive. */
export function evaluateNews(
  set: string,
  articles: readonly NewsArticle[],
  pages: readonly number[],
): Figure[] {
  const sequences = articles.map(({ text }) => readSequence(text));
  const runs = runsBetween(sequences, pages);
  const score = (find: Finder) => {
    let [runCount, hits, finds, exact, foreign] = [0, 0, 0, 0, 0];
    for (const page of pages) {
      const found = find(page);
      const gold = runs.get(page) ?? [];
      runCount += gold.length;
      hits += gold.filter((run) => coverage(run, found) >= COVERED * (run.end - run.first)).length;
      finds += found.length;
      exact += found.filter((one) => gold.some((run) => overlap(run, one) > 0)).length;
      foreign += found.filter(({ number }) => articles[number]!.subject !== articles[page]!.subject).length;
    }
    return { recall: hits / runCount, precision: exact / finds, foreign };
  };
  const ours = score(findByPrints(articles, sequences));
  const peer = score(findByOrder(sequences));
  const figure = (measure: string, name: keyof typeof ours) => ({
    ...{ set, measure, value: ours[name], target: null, peers: { [PEER]: peer[name] } },
  });
  return [
    figure('runs of eight words shared with another article, found', 'recall'),
    figure('printings found that hold such a run', 'precision'),
    { ...figure('printings found in articles on another subject', 'foreign'), isCost: true },
  ];
}

function findByPrints(articles: readonly NewsArticle[], sequences: readonly WordSequence[]): Finder {
  const index = addToPrintIndex({ segments: [] }, sequences);
  return (page) => {
    const wordsOf = (number: number) => (number === page ? null : sequences[number]!);
    const reuse = findReuse(articles[page]!.text, { index, wordsOf });
    return listReused(reuse, wordsOf).flatMap(({ start, end, printings }) =>
      printings.map(({ number }) => ({
        ...{ number, first: firstWordFrom(reuse.words, start), end: firstWordFrom(reuse.words, end) },
      })),
    );
  };
}

/** By page: maximal stretches in which each run of eight words stands in the other article too. */
function runsBetween(sequences: readonly WordSequence[], pages: readonly number[]): Map<number, Found[]> {
  const places = placesOfRuns(sequences.map(({ hash }) => hash));
  return new Map(
    pages.map((page) => {
      const open = new Map<number, { number: number; first: number; end: number }>();
      const found: Found[] = [];
      const { hash } = sequences[page]!;
      for (let at = 0; at + RUN_WORDS <= hash.length; at++) {
        for (const number of places.get(hash.subarray(at, at + RUN_WORDS).join()) ?? []) {
          if (number === page) continue;
          const last = open.get(number);
          if (last && last.end >= at) last.end = at + RUN_WORDS;
          else {
            const next = { number, first: at, end: at + RUN_WORDS };
            open.set(number, next);
            found.push(next);
          }
        }
      }
      return [page, found];
    }),
  );
}

function placesOfRuns(texts: readonly Int32Array[], words = RUN_WORDS): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>();
  for (const [number, hash] of texts.entries()) {
    for (let at = 0; at + words <= hash.length; at++) {
      const key = hash.subarray(at, at + words).join();
      const known = places.get(key);
      if (known) known.add(number);
      else places.set(key, new Set([number]));
    }
  }
  return places;
}

/** Sentences that share a run of four words with a sentence of another article and three quarters of their words in order. */
function findByOrder(sequences: readonly WordSequence[]): Finder {
  const sentences = sequences.flatMap((words, number) =>
    splitSentences(words.text).map(({ start, end }) => {
      const [first, behind] = [firstWordFrom(words, start), firstWordFrom(words, end)];
      return { number, first, end: behind, hash: words.hash.subarray(first, behind) };
    }),
  );
  const places = placesOfRuns(
    sentences.map(({ hash }) => hash),
    4,
  );
  return (page) =>
    sentences
      .filter(({ number, hash }) => number === page && hash.length >= 6)
      .flatMap(({ first, end, hash }) => {
        const near = new Set<number>();
        for (let at = 0; at + 4 <= hash.length; at++)
          for (const other of places.get(hash.subarray(at, at + 4).join()) ?? []) near.add(other);
        const alike = [...near].filter((other) => {
          const sentence = sentences[other]!;
          return sentence.number !== page && inOrder(hash, sentence.hash) >= 0.75 * hash.length;
        });
        return [...new Set(alike.map((other) => sentences[other]!.number))].map((number) => ({
          ...{ number, first, end },
        }));
      });
}

/** Words of the longest common subsequence. */
function inOrder(left: Int32Array, right: Int32Array): number {
  let above = new Uint16Array(right.length + 1);
  for (const word of left) {
    const row = new Uint16Array(right.length + 1);
    for (let at = 0; at < right.length; at++)
      row[at + 1] = word === right[at] ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!);
    above = row;
  }
  return above[right.length]!;
}

function overlap(one: Found, other: Found): number {
  if (one.number !== other.number) return 0;
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.first, other.first));
}

/** Words of the run that are found in its article. */
function coverage(run: Found, found: readonly Found[]): number {
  const covered = new Uint8Array(run.end - run.first);
  for (const one of found) {
    if (overlap(run, one) > 0)
      covered.fill(1, Math.max(0, one.first - run.first), Math.max(0, one.end - run.first));
  }
  return covered.reduce((sum, word) => sum + word, 0);
}
