/**
 * Odd documents: whatever a tab can show, nothing of ours goes wrong in it, names are marked where there is text for a
 * reader, and the popup can be opened and says what it has.
 */
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../src/platform/node/browsers.ts';
import { ChromiumView } from '../../src/platform/node/drive/chromium-view.ts';
import type { ConsoleError, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { type LoopbackProxy, startLoopbackProxy } from '../e2e/loopback-proxy.ts';
import {
  BROWSERS,
  buildOf,
  CLOSED_EARLY,
  cardOn,
  expectMarks,
  expectNoOverlay,
  hoverOver,
  NO_MARKS,
  type Story,
  startStory,
} from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';

const TEXT = 'The library in Doha has letters of Yitzhak Rabin.';
const MARKED = { ...NO_MARKS, person: ['Yitzhak Rabin'], place: ['Doha'] };
const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Odd</title>${head}</head><body>${body}</body></html>`;
const type = (contentType: string, more: Record<string, string> = {}) => ({
  headers: { 'content-type': contentType, ...more },
});

type Answer = Exclude<Parameters<LoopbackProxy['serve']>[1], (...request: never) => unknown>;

interface Odd {
  readonly name: string;
  readonly answer: Answer;
  /** 'marks': read and marked. 'nothing': read, and nobody named. 'unread': no text for a reader here. */
  readonly gives: 'marks' | 'nothing' | 'unread';
  /** The card opens too. */
  readonly card?: true;
  /** What the document itself, or the browser about it, is known to complain of. */
  readonly complaint?: RegExp;
}

/** A page of one sheet, with its cross-reference table in place. */
function smallPdf(): string {
  const stream = `BT /F1 18 Tf 20 100 Td (${TEXT}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const ODD: readonly Odd[] = [
  {
    name: 'SVG',
    answer: {
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 60"><text x="5" y="40">${TEXT}</text></svg>`,
      ...type('image/svg+xml'),
    },
    gives: 'unread',
  },
  {
    name: 'XHTML',
    answer: {
      body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Odd</title></head><body><p>${TEXT}</p></body></html>`,
      ...type('application/xhtml+xml'),
    },
    gives: 'marks',
    card: true,
  },
  {
    name: 'JSON',
    answer: { body: JSON.stringify({ text: TEXT }), ...type('application/json') },
    gives: 'unread',
  },
  { name: 'plain text', answer: { body: TEXT, ...type('text/plain') }, gives: 'marks', card: true },
  { name: 'PDF', answer: { body: smallPdf(), ...type('application/pdf') }, gives: 'unread' },
  {
    name: 'an XML feed',
    answer: {
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Odd</title><item><title>${TEXT}</title></item></channel></rss>`,
      ...type('application/xml'),
    },
    gives: 'unread',
  },
  { name: 'an image', answer: { body: PIXEL, ...type('image/png') }, gives: 'unread' },
  {
    name: 'COEP require-corp',
    answer: {
      body: html(`<p>${TEXT}</p>`),
      ...type('text/html', { 'cross-origin-embedder-policy': 'require-corp' }),
    },
    gives: 'marks',
  },
  {
    name: "CSP default-src 'none'",
    answer: {
      body: html(`<p>${TEXT}</p>`),
      ...type('text/html', { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }),
    },
    gives: 'marks',
    card: true,
  },
  {
    name: 'CSP sandbox',
    answer: { body: html(`<p>${TEXT}</p>`), ...type('text/html', { 'content-security-policy': 'sandbox' }) },
    gives: 'marks',
  },
  {
    name: 'trusted types enforced',
    answer: {
      body: html(`<p>${TEXT}</p>`),
      ...type('text/html', {
        'content-security-policy': "require-trusted-types-for 'script'; trusted-types",
      }),
    },
    gives: 'marks',
    card: true,
  },
  {
    name: 'srcdoc and about:blank frames',
    answer: {
      body: html(`<p>${TEXT}</p><iframe srcdoc="<p>Cairo</p>"></iframe><iframe></iframe>`),
    },
    gives: 'marks',
    card: true,
  },
  {
    name: 'nested frames',
    answer: {
      body: html(`<p>${TEXT}</p><iframe src="/nested-1"></iframe><iframe src="http://other.test/"></iframe>`),
    },
    gives: 'marks',
    card: true,
  },
  { name: 'an empty document', answer: { body: '', ...type('text/html') }, gives: 'nothing' },
  {
    name: 'a frameset',
    answer: {
      body: '<!doctype html><html><head><title>Odd</title></head><frameset cols="50%,50%"><frame src="/nested-1"><frame src="/nested-2"></frameset></html>',
    },
    gives: 'nothing',
  },
  {
    name: 'a document whose body a script removed',
    answer: { body: html(`<p>${TEXT}</p><script>document.body.remove();</script>`) },
    gives: 'unread',
  },
  {
    name: 'quirks mode',
    answer: { body: `<html><title>Odd</title><table><tr><td>${TEXT}</table>` },
    gives: 'marks',
    card: true,
  },
  {
    name: 'a foreign <base>',
    answer: { body: html(`<p>${TEXT}</p>`, '<base href="http://nowhere.test/" target="_blank">') },
    gives: 'marks',
    card: true,
  },
  {
    name: 'clobbered names',
    answer: {
      body: html(
        `<form name="body"><input name="childNodes"><input name="nodeType"><input name="parentNode"></form>
        ${[
          'getElementById',
          'documentElement',
          'querySelector',
          'createElement',
          'createTreeWalker',
          'getSelection',
          'elementFromPoint',
          'contentType',
          'title',
          'hidden',
        ]
          .map((name) => `<img name="${name}"><img name="${name}">`)
          .join('')}
        <form id="top"><input name="attributes"><input name="firstChild"><input name="nextSibling"><input name="localName"><input name="shadowRoot"></form>
        <p>${TEXT}</p>`,
      ),
    },
    gives: 'marks',
    // Its own document.title, .hidden, .body are pictures and forms: the driver reads the page's world, too.
  },
  {
    name: 'polluted prototypes',
    answer: {
      body: html(
        `<p>${TEXT}</p>`,
        `<script>
          Object.prototype.marks = 'polluted'; Object.prototype.ok = false; Object.prototype.key = -1;
          Object.prototype.then = undefined;
          Array.prototype.flatMap = Array.prototype.push = undefined;
          for (const name of ['appendChild', 'append', 'attachShadow', 'getClientRects', 'contains']) {
            Object.defineProperty(Element.prototype, name, { value() { throw new Error('polluted'); } });
          }
          Map.prototype.get = WeakMap.prototype.get = Set.prototype.has = () => 'polluted';
          String.prototype.normalize = () => 'polluted';
          window.requestAnimationFrame = window.setTimeout = window.getComputedStyle = () => { throw new Error('polluted'); };
        </script>`,
      ),
    },
    gives: 'marks',
  },
];

describe.each(BROWSERS)('odd documents in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  const complaints = ODD.flatMap(({ complaint }) => complaint ?? []);
  const sound: string[] = [];
  beforeAll(async () => {
    // Embedder policies are for secure origins only.
    story = await startStory(kind, {
      switches: ['--unsafely-treat-insecure-origin-as-secure=http://odd.test'],
      prefs: {
        'dom.securecontext.allowlist': 'odd.test',
        // Firefox looks for the tab icon of an origin it takes for a secure one by HTTPS.
        'browser.chrome.site_icons': false,
      },
    });
    ODD.forEach(({ answer }, at) => {
      story.proxy.serve(`odd.test/${at}`, answer);
    });
    story.proxy.serve('odd.test/nested-1', { body: html('<p>Beirut</p><iframe src="/nested-2"></iframe>') });
    story.proxy.serve('odd.test/nested-2', { body: html('<p>Cairo</p>') });
    page = await story.openRead('http://news.test/plain.html');
  });
  afterAll(() =>
    story.end((error: ConsoleError) => complaints.some((complaint) => complaint.test(error.text))),
  );

  it.each(ODD.map((odd, at) => ({ ...odd, at })))('$name: $gives', async ({ at, gives, card }) => {
    const url = `http://odd.test/${at}`;
    await page.goto(url);
    if (gives === 'marks') {
      await expectMarks(page, MARKED);
      await expect.poll(async () => (await story.browser.badge(page)).text).toBe('2');
    }
    if (gives === 'nothing') await story.reading(url);
    if (gives !== 'marks') expect((await story.browser.badge(page)).text).toBe('');
    if (card) {
      await hoverOver(page, 'Doha');
      await cardOn(page, 'Doha');
      await page.press('Escape');
      await expectNoOverlay(page);
    }
    // Whatever the tab shows, the archive can be searched, and nothing hangs.
    const popup = await story.browser.openPopup(page);
    await popup.waitFor(() => {
      const state = document.querySelector<HTMLElement>('[data-testid=state-message]')?.dataset.state;
      return document.querySelector('[data-testid=name-row]') || (state && state !== 'reading');
    });
    await popup.type('rabin', '[data-testid=search-box]');
    await popup.waitFor(() => document.querySelector('[data-testid=passage]'), { what: 'a passage' });
    await popup.close();
    sound.push(url);
  });

  it('COEP: shows the card, or in the panel what no card may show', async () => {
    await page.goto(`http://odd.test/${ODD.findIndex(({ name }) => name.startsWith('COEP'))}`);
    await expectMarks(page, MARKED);
    await hoverOver(page, 'Doha');
    if (kind === 'firefox') {
      // Firefox (153) lets frames of extensions into such pages.
      await cardOn(page, 'Doha');
      await page.press('Escape');
      return;
    }
    const url = await page.url();
    expect((await story.reading(url, (summary) => summary.cardBlocked)).cardBlocked).toBe(true);
    await expectNoOverlay(page);
    const panel = await story.browser.openSidePanel(page);
    await panel.waitFor(() => document.querySelector('.notice'));
    await panel.close();
  });

  it('about:blank: empty badge, and a popup that says so', async () => {
    await page.goto('about:blank');
    expect((await story.browser.badge(page)).text).toBe('');
    const popup = await story.browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('[data-testid=state-message]'));
    await popup.close();
  });

  it('go wrong nowhere', async () => {
    const errors = (await story.browser.consoleErrors()).filter(
      ({ text }) => ![CLOSED_EARLY, ...complaints].some((expected) => expected.test(text)),
    );
    recordFigure({
      bar: '25 odd documents that are read or left as they should be, their popup within reach; errors',
      pass: 'all of at least 10; 0',
      measured: `${sound.length} of ${ODD.length}; ${errors.length}`,
      browser: kind,
    });
    expect(sound.length).toBe(ODD.length);
    expect(errors).toEqual([]);
  });
});

/**
 * A DevTools session on a document, by which the driver hears of its errors, forbids prerendering. So this one browser
 * is started without the driver. Firefox prerenders nothing (153).
 */
describe('a prerendered document in chromium', () => {
  it('is read when it is shown, not before', async () => {
    const proxy = await startLoopbackProxy();
    proxy.serve('odd.test/before', {
      body: html(
        '<p>Cairo</p><a href="/after">Next</a>',
        '<script type="speculationrules">{"prerender":[{"source":"list","urls":["/after"],"eagerness":"immediate"}]}</script>',
      ),
    });
    proxy.serve('odd.test/after', {
      body: html(
        `<p>${TEXT}</p>`,
        `<script>
          fetch('/ready?' + document.prerendering);
          document.addEventListener('prerenderingchange', () => { window.marksBefore = CSS.highlights.size; });
        </script>`,
      ),
    });
    proxy.serve('odd.test/ready', { body: '' });
    proxy.serve('odd.test/meanwhile', { body: html('<p>Beirut</p>') });
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: await ensureBrowser('chromium'),
      headless: true,
      pipe: true,
      enableExtensions: [buildOf('chromium')],
      args: ['--no-sandbox', '--disable-gpu', `--proxy-server=http://127.0.0.1:${proxy.port}`],
    });
    try {
      // Installed, and the script registered: a document rendered earlier than that has none.
      await browser.waitForTarget((target) => target.url().endsWith('welcome.html'));
      const first = await browser.newPage();
      await first.goto('http://odd.test/before');
      const view = new ChromiumView(first);
      await expectMarks(view, { ...NO_MARKS, place: ['Cairo'] });
      await expect
        .poll(() => proxy.inside.map(({ url }) => url), { timeout: 10_000 })
        .toContain('http://odd.test/ready?true');
      // A page that was opened later has been read by now, so the prerendered one would have been.
      const second = await browser.newPage();
      await second.goto('http://odd.test/meanwhile');
      await expectMarks(new ChromiumView(second), { ...NO_MARKS, place: ['Beirut'] });
      await first.bringToFront();
      await first.click('a');
      await view.waitFor(() => location.pathname === '/after');
      expect(await view.evaluate(() => (window as unknown as { marksBefore?: number }).marksBefore)).toBe(0);
      await expectMarks(view, MARKED);
    } finally {
      await browser.close();
      await proxy.close();
    }
  });
});
