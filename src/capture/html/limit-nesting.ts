/**
 * Drops tags below a depth that no page needs, before a parser or a reader recurses into them: 100,000 nested `<div>`
 * end a recursive walk in a stack overflow. The text inside stays. One pass over the tags, O(length).
 */

/** Browsers stop at 512 themselves. The deepest of some 500 newspaper pages has 60; what is deeper costs the square of its depth. */
const DEEPEST = 128;

/** The largest of some 500 newspaper pages has 10,000; what comes after is cut off, or ten megabytes of tags take a minute. */
export const MOST_ELEMENTS = 30_000;

/** As many as are read; a page made of them must not be cut off before its text. */
const MOST_STATEMENTS = 2_000;
const STATEMENTS = new Set(['meta', 'link']);

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame'.split(' '),
);
/** Elements that a sibling of their own kind closes. */
const SELF_CLOSED_BY_KIND = new Set('p li dt dd tr td th option'.split(' '));
const RAW_TEXT = new Set('script style textarea title'.split(' '));
/** Ends at the next "<" at the latest, whatever the quotes: markup without a single ">" is still read in one pass. */
const TAG = /<(\/?)([a-z][^\s/<>]{0,40})[^<>]*>/gi;

interface LimitedMarkup {
  readonly html: string;
  /** Whether the page has more elements than {@link MOST_ELEMENTS}: what comes after them is left out. */
  readonly isCut: boolean;
}

/** The same markup without the tags that would nest deeper than {@link DEEPEST}; unchanged for every ordinary page. */
export function limitNesting(html: string): string {
  return limitElements(html).html;
}

/** {@link limitNesting}, and whether something was left out. */
export function limitElements(html: string): LimitedMarkup {
  const open: string[] = [];
  const depths = new Map<string, number>();
  const pieces: string[] = [];
  let kept = 0;
  let dropped = 0;
  let elements = 0;
  let statements = 0;
  const drop = (match: RegExpExecArray): void => {
    pieces.push(html.slice(kept, match.index));
    kept = match.index + match[0].length;
    dropped++;
  };
  const pop = (): void => {
    const name = open.pop()!;
    depths.set(name, (depths.get(name) ?? 1) - 1);
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const name = match[2]!.toLowerCase();
    if (match[1] === '/') {
      if ((depths.get(name) ?? 0) > 0) {
        while (open.at(-1) !== name) pop();
        pop();
      }
      continue;
    }
    if (STATEMENTS.has(name) && ++statements > MOST_STATEMENTS) {
      drop(match);
      continue;
    }
    if (++elements > MOST_ELEMENTS)
      return { html: pieces.join('') + html.slice(kept, match.index), isCut: true };
    if (VOID.has(name) || match[0].endsWith('/>')) continue;
    if (RAW_TEXT.has(name)) {
      const end = closing(html, name, TAG.lastIndex);
      TAG.lastIndex = end;
      continue;
    }
    if (SELF_CLOSED_BY_KIND.has(name) && open.at(-1) === name) pop();
    if (open.length >= DEEPEST) {
      drop(match);
      elements--;
      continue;
    }
    open.push(name);
    depths.set(name, (depths.get(name) ?? 0) + 1);
  }
  return { html: dropped === 0 ? html : pieces.join('') + html.slice(kept), isCut: false };
}

/** Where the element of raw text that begins before `from` is closed; the end of the markup when it never is. */
function closing(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
