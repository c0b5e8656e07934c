import { describe, expect, it } from 'vitest';
import { capture } from './collect.ts';

const ITEM =
  '<item><title>Bridge opens</title><link>https://example.org/bridge</link><description>The caf&eacute; on the old bridge opened.</description></item>';
const feed = (prolog: string, item = ITEM) =>
  `<?xml version="1.0"?>\n${prolog}<rss version="0.91"><channel><title>Gazette</title>${item}</channel></rss>`;

describe('a DOCTYPE', () => {
  it.each([
    '<!DOCTYPE rss PUBLIC "-//Example//DTD RSS 0.91//EN" "https://example.org/rss-0.91.dtd">\n',
    "<!-- a feed -->\n<!DOCTYPE rss SYSTEM 'rss.dtd'>",
    '<!DOCTYPE rss SYSTEM "a[b].dtd">',
  ])('that only names a DTD elsewhere is passed, and nothing is loaded: %s', async (doctype) => {
    expect(await capture('a.rss', feed(doctype))).toMatchObject([
      { ok: true, article: { headline: 'Bridge opens', articleBody: 'The café on the old bridge opened.' } },
    ]);
  });

  it.each([
    '<!DOCTYPE rss [<!ENTITY a "b">]>',
    '<!DOCTYPE rss SYSTEM "a>b" [<!ENTITY a "b">]>',
    '<!-- a feed --><!DOCTYPE rss\n[\n<!ENTITY % a SYSTEM "https://example.org/x"> %a;]>',
    `<!-- ${'long '.repeat(20_000)} --><!DOCTYPE rss [<!ENTITY a "b">]>`,
  ])('with declarations of its own is refused (%#)', async (doctype) => {
    expect(await capture('a.rss', feed(doctype))).toMatchObject([{ ok: false, code: 'bomb' }]);
  });

  it('in the text of an entry declares nothing', async () => {
    const item =
      '<item><title>XML explained</title><description><![CDATA[Begin with <!DOCTYPE a [<!ENTITY b "c">]> there.]]></description></item>';
    expect(await capture('a.rss', feed('', item))).toMatchObject([
      { ok: true, article: { headline: 'XML explained' } },
    ]);
  });
});

describe('faults', () => {
  it('are passed over by the thousand', async () => {
    const item = `<item><title>Bridge opens${'&nbsp;'.repeat(20_000)}</title></item>`;
    expect(await capture('a.rss', feed('', item))).toMatchObject([{ ok: true }]);
  });

  it('without end are a sentence, and the entries before them are kept', async () => {
    const damaged = feed('', `${ITEM}${'\0'.repeat(300_000)}`);
    expect(await capture('a.rss', damaged)).toMatchObject([{ ok: true }, { ok: false, code: 'damaged' }]);
  });
});
