/** The naive rule, kept as the baseline: a quotation belongs to the name beside the nearest verb of speech. */
const QUOTED = /[“"«„‘]([^”"»’\n]{2,})[”"»’]/g;
const VERB =
  /\b(?:said|says|told|added|stated|warned|stressed|noted|explained|asked|wrote|insisted|claimed|replied|recalled)\b/g;
const NAME = /\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:al|bin|de|van|von)[ -])?\p{Lu}[\p{L}’'-]+)*/gu;
const NAME_REACH = 80;
const REACH = 200;

export interface Guess {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
}

export function attributeToNearestVerb(text: string): Guess[] {
  const guesses: Guess[] = [];
  for (const { 0: whole, 1: words = '', index } of text.matchAll(QUOTED)) {
    const start = index + 1;
    const end = start + words.length;
    const outer = index + whole.length;
    guesses.push({ start, end, speaker: nearest(text, index, outer) });
  }
  return guesses;
}

function nearest(text: string, start: number, end: number): string | null {
  const from = Math.max(0, start - REACH);
  const before = [...text.slice(from, start).matchAll(VERB)].at(-1);
  const after = [...text.slice(end, end + REACH).matchAll(VERB)][0];
  const isAfter = after && (!before || after.index <= start - (from + before.index));
  const verb = isAfter ? after : before;
  if (!verb) return null;
  const at = (isAfter ? end : from) + verb.index;
  const near = text.slice(Math.max(0, at - NAME_REACH), at + NAME_REACH);
  const middle = Math.min(at, NAME_REACH);
  let best: { readonly name: string; readonly gap: number } | null = null;
  for (const { 0: name, index } of near.matchAll(NAME)) {
    const gap = index >= middle ? index - middle - verb[0].length : middle - index - name.length;
    if (best === null || gap < best.gap) best = { name, gap };
  }
  return best?.name ?? null;
}
