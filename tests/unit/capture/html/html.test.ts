import { describe, expect, it } from 'vitest';
import type { CaptureContext, CaptureOutcome } from '../../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../../src/capture/formats.ts';
import { limitNesting } from '../../../../src/capture/html/limit-nesting.ts';
import { parseDocument } from '../../../../src/capture/html/parse-document.ts';
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

  it.each([
    '<a '.repeat(200_000),
    '<'.repeat(500_000),
    `<${'a'.repeat(500_000)}`,
    '<script>'.repeat(50_000),
    '"'.repeat(500_000),
  ])('takes time in proportion to the markup (%#)', (markup) => {
    const start = performance.now();
    limitNesting(markup);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
