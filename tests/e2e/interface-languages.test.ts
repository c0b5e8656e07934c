/**
 * A browser in each language we speak: it chooses our words by itself, and search, names, dates, sorting and charts
 * work with the words, digits and alphabet of that language. The archive's articles are in English throughout.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { importFile, toBase64 } from './archive-story.ts';
import { BROWSERS, type Story, startStory, textOf, textsOf } from './story.ts';

interface Language {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly settings: string;
  /** A person of the bundled archive, as a reader of this language types the name. */
  readonly typed: string;
  /** The column of outlets, a day and a month as this language prints them. */
  readonly outlet: string;
  readonly day: string;
  readonly month: string;
}

const LANGUAGES: readonly Language[] = [
  {
    tag: 'ar',
    direction: 'rtl',
    settings: 'الإعدادات',
    typed: 'هنية',
    outlet: 'جهة النشر',
    day: '12 مارس 2021',
    month: 'مارس 2021',
  },
  {
    tag: 'he',
    direction: 'rtl',
    settings: 'הגדרות',
    typed: 'הנייה',
    outlet: 'כלי תקשורת',
    day: '12 במרץ 2021',
    month: 'מרץ 2021',
  },
  {
    tag: 'fa',
    direction: 'rtl',
    settings: 'تنظیمات',
    typed: 'هنیه',
    outlet: 'رسانه',
    day: '۱۲ مارس ۲۰۲۱',
    month: 'مارس ۲۰۲۱',
  },
  {
    tag: 'ru',
    direction: 'ltr',
    settings: 'Настройки',
    typed: 'Хания',
    outlet: 'Издание',
    day: '12 мар. 2021 г.',
    month: 'март 2021 г.',
  },
  {
    tag: 'fr',
    direction: 'ltr',
    settings: 'Paramètres',
    typed: 'Haniyé',
    outlet: 'Média',
    day: '12 mars 2021',
    month: 'mars 2021',
  },
  {
    tag: 'de',
    direction: 'ltr',
    settings: 'Einstellungen',
    typed: 'Hanija',
    outlet: 'Medium',
    day: '12. März 2021',
    month: 'März 2021',
  },
  {
    tag: 'es',
    direction: 'ltr',
    settings: 'Ajustes',
    typed: 'Haniya',
    outlet: 'Medio',
    day: '12 mar 2021',
    month: 'mar 2021',
  },
  {
    tag: 'zh-CN',
    direction: 'ltr',
    settings: '设置',
    typed: 'Haniyeh',
    outlet: '媒体',
    day: '2021年3月12日',
    month: '2021年3月',
  },
];

const article = (number: number, publisher: string) =>
  JSON.stringify({
    identifier: `quay-${number}`,
    headline: `Quay notes ${number}`,
    publisher,
    datePublished: `2021-0${2 + number}-12`,
    inLanguage: 'en',
    articleBody: `Clara Whitfield told the council of Port Ellery about bench number ${number * 7} on the quay, and went home.`,
  });
/** In the order of code points, which is no alphabet’s: the second has a combining mark. */
const OUTLETS = ['Zeta', 'A\u0308hre', 'alpha', 'Beta'];
const ARTICLES = OUTLETS.map((outlet, at) => article(at + 1, outlet)).join('\n');

describe.each(BROWSERS)('$kind', ({ kind }) => {
  describe.each(LANGUAGES)('in $tag', ({ tag, direction, settings, typed, outlet, day, month }) => {
    let story: Story;
    let archive: Page;
    beforeAll(async () => {
      story = await startStory(kind, { locale: tag });
      archive = await story.browser.openExtensionPage('archive.html?tab=add');
    });
    afterAll(() => story.end());

    it('speaks it, in its direction', async () => {
      const page = await story.browser.openExtensionPage('options.html');
      expect(await textOf(page, 'h1')).toBe(settings);
      const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      expect(root).toEqual([tag, direction]);
      await page.close();
    });

    it('finds a person by the name in this language', async () => {
      const page = await story.browser.openExtensionPage(`popup.html?q=${encodeURIComponent(typed)}`);
      expect(await textOf(page, '[data-testid=name-label]')).toBe('Ismail Haniyeh');
      await page.waitFor(() => document.querySelector('[data-testid=passage]'));
      await page.close();
    });

    it('sorts by its alphabet, prints its dates, and draws its charts', async () => {
      await importFile(archive, 'quay.jsonl', toBase64(ARTICLES));
      const page = await story.browser.openExtensionPage('archive.html');
      await page.click('th.cell-publisher button');
      expect(await textOf(page, 'th.cell-publisher')).toContain(outlet);
      const outlets = () => textsOf(page, 'td.cell-publisher');
      await expect.poll(outlets).toEqual(['A\u0308hre', 'alpha', 'Beta', 'Zeta']);
      expect(await textsOf(page, 'td.cell-datePublished')).toContain(day);
      await page.click('.charts summary');
      await page.waitFor(() => document.querySelector('[data-testid=chart-name]'), { timeoutMs: 30_000 });
      const labels = await page.evaluate(() =>
        [...document.querySelectorAll('.drawing text')].map((one) => one.textContent),
      );
      expect(labels).toContain(month);
      const caption = await page.evaluate(
        () => document.querySelector('figcaption bdi')?.textContent ?? null,
      );
      expect(caption).toBe(direction === 'rtl' ? 'Clara Whitfield' : null);
      expect(await textsOf(page, '.control')).toEqual([]);
      await page.close();
    });
  });
});
