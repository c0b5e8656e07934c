import { describe, expect, it } from 'vitest';
import { flatten, type HtmlNode, openingOf } from '../../../../src/capture/html/dom.ts';
import { parseDocument } from '../../../../src/capture/html/parse-document.ts';

function bodyOf(html: string): HtmlNode {
  return parseDocument(html).body!;
}

/** A box with `count` texts in it, of which each that is asked for is counted. */
function countedBox(count: number, text: string): { box: HtmlNode; asked: () => number } {
  let asked = 0;
  const leafAt = (at: number, parentNode: HtmlNode): HtmlNode | null => {
    if (at >= count) return null;
    asked++;
    const none = { firstChild: null, previousSibling: null };
    return {
      nodeType: 3,
      textContent: text,
      parentNode,
      ...none,
      get nextSibling() {
        return leafAt(at + 1, parentNode);
      },
    };
  };
  const alone = { nextSibling: null, previousSibling: null, parentNode: null };
  const box: HtmlNode = {
    nodeType: 1,
    textContent: '',
    ...alone,
    get firstChild() {
      return leafAt(0, box);
    },
  };
  return { box, asked: () => asked };
}

describe('the opening of an element', () => {
  it.each(['<p>One  two</p>\n<p>three</p>', '  a<b> b</b>\u200b<i>c </i> d', '<div></div>', '<!-- x -->a'])(
    'is its whole text where that is short: %s',
    (html) => {
      const body = bodyOf(html);
      expect(openingOf(body, 1_000)).toBe(flatten(body.textContent));
    },
  );

  it('is the beginning of a long text, somewhat longer than asked for', () => {
    const body = bodyOf('<p>The old bridge </p>'.repeat(1_000));
    const opening = openingOf(body, 100);
    expect(opening.length).toBeGreaterThan(100);
    expect(opening.length).toBeLessThan(130);
    expect(flatten(body.textContent).startsWith(opening)).toBe(true);
  });

  it('asks for no more of a box than it needs', () => {
    const full = countedBox(100_000, 'bridge ');
    openingOf(full.box, 400);
    expect(full.asked()).toBeLessThan(70);
    const empty = countedBox(100_000, ' ');
    openingOf(empty.box, 400);
    expect(empty.asked()).toBeLessThan(1_100);
  });
});
