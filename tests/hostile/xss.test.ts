/**
 * TRUST B1, C1: three hundred strings that are code where text is taken for markup, through every input (imports, saved
 * pages, backups, queries, settings, decisions, file names) and every place that shows them. None runs, and none leaves
 * an element, a handler or an address of its own in our pages.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { choose, importFile, openTab, toBase64 } from '../e2e/archive-story.ts';
import { BROWSERS, cardOn, expectNoOverlay, type Story, select, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { hostileBackup } from './hostile-backup.ts';
import { XSS_STRINGS } from './xss-strings.ts';

/** Asked for one by one, each in a page of its own. */
const ASKED = XSS_STRINGS.filter((_, at) => at % (isWhole ? 3 : 25) === 0);
const URL = 'http://hostile.test/saved.html';

const asArticle = (said: string, at: number) =>
  JSON.stringify({
    identifier: `${said} ${at}`,
    headline: said,
    author: [said],
    publisher: said,
    url: at % 2 === 0 ? said : `https://outlet.example/${at}?${said}`,
    datePublished: at % 3 === 0 ? said : '2021-04-12',
    inLanguage: at % 5 === 0 ? said : 'en',
    keywords: [said],
    description: said,
    articleBody: `The town council met about the harbour wall. ${said} Mayor Ana Costa said: “${said}” A second meeting follows in May, number ${at}.`,
  });

const escaped = (said: string) => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A page to save, its text as a reader sees it; and one whose markup is the attack, to import as a file. */
const savedPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(XSS_STRINGS[0]!)}</title>
<meta name="author" content="${escaped(XSS_STRINGS[4]!).replaceAll('"', '&quot;')}"></head><body><article>
<h1>${escaped(XSS_STRINGS[0]!)}</h1><p>The harbour wall was mended on Monday, said the council of Port Ellery.</p>
${XSS_STRINGS.map((said) => `<p>${escaped(said)} and more words about the wall.</p>`).join('\n')}</article></body></html>`;
const hostilePage = `<!doctype html><html lang="en"><head><title>A wall</title></head><body><article><h1>A wall</h1>
${XSS_STRINGS.map((said) => `<p>The harbour wall was mended on Monday. ${said}</p>`).join('\n')}</article></body></html>`;

/** Runs in our pages: whether anything ran, and what stands there that no text can be. */
function inspect(): string[] {
  const found = document.documentElement.dataset.fired === undefined ? [] : ['code ran'];
  for (const one of document.querySelectorAll('*')) {
    const tag = one.localName;
    const isOwnScript = tag === 'script' && /^\/(?:chunks|assets)\//.test(one.getAttribute('src') ?? '');
    const isStranger =
      /^(?:script|iframe|object|embed|base|frame|math|template|marquee|xss|animate|set|foreignobject)$/.test(
        tag,
      ) ||
      (tag === 'meta' && one.hasAttribute('http-equiv')) ||
      (tag === 'style' && one.textContent?.includes('leak.test'));
    if (isStranger && !isOwnScript) found.push(`<${tag}>`);
    for (const { name, value } of one.attributes) {
      if (/^on/.test(name)) found.push(`${tag} ${name}`);
      const isAddress =
        /^(?:href|src|srcset|action|formaction|data|srcdoc|xlink:href|background|style)$/.test(name);
      if (isAddress && /(?:javascript|vbscript|data):|fired/i.test(value) && !/^https?:/.test(value))
        found.push(`${tag} ${name}=${value.slice(0, 40)}`);
    }
  }
  return found;
}

describe.each(BROWSERS)('strings that are code, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  const surfaces: string[] = [];
  const found: string[] = [];

  beforeAll(async () => {
    story = await startStory(kind);
    story.proxy.serve('hostile.test/saved.html', { body: savedPage });
    story.proxy.serve('hostile.test/naive.html', {
      body: '<!doctype html><title>Naive</title><main></main>',
    });
    page = await story.browser.openExtensionPage('archive.html?tab=add');
  });
  afterAll(() =>
    // What the hostile pages themselves do wrong.
    story.end((error) => /hostile\.test/.test(`${error.text} ${error.source}`)),
  );

  async function look(view: View, surface: string): Promise<void> {
    surfaces.push(surface);
    found.push(...(await view.evaluate(inspect)).map((what) => `${surface}: ${what}`));
  }
  const drawn = async (view: View, selector: string) =>
    // All that came in may be packed anew meanwhile.
    await view.waitFor(
      (css) => document.querySelector(css) !== null,
      { what: selector, timeoutMs: 60_000 },
      selector,
    );

  it('are imported as what they are: text', { timeout: 240_000 }, async () => {
    const lines = XSS_STRINGS.map(asArticle).join('\n');
    const counts = await importFile(page, `${XSS_STRINGS[0]}.jsonl`, toBase64(lines));
    // Those that differ in nothing but the string are told as reprints of each other, and kept.
    expect((counts.added ?? 0) + (counts.reprints ?? 0)).toBeGreaterThan(290);
    await importFile(page, '"><img src=x onerror=alert(1)>.html', toBase64(hostilePage));
    const columns = ['headline', 'publisher', 'articleBody', 'datePublished'];
    const cell = (said: string) => `"${said.replaceAll('"', '""')}"`;
    const table = [
      columns.join(','),
      ...XSS_STRINGS.slice(0, 60).map((said) =>
        [said, said, `${said} and so the council of the town met again in the spring.`, said]
          .map(cell)
          .join(','),
      ),
    ].join('\n');
    await choose(page, '[data-testid=import-files]', 'table.csv', toBase64(table));
    await new Promise((later) => setTimeout(later, 1_500));
    await look(page, 'imports');
    await openTab(page, 1);
    await drawn(page, '[data-testid=article-row]');
    await look(page, 'articles');
    await page.click('[data-testid=article-row] .row-facts .link-button');
    await drawn(page, '.article-dialog');
    await look(page, 'article dialog');
  });

  it('are read and saved from a page as text, and looked up in it', { timeout: 180_000 }, async () => {
    const hostile = await story.openRead(URL);
    await hostile.activate();
    await select(hostile, 'harbour');
    await waitUntil(() => hostile.evaluate(() => document.querySelector('html > [popover]') !== null), {
      what: 'the look-up button',
    });
    await hostile.click('html > [popover]');
    await look(await cardOn(hostile), 'card');
    await hostile.press('Escape');
    await expectNoOverlay(hostile);
    const popup = await story.browser.openPopup(hostile);
    await popup.click('[data-testid=save-open]');
    await drawn(popup, '[data-testid=save][data-step=preview]');
    await look(popup, 'save preview');
    await popup.click('[data-testid=save-keep]');
    await drawn(popup, '[data-testid=save][data-step=saved]');
    await look(popup, 'saved');
    await popup.close();
    const panel = await story.browser.openSidePanel(hostile);
    await drawn(panel, '[data-testid=search-box]');
    await look(panel, 'side panel');
    await panel.close();
    await hostile.close();
  });

  it('come back from a backup as text, in tags, notes, set-right fields and decisions', async () => {
    const restoring = await story.browser.openExtensionPage('archive.html?tab=keep');
    await drawn(restoring, '[data-testid=restore-file]');
    const lines = XSS_STRINGS.slice(0, 100)
      .map((said, at) => asArticle(`${said} kept`, at + 900))
      .join('\n');
    await choose(
      restoring,
      '[data-testid=restore-file]',
      'a.backstory',
      await hostileBackup(lines, XSS_STRINGS),
    );
    await restoring.click('[data-testid=restore-merge]');
    await restoring.waitFor(() => document.querySelector('[data-testid=restore-merge]') === null, {
      timeoutMs: 60_000,
    });
    await look(restoring, 'restore');
    await openTab(restoring, 1);
    await drawn(restoring, '[data-testid=article-row]');
    await look(restoring, 'restored articles');
    await openTab(restoring, 3);
    await new Promise((later) => setTimeout(later, 1_000));
    await look(restoring, 'names and decisions');
    await restoring.close();
  });

  it('are text in settings, as queries, in addresses of our pages and in the reader', {
    timeout: 600_000,
  }, async () => {
    await story.ask('changeSettings', { offHosts: [...XSS_STRINGS] });
    const view = await story.browser.openExtensionPage('options.html');
    await drawn(view, 'main h2');
    await look(view, 'options');
    for (const said of ASKED) {
      const asked = encodeURIComponent(said);
      for (const [address, selector] of [
        [`popup.html?q=${asked}`, '[data-testid=passage], [data-testid=state-message]'],
        [`archive.html?tab=names&name=${asked}`, 'nav'],
        [`reader.html?article=${asked}`, 'main'],
        [`card.html#${asked}`, 'body'],
      ] as const) {
        await view.goto(`${story.browser.extensionOrigin}/${address}`);
        await drawn(view, selector);
        await look(view, address.replace(/[.?].*/, ' by address'));
      }
    }
    const ids = await view.evaluate(async (limit) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(call: object): Promise<{ value: string[] }> } };
        }
      ).chrome;
      const call = { to: 'background', verb: 'findArticles', argument: { text: 'harbour wall', limit } };
      return (await runtime.sendMessage(call)).value;
    }, ASKED.length);
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      await view.goto(`${story.browser.extensionOrigin}/reader.html?article=${encodeURIComponent(id)}`);
      await drawn(view, '[data-testid=reader-body]');
      await look(view, 'reader');
    }
  });

  it('ran nowhere', () => {
    const leaks = story.proxy.inside.filter(({ url }) => url.includes('leak.test'));
    found.push(...leaks.map(({ url }) => `asked for ${url}`));
    const kinds = new Set(surfaces).size;
    recordFigure({
      bar: '9 strings of the XSS corpus that ran, or left an element or handler',
      pass: '0 of 300 on every surface',
      measured: `${found.length} of ${XSS_STRINGS.length} on ${kinds} surfaces, of which ${ASKED.length} by address, in queries and one by one in the reader`,
      browser: kind,
    });
    expect(XSS_STRINGS.length).toBe(300);
    expect(kinds).toBeGreaterThan(12);
    expect(found).toEqual([]);
  });

  it('run in a page that writes them as markup, so they are live', async () => {
    const naive = await story.browser.newPage('http://hostile.test/naive.html');
    const { fired, seen } = await naive.evaluate(
      async (strings, look) => {
        const main = document.querySelector('main')!;
        const inspectNaive = new Function(`return (${look})()`) as () => string[];
        let fired = 0;
        let seen = 0;
        for (const said of strings) {
          main.innerHTML = said;
          if (inspectNaive().length > 0) seen++;
          for (const link of main.querySelectorAll('a')) link.removeAttribute('target');
          await new Promise((later) => setTimeout(later, 15));
          if (document.documentElement.dataset.fired !== undefined) fired++;
          delete document.documentElement.dataset.fired;
        }
        return { fired, seen };
      },
      XSS_STRINGS.filter((said) => !/http-equiv|<base|<form|autofocus/i.test(said)),
      inspect.toString(),
    );
    expect(fired).toBeGreaterThan(60);
    expect(seen).toBeGreaterThan(150);
    await naive.close();
  });
});
