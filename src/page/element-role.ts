/**
 * What an element means for running text. The tag decides what is never read; the computed style decides the rest,
 * because `span`s are blocks and `div`s are inline on real pages. Joining two lines glues names together, and cutting
 * one loses names, so neither can be left to the tag.
 */
import { attributeOf, localNameOf } from './node-access.ts';

export type Role =
  | 'skip' // not text for a reader: scripts, editors
  | 'hidden' // not shown now; may be later
  | 'break' // a line break in running text
  | 'gap' // not read either, and parts two words: pictures, controls, code
  | 'inline' // runs on in the surrounding block
  | 'apart' // its own block, around which the surrounding text runs on (positioned elsewhere)
  | 'block';

const NEVER_READ = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'head',
    'title',
    'link',
    'meta',
    'datalist',
    'optgroup',
    'option',
  ],
  ...['rt', 'rp', 'wbr'],
]);
const PARTS_WORDS = new Set([
  ...[
    'img',
    'picture',
    'svg',
    'math',
    'canvas',
    'video',
    'audio',
    'iframe',
    'frame',
    'object',
    'embed',
    'map',
  ],
  ...['input', 'textarea', 'select', 'meter', 'progress', 'code', 'kbd', 'samp'],
]);
/** Tags that are inline unless a style says otherwise: a floated one is a drop capital, not a paragraph. */
const PHRASING = new Set([
  'span',
  'a',
  'b',
  'i',
  'em',
  'strong',
  'small',
  'big',
  'font',
  'abbr',
  'cite',
  'mark',
  'u',
]);

export function roleOf(element: Element): Role {
  const tag = localNameOf(element);
  if (tag === 'br') return 'break';
  if (NEVER_READ.has(tag)) return 'skip';
  if (PARTS_WORDS.has(tag)) return 'gap';
  if (isEditor(element)) return 'skip';
  const style = styleOf(element);
  const display = style.display;
  if (display === 'none' || display === '') return 'hidden';
  if (display === 'contents' || display.startsWith('inline') || display.startsWith('ruby')) return 'inline';
  if (PHRASING.has(tag) && style.float !== 'none') return 'inline';
  const position = style.position;
  return position === 'absolute' || position === 'fixed' ? 'apart' : 'block';
}

/** A live object: made in no time, but each value read may make the browser lay out what has changed. */
export function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

export function whiteSpaceOf(style: CSSStyleDeclaration): 'collapse' | 'keep-breaks' | 'keep' {
  const value = style.whiteSpaceCollapse;
  if (value === 'preserve-breaks') return 'keep-breaks';
  return value === 'collapse' || value === '' ? 'collapse' : 'keep';
}

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}
