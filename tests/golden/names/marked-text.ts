/** Texts with names marked by hand: "[PER Ana Costa] spoke in [LOC Porto]." A paragraph a block, blank lines between. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const MARK = /\[(PER|ORG|LOC|EVENT) ([^\]]+)\]/g;

/** The paragraph without its marks, and what they mark. A line break inside it is a blank. */
export function parseMarkedText(block: string): MarkedText {
  const source = block.replace(/\n/g, ' ').trim();
  const spans: { start: number; end: number; type: string }[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(MARK)) {
    const [whole, type = '', name = ''] = match;
    text += source.slice(from, match.index);
    spans.push({ start: text.length, end: text.length + name.length, type });
    text += name;
    from = match.index + whole.length;
  }
  return { text: text + source.slice(from), spans };
}
