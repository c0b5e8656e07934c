/**
 * What of an archived article is selected, as a position in its body: to be cited instead of the passage that was asked
 * for. Drawn text is not the body itself: a control character is drawn as its name, and other things stand between two
 * paragraphs. So each paragraph (`data-start`) is counted by itself. O(text of the first and the last paragraph).
 */
import { useEffect, useState } from 'preact/hooks';
import type { TextPosition } from '../text/position.ts';

/** `body`: the element that holds the paragraphs. Null while nothing of it is selected. */
export function useSelectedPart(body: { readonly current: Element | null }): TextPosition | null {
  const [part, setPart] = useState<TextPosition | null>(null);
  useEffect(() => {
    const listening = new AbortController();
    const follow = () => {
      const selected = body.current && selectedPart(body.current, getSelection());
      setPart((known) => (isSamePart(known, selected) ? known : selected));
    };
    document.addEventListener('selectionchange', follow, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return part;
}

const isSamePart = (one: TextPosition | null, other: TextPosition | null): boolean =>
  one?.start === other?.start && one?.end === other?.end;

function selectedPart(body: Element, selection: Selection | null): TextPosition | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...body.querySelectorAll<HTMLElement>('[data-start]')].filter((paragraph) =>
    range.intersectsNode(paragraph),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset) ?? Number(first.dataset.start);
  const end = offsetIn(last, range.endContainer, range.endOffset) ?? Number(last.dataset.end);
  return start < end ? { start, end } : null;
}

/** Of a place in a paragraph, in the body; null where the place lies outside of it. */
function offsetIn(paragraph: HTMLElement, node: Node, offset: number): number | null {
  if (!paragraph.contains(node)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  const drawn = before.cloneContents();
  const names = [...drawn.querySelectorAll('.control')].map(({ textContent }) => textContent ?? '');
  const drawnLength = drawn.textContent?.length ?? 0;
  return (
    Number(paragraph.dataset.start) + drawnLength - names.reduce((sum, { length }) => sum + length - 1, 0)
  );
}
