/**
 * The scan bench's work, bundled once and run unchanged in Node and in a real browser: the same text and names for our
 * trie and for its peers.
 */
import { findNames } from '../../src/entities/find-names.ts';
import { buildGazetteer } from '../../src/entities/gazetteer.ts';
import { DROPPED, foldUnit, SEPARATOR } from '../../src/text/fold.ts';
import { createTokens, fold, tokenise } from '../../src/text/tokenise.ts';

export interface ScanTimes {
  readonly names: number;
  /** Milliseconds, medians. */
  readonly tokenise: number;
  readonly backstory: number;
  /** Alternation of the names over text folded as ours is, offsets kept: the same work. */
  readonly foldedRegExp: number;
  /** The same alternation over the raw text: misses what differs in accents, quotes or hyphens. */
  readonly bareRegExp: number;
  readonly hits: { readonly backstory: number; readonly foldedRegExp: number; readonly bareRegExp: number };
}

/** Deterministic: a small linear congruential generator. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Names as an archive has them: given names, surnames and places of one to three words, whose words begin with any
 * letter and often like ordinary words do.
 */
export function makeNames(prose: string, count: number): string[] {
  const random = randomOf(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const stems = [...new Set(prose.toLowerCase().match(/[a-z]{3,9}/g) ?? [])];
  const endings = ['', 'a', 'an', 'ar', 'berg', 'ev', 'i', 'man', 'o', 'sen', 'son', 'ton', 'ville', 'wick'];
  const word = () => {
    const text = pick(stems) + pick(endings);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) names.add(Array.from({ length: pick([2, 2, 2, 3, 1]) }, word).join(' '));
  return [...names];
}

/** `length` code units of `prose` with a name about every 400. */
export function makeText(prose: string, names: readonly string[], length: number): string {
  const random = randomOf(11);
  const words = prose.split(/\s+/);
  const parts: string[] = [];
  for (let size = 0, at = 0; size < length; at++) {
    const part = at % 60 === 59 ? names[Math.floor(random() * names.length)]! : words[at % words.length]!;
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join(' ').slice(0, length);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Median of `repeats` runs after three that do not count, in milliseconds. */
export function time(work: () => void, repeats: number): number {
  for (let warm = 0; warm < 3; warm++) work();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

/** What a matcher over strings needs first: the folded text and, for each of its units, the offset it came from. */
function foldWithOffsets(text: string): { folded: string; offsets: Uint32Array } {
  const units = new Uint16Array(text.length * 2);
  const offsets = new Uint32Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = foldUnit(text.charCodeAt(index));
    if (unit === DROPPED) continue;
    if (unit === SEPARATOR && length > 0 && units[length - 1] === 0x20) continue;
    offsets[length] = index;
    units[length++] = unit === SEPARATOR ? 0x20 : unit;
  }
  let folded = '';
  for (let at = 0; at < length; at += 8192)
    folded += String.fromCharCode(...units.subarray(at, Math.min(length, at + 8192)));
  return { folded, offsets };
}

function alternation(names: readonly string[]): RegExp {
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

export function scan(text: string, names: readonly string[], repeats: number): ScanTimes {
  const gazetteer = buildGazetteer(names.map((name, entity) => ({ text: name, entity, kind: 0 })));
  const folded = alternation(names.map(fold));
  const bare = new RegExp(alternation(names).source, 'giu');
  const tokens = createTokens(text.length + 1);
  const hits = { backstory: 0, foldedRegExp: 0, bareRegExp: 0 };
  return {
    names: names.length,
    tokenise: time(() => void tokenise(text, tokens), repeats),
    backstory: time(() => {
      hits.backstory = findNames(gazetteer, text).length;
    }, repeats),
    foldedRegExp: time(() => {
      const page = foldWithOffsets(text);
      hits.foldedRegExp = Array.from(page.folded.matchAll(folded), ({ index }) => page.offsets[index]).length;
    }, repeats),
    bareRegExp: time(() => {
      hits.bareRegExp = [...text.matchAll(bare)].length;
    }, repeats),
    hits,
  };
}
