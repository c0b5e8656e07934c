import { describe, expect, it } from 'vitest';
import type { CaptureContext, CaptureOutcome } from '../../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../../src/capture/formats.ts';
import { limitNesting } from '../../../../src/capture/html/limit-nesting.ts';
import { parseDocument } from '../../../../src/capture/html/parse-document.ts';
import { processorMs } from '../../../processor-ms.ts';
import { bridgePage, PARAGRAPHS } from './page.ts';

async function capture(content: string | Uint8Array<ArrayBuffer>, more: Partial<CaptureContext> = {}) {
  const context = {
    file: 'bridge.html',
    collection: 'yours',
    capturedAt: null,
    sidecar: null,
    parseDocument,
    ...more,
  } as const;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const outcomes: CaptureOutcome[] = [];
  for await (const outcome of captureFile(bytes, context)) outcomes.push(outcome);
  return outcomes;
}

describe('an HTML file', () => {
  it('becomes one article with its provenance', async () => {
    const [outcome, ...more] = await capture(bridgePage(), {
      capturedFrom: 'https://gazette.example/bridge',
    });
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({
      ok: true,
      article: {
        headline: 'Old bridge opens to walkers',
        url: 'https://gazette.example/bridge',
        articleBody: PARAGRAPHS.join('\n\n'),
        provenance: { parser: 'html@1', file: 'bridge.html', capturedFrom: 'https://gazette.example/bridge' },
      },
    });
  });

  it('knows its address from the note that a browser leaves in a saved page', async () => {
    const [outcome] = await capture(
      `<!-- saved from url=(0030)https://gazette.example/bridge -->${bridgePage()}`,
    );
    expect(outcome).toMatchObject({ ok: true, article: { url: 'https://gazette.example/bridge' } });
  });

  it('is kept as plain text where no parser is handed in', async () => {
    const { parseDocument: _none, ...rest } = { parseDocument, file: 'bridge.html' };
    const outcomes: CaptureOutcome[] = [];
    const context = { ...rest, collection: 'yours', capturedAt: null, sidecar: null } as const;
    for await (const outcome of captureFile(new TextEncoder().encode(bridgePage()), context))
      outcomes.push(outcome);
    expect(outcomes[0]).toMatchObject({ ok: true });
  });

  it('is read whatever its depth', async () => {
    const deep = `${'<div>'.repeat(100_000)}${bridgePage()}${'</div>'.repeat(100_000)}`;
    expect((await capture(deep))[0]).toMatchObject({ ok: true });
  });

  it('keeps no address and no key that could do harm', async () => {
    const head = `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">
      <script type="application/ld+json">{"@type":"NewsArticle","url":"javascript:alert(2)","headline":"<img src=x onerror=alert(3)>Old bridge opens to walkers","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}</script>`;
    const [outcome] = await capture(bridgePage({ head, inside: '<script>alert(4)</script>' }));
    expect(outcome).toMatchObject({
      ok: true,
      article: { url: null, headline: 'Old bridge opens to walkers' },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/alert|onerror/);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['paywall', `<p>${PARAGRAPHS[0]}</p><div>Subscribe now to continue reading.</div>`, /signed in/],
    [
      'no-article',
      '<ul><li><a href="/a">Home</a></li><li><a href="/b">Sport</a></li></ul>',
      /select the text/,
    ],
    ['no-article', '<p>You need to enable JavaScript to run this app.</p>', /by script/],
    ['no-article', '<p>Verify that you are human.</p>', /robots/],
    ['no-article', '<h1>Page not found</h1>', /not found/],
  ])('without an article says what happened and what to do (%s, %s)', async (code, body, reason) => {
    const [outcome] = await capture(`<!doctype html><html><body>${body}</body></html>`);
    expect(outcome).toMatchObject({ ok: false, code, reason: expect.stringMatching(reason) });
  });

  it('is refused where the parser fails, with a sentence', async () => {
    const broken = () => {
      throw new Error('no');
    };
    expect((await capture(bridgePage(), { parseDocument: broken }))[0]).toMatchObject({
      ok: false,
      code: 'damaged',
    });
  });
});

describe('nesting', () => {
  it('leaves ordinary pages as they are', () => {
    const page = bridgePage({ inside: '<p>one<p>two<br><img src="a.jpg"><ul><li>a<li>b</ul>' });
    expect(limitNesting(page)).toBe(page);
  });

  it('keeps the text of what is too deep', () => {
    const limited = limitNesting(`${'<div>'.repeat(5_000)}text`);
    expect(limited.match(/<div>/g)).toHaveLength(128);
    expect(limited.endsWith('text')).toBe(true);
  });

  it('counts only the tags that it keeps, and cuts off what no page needs', () => {
    expect(limitNesting(`${'<div>'.repeat(100_000)}<p>text`).endsWith('<p>text')).toBe(false);
    expect(limitNesting(`${'<div>'.repeat(100_000)}text`).endsWith('text')).toBe(true);
    expect(limitNesting('<p>x</p>'.repeat(40_000)).match(/<p>/g)).toHaveLength(30_000);
  });

  it('drops statements without end and keeps the text after them', () => {
    const limited = limitNesting(`${'<meta name="a" content="b">'.repeat(100_000)}<p>text</p>`);
    expect(limited.match(/<meta/g)).toHaveLength(2_000);
    expect(limited.endsWith('<p>text</p>')).toBe(true);
  });

  it.each([
    '<a '.repeat(200_000),
    '<'.repeat(500_000),
    `<${'a'.repeat(500_000)}`,
    '<script>'.repeat(50_000),
    '"'.repeat(500_000),
  ])('takes time in proportion to the markup (%#)', (markup) => {
    expect(processorMs(() => limitNesting(markup))).toBeLessThan(1_000);
  });
});
