/**
 * Drops attributes that no tag needs, before a parser meets them. The naive version hands the markup over as it is:
 * the parser compares each attribute with all before it (200,000 take minutes), and the tree puts a list of classes on
 * the stack (500,000 overflow it). Scripts and comments, whose "tags" are none, are passed. One pass, O(length).
 */

/** A template with all its data attributes has 60. */
const MOST_ATTRIBUTES = 200;
/** A page builder's longest list of classes has 2,000 characters. */
const LONGEST_CLASSES = 10_000;

const RAW_TEXT = new Set('script style textarea title'.split(' '));
const TAG = /<(\/?)([a-z][^\s/>]*)/iy;
/** As the standard reads them; a value whose quotation mark is never closed runs to the end of the markup. */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*))?/y;
const IS_CLASS = /^[\s/]*class\s*=/i;

/** The same markup, unchanged for every ordinary page. */
export function limitAttributes(html: string): string {
  const pieces: string[] = [];
  let kept = 0;
  const drop = (start: number, end: number): void => {
    pieces.push(html.slice(kept, start));
    kept = end;
  };
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = html.indexOf('-->', at + 4);
      if (at < 0) break;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (tag === null) {
      at++;
      continue;
    }
    at = passAttributes(html, TAG.lastIndex, drop);
    const name = tag[2]!.toLowerCase();
    if (tag[1] === '' && RAW_TEXT.has(name)) {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = at;
      at = end.exec(html)?.index ?? html.length;
    }
  }
  return kept === 0 ? html : pieces.join('') + html.slice(kept);
}

/** Where the attributes that begin at `at` end; what is too much of them is given to `drop`. */
function passAttributes(html: string, at: number, drop: (start: number, end: number) => void): number {
  let end = at;
  let [count, surplus] = [0, -1];
  ATTRIBUTE.lastIndex = at;
  for (let match = ATTRIBUTE.exec(html); match !== null; match = ATTRIBUTE.exec(html)) {
    if (++count > MOST_ATTRIBUTES && surplus < 0) surplus = match.index;
    end = ATTRIBUTE.lastIndex;
    if (surplus < 0 && match[0].length > LONGEST_CLASSES && IS_CLASS.test(match[0])) drop(match.index, end);
    ATTRIBUTE.lastIndex = end;
  }
  if (surplus >= 0) drop(surplus, end);
  return end;
}
