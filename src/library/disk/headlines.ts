/** All headlines, folded, a line an article: looked through with each letter that a reader types, as one string. */
import type { Bytes } from './columns.ts';

export interface Headlines {
  /** Articles in whose headline `letters` begin a word, in order; of one headline the first, at most `limit`. */
  beginning(letters: string, limit: number, stays: (article: number) => boolean): number[];
}

/** Each line begins with a space, those of articles without a headline are empty. */
export function openHeadlines(bytes: Bytes): Headlines {
  const text = new TextDecoder().decode(bytes);
  let starts: Uint32Array | null = null;
  return {
    beginning: (letters, limit, stays) => {
      starts ??= startsOfLines(text);
      const found = new Map<string, number>();
      const wanted = ` ${letters}`;
      for (let at = text.indexOf(wanted); at >= 0 && found.size < limit; ) {
        const article = lineAt(starts, at);
        const end = (starts[article + 1] ?? text.length) - 1;
        const line = text.slice(starts[article], end);
        if (stays(article) && !found.has(line)) found.set(line, article);
        at = text.indexOf(wanted, end);
      }
      return [...found.values()];
    },
  };
}

/** Of a text whose every line ends with a break. */
export function startsOfLines(text: string): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) starts.push(at);
  return Uint32Array.from(starts);
}

/** The last line that begins at `place` or before. */
export function lineAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
