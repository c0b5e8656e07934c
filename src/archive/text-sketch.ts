/**
 * Near-identical texts: a small sketch of a text, such that two sketches tell how much of the texts is the same.
 *
 * The naive version compares a new article word for word with every archived one, O(archive). Here MinHash (Broder
 * 1997): the smallest of each of 32 permutations of the text's four-word hashes; the share of equal ones estimates the
 * texts' Jaccard similarity within about ±.15. Eight bands of four serve as look-up keys: two texts that are 85 % the
 * same share at least one with probability .999, two that are a quarter the same with .03. O(words × 32).
 */
import { shingles } from '../text/shingles.ts';

const PERMUTATIONS = 32;
const ROWS = 4;
/** Below this many four-word runs (a caption, a headline) chance decides. */
const FEWEST_SHINGLES = 12;
/** Share of equal minima from which two texts are one text with small changes. */
const NEARLY_THE_SAME = 0.84;

/** 32 unsigned numbers; empty for a text too short to tell. */
export function sketchOf(text: string): number[] {
  const found = shingles(text);
  if (found.size < FEWEST_SHINGLES) return [];
  const minima = new Array<number>(PERMUTATIONS).fill(0xffffffff);
  for (const shingle of found) {
    for (let at = 0; at < PERMUTATIONS; at++) {
      const value = permute(shingle, at);
      if (value < (minima[at] as number)) minima[at] = value;
    }
  }
  return minima;
}

/** A bijection of 32-bit numbers, another one for each `at` (the finaliser of MurmurHash3 over a salted value). */
function permute(value: number, at: number): number {
  let mixed = value ^ Math.imul(at + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Look-up keys: texts that are nearly the same share at least one. */
export function sketchBands(sketch: readonly number[]): string[] {
  const bands: string[] = [];
  for (let at = 0; at + ROWS <= sketch.length; at += ROWS) {
    const rows = sketch.slice(at, at + ROWS).map((value) => value.toString(36));
    bands.push(`${at / ROWS}:${rows.join('.')}`);
  }
  return bands;
}

export function isNearlyTheSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || a.length !== b.length) return false;
  return a.filter((value, at) => value === b[at]).length / a.length >= NEARLY_THE_SAME;
}
