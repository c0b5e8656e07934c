/** Pictures of an archive and of a name: looked at, walked by keyboard, read as tables, and taken along with their sources. */
import { rm } from 'node:fs/promises';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { articleLine, importFile, savedBy, startSavingStory, toBase64 } from './archive-story.ts';
import { BROWSERS, type Story, textOf, textsOf } from './story.ts';

const TOWN = [
  articleLine(1, 'Quay', 'Clara Whitfield met Omar Haddad in Port Ellery. The quay was wet.'),
  articleLine(2, 'Lamps', 'Clara Whitfield and Omar Haddad counted lamps in Port Ellery all day long.'),
  articleLine(3, 'Paths', 'Clara Whitfield walked to Port Ellery alone and counted the paths there.'),
].join('\n');

describe.each(BROWSERS)('charts in $kind', ({ kind }) => {
  let story: Story;
  let folder: string;
  let archive: Page;
  beforeAll(async () => {
    ({ story, folder } = await startSavingStory(kind));
    const adding = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(adding, 'town.jsonl', toBase64(TOWN));
    await adding.waitFor(() => document.querySelector('[data-testid=import][data-indexing=false]'), {
      timeoutMs: 60_000,
    });
    await adding.close();
    archive = await story.browser.openExtensionPage('archive.html');
    await archive.click('.charts summary');
    await archive.waitFor(() => document.querySelectorAll('[data-testid=chart]').length === 6);
  });
  afterAll(async () => {
    await story.end();
    await rm(folder, { recursive: true, force: true });
  });

  /** Of the chart with this place: what its menu puts among the downloads. */
  const saved = (place: number, act: string) =>
    savedBy(archive, folder, async () => {
      const chart = `[data-testid=chart]:nth-of-type(${place})`;
      await archive.click(`${chart} .chart-acts`);
      await archive.click(`${chart} [data-testid=${act}]`);
      expect(await textOf(archive, '[data-testid=toast]')).toMatch(/^Saved as backstory-/);
    });

  it('name who prints what is counted, and as of when', async () => {
    const [sources] = await textsOf(archive, '.chart-sources');
    expect(sources).toBe(
      'Counted: your own articles alone; the bundled ones and loaded packs are not. · Printed by: River Courier (2), The Harbour Gazette (1) · 3 articles · Feb 12, 2021 – Apr 12, 2021',
    );
  });

  it('show who appears with whom, name by name with the keyboard', async () => {
    const place = await archive.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('[data-testid=company-name]')];
      const at = buttons.findIndex((button) => /^Clara Whitfield/.test(button.textContent ?? ''));
      buttons[at]?.focus();
      return at;
    });
    expect(place).toBeGreaterThanOrEqual(0);
    await archive.press('Enter');
    expect(await textOf(archive, '[data-testid=company-told]')).toMatch(
      /^Passages that name Clara Whitfield together with: Port Ellery: 3, Omar Haddad: 2/,
    );
    await archive.press('Tab');
    await archive.press('Enter');
    expect(await textOf(archive, '[data-testid=company-told]')).not.toMatch(/^Clara Whitfield/);
  });

  it('keep their letters at 12 pixels in a narrow window, and stay inside of it', async () => {
    await archive.emulate({ viewport: { width: 340, height: 900 } });
    const wrong = () =>
      archive.evaluate(() =>
        [...document.querySelectorAll<SVGTextElement>('.drawing text')].flatMap((text) => {
          const box = text.getBoundingClientRect();
          const isInside = box.left >= 0 && box.right <= document.documentElement.clientWidth;
          return isInside && getComputedStyle(text).fontSize === '12px' && box.height >= 11
            ? []
            : [`${text.textContent} at ${Math.round(box.left)}–${Math.round(box.right)}`];
        }),
      );
    await expect.poll(wrong).toEqual([]);
    await archive.emulate({ viewport: { width: 1000, height: 900 } });
  });

  it('are saved as SVG with labels and sources', async () => {
    const { name, base64 } = await saved(2, 'chart-svg');
    expect(name).toBe('backstory-Articles-by-outlet.svg');
    const text = Buffer.from(base64, 'base64').toString('utf8');
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    expect(svg?.tagName).toBe('svg');
    const texts = [...(svg?.querySelectorAll('text') ?? [])].map((one) => one.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Articles by outlet', 'River Courier', '2']));
    expect(texts.join(' ')).toContain('Printed by: River Courier (2), The Harbour Gazette (1)');
    expect(texts.join(' ')).toContain('Feb 12, 2021 – Apr 12, 2021');
    expect(texts.join(' ')).not.toContain('Newest date printed in this archive');
  });

  it('are saved as PNG, with something on it', async () => {
    const { name, base64 } = await saved(5, 'chart-png');
    expect(name).toBe('backstory-Who-appears-with-whom.png');
    const picture = await archive.evaluate(async (content) => {
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      // Of each quarter of its height: pixels that are not white.
      const inked = [0, 0, 0, 0];
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 255) < 200) {
          const quarter = Math.floor((4 * at) / data.length);
          inked[quarter] = (inked[quarter] ?? 0) + 1;
        }
      return { width: bitmap.width, height: bitmap.height, inked };
    }, base64);
    expect(picture.width).toBe(1440);
    expect(picture.height).toBeGreaterThan(400);
    for (const pixels of picture.inked) expect(pixels).toBeGreaterThan(100);
  });

  it('are printed alone', async () => {
    const printed = await archive.evaluate(() => {
      const seen: string[] = [];
      window.print = () => {
        seen.push(document.querySelector('[data-printed] .chart-title')?.textContent ?? '');
        seen.push(String('printing' in document.documentElement.dataset));
      };
      const [chart] = document.querySelectorAll('[data-testid=chart]');
      chart?.querySelector<HTMLElement>('.chart-acts')?.click();
      return new Promise<string[]>((done) =>
        setTimeout(() => {
          chart?.querySelector<HTMLElement>('[data-testid=chart-print]')?.click();
          done(seen);
        }, 100),
      );
    });
    expect(printed).toEqual(['Articles by printed date', 'true']);
    await archive.evaluate(() => void dispatchEvent(new Event('afterprint')));
    expect(await archive.evaluate(() => 'printing' in document.documentElement.dataset)).toBe(false);
  });

  it('are tables at a click, with the same figures', async () => {
    await archive.click('.charts > .link-button');
    expect(await textsOf(archive, '.chart-table tr')).toEqual(
      expect.arrayContaining(['River Courier 2', 'Clara Whitfield Port Ellery 3']),
    );
  });

  it('tell of one name in the side panel when and beside whom it was printed', async () => {
    story.proxy.serve('ellery.test/', {
      body: '<!doctype html><title>Ellery</title><p>Omar Haddad came to Port Ellery.</p>',
    });
    const page = await story.openRead('http://ellery.test/');
    await story.reading('http://ellery.test/', ({ names }) => names.length > 1);
    const panel = await story.browser.openSidePanel(page);
    await panel.click('[data-testid=name-row]');
    await panel.click('[data-testid=name-charts] summary');
    await panel.waitFor(() => document.querySelector('[data-testid=company-told]'));
    const titles = await textsOf(panel, '.chart-title');
    expect(titles.join('; ')).toMatch(
      /Articles that name .*, by printed date; .*Names in the same passages as /,
    );
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await panel.close();
    await page.close();
  });
});
