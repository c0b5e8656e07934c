/**
 * Where an article prints a given quotation, and how the two differ.
 *
 * The naive version compares the quotation with every sentence and misses what was split, joined or trimmed. Here the
 * three-word runs that both have mark the places, whatever the sentence borders; runs in the same order are chained and
 * the gaps between them compared word by word (jsdiff). O(article words + quotation words).
 */
import { alignReworded } from './align-reworded.ts';
import { type DescribedPrinting, describePrinting, type WordSpan } from './describe-printing.ts';
import { judgePart } from './judge-part.ts';
import type { EvidenceKind } from './printing.ts';
import { type Chain, chainShared, type Seed } from './share-runs.ts';
import { readSequence, type WordSequence } from './word-sequence.ts';

export type Alignment = DescribedPrinting;

/** Shorter runs than a print's: one article is searched, not an archive, so chance meetings cost little. */
const SEED_WORDS = 3;
/** Below this, two texts share an expression rather than a sentence. */
const LEAST_SIMILARITY = 0.5;
/** A whole sentence that shares less in order, and no run that proves anything, may say something else. */
const CLOSE_SIMILARITY = 0.8;
const SHORT_QUOTE = 10;
/** Places compared; an article that prints the same words more often repeats itself. */
const MOST_PLACES = 8;
/** Places of one run in the quotation. */
const MOST_REPEATS = 8;
const MOST_SEEDS = 20_000;

export function alignQuoteText(quote: string, body: string): Alignment | null {
  return alignQuote(readSequence(quote), readSequence(body));
}

/** The best place, or null when the article does not print the quotation, nor eight words of it in a row. */
export function alignQuote(asked: WordSequence, article: WordSequence): Alignment | null {
  if (asked.count === 0) return null;
  let best: Alignment | null = null;
  for (const chain of chainShared(asked, article, seedsBetween(asked, article)).slice(0, MOST_PLACES)) {
    const found = describeChain(asked, article, chain);
    if (found && (!best || found.similarity > best.similarity)) best = found;
  }
  if (best && best.similarity >= LEAST_SIMILARITY && best.evidence !== 'similar') return best;
  const reworded = alignReworded(asked, article);
  if (!best || !reworded) return best ?? reworded;
  const isSurer = best.evidence === 'similar' && reworded.evidence !== 'similar';
  return isSurer || reworded.similarity > best.similarity ? reworded : best;
}

/** All words alike in three-word runs; a quotation of fewer words is one run. */
function seedsBetween(asked: WordSequence, article: WordSequence): Seed[] {
  const width = Math.min(SEED_WORDS, asked.count);
  const places = new Map<number, number[]>();
  for (let at = 0; at + width <= asked.count; at++) {
    const run = runHash(asked, at, width);
    const known = places.get(run);
    if (!known) places.set(run, [at]);
    else if (known.length < MOST_REPEATS) known.push(at);
  }
  const seeds: Seed[] = [];
  for (let at = 0; at + width <= article.count && seeds.length < MOST_SEEDS; at++) {
    for (const page of places.get(runHash(article, at, width)) ?? []) seeds.push({ page, article: at });
  }
  return seeds;
}

function runHash({ hash }: WordSequence, from: number, width: number): number {
  let mixed = 0;
  for (let at = from; at < from + width; at++) mixed = (Math.imul(mixed, 0x01000193) ^ hash[at]!) | 0;
  return mixed;
}

function describeChain(asked: WordSequence, article: WordSequence, chain: Chain): Alignment | null {
  const whole: WordSpan = { first: 0, last: asked.count - 1 };
  const describe = (runs: Chain, evidence: EvidenceKind) => {
    const last = runs.at(-1)!;
    const span = { first: runs[0]!.article, last: last.article + last.length - 1 };
    return describePrinting({ words: asked, span: whole }, { words: article, span }, runs, evidence);
  };
  const texts = { page: asked, article, voided: new Uint8Array(asked.count) };
  const part = judgePart(texts, chain, { first: 0, end: asked.count }, false);
  const all = describe(chain, part?.kind ?? 'reworded');
  if (all.similarity === 1) return { ...all, evidence: all.changed.length > 0 ? all.evidence : 'verbatim' };
  // Of a short sentence so much can be alike by chance.
  if (!part && all.similarity < CLOSE_SIMILARITY && asked.count < SHORT_QUOTE)
    return all.similarity >= LEAST_SIMILARITY ? { ...all, evidence: 'similar' } : null;
  if (all.similarity >= (part ? LEAST_SIMILARITY : CLOSE_SIMILARITY)) return all;
  return part && describe(part.runs, part.kind);
}
