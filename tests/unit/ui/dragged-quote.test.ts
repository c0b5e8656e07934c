import { describe, expect, it } from 'vitest';
import type { ProvenanceView } from '../../../src/protocol/views.ts';
import { draggedQuote } from '../../../src/ui/dragged-quote.ts';
import type { Words } from '../../../src/ui/words.ts';

const SAYS = {
  t: (key: string, ...parts: string[]) =>
    ({ separator: ' · ', listComma: ', ', byline: `by ${parts[0]}`, readAt: `readAt ${parts[0]}` })[key] ??
    key,
  date: (date: string) => `on ${date}`,
} as unknown as Words;
const PRINTED = {
  headline: null,
  publisher: 'Harbour <Gazette>',
  datePublished: '2021-05-03',
  site: null,
  author: ['Jane Doe', 'John Roe'],
  url: 'https://gazette.example/?a=1&b="2"',
} as unknown as ProvenanceView;

describe('a dragged passage', () => {
  it('carries outlet, date, byline and address', () => {
    expect(draggedQuote(SAYS, { text: ' The bridge opened. ', provenance: PRINTED }).plain).toBe(
      '“The bridge opened.” — Harbour <Gazette> · on 2021-05-03 · by Jane Doe, John Roe, https://gazette.example/?a=1&b="2"',
    );
  });

  it('says where it was read when no outlet is printed', () => {
    const provenance = { ...PRINTED, publisher: null, site: 'gazette.example' };
    expect(draggedQuote(SAYS, { text: 'So.', provenance }).plain).toMatch(
      / · readAt gazette.example, https:/,
    );
  });

  it('brings no markup of its own', () => {
    const { html } = draggedQuote(SAYS, { text: '<img src=x onerror=alert(1)> & "so"', provenance: PRINTED });
    expect(html).toBe(
      '<blockquote dir="auto">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;</blockquote>' +
        '<p>— Harbour &lt;Gazette&gt; · on 2021-05-03 · by Jane Doe, John Roe' +
        '<br><a href="https://gazette.example/?a=1&amp;b=&quot;2&quot;">https://gazette.example/?a=1&amp;b=&quot;2&quot;</a></p>',
    );
  });

  it('is named by its headline where no outlet is printed', () => {
    const provenance = { ...PRINTED, publisher: null, headline: 'A bridge opens', author: [], url: null };
    expect(draggedQuote(SAYS, { text: 'So.', provenance }).plain).toBe(
      '“So.” — A bridge opens · on 2021-05-03 · noOutletPrinted',
    );
  });

  it('says what was not printed, and leaves out an address that there is not', () => {
    const provenance = { ...PRINTED, publisher: null, datePublished: null, author: [], url: null };
    expect(draggedQuote(SAYS, { text: 'So.', provenance }).plain).toBe(
      '“So.” — noOutletPrinted · noDatePrinted',
    );
  });
});
