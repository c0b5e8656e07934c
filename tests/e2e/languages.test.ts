/** Pages in Arabic and Hebrew that name people of the archive, whose articles are in English. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import {
  BROWSERS,
  cardOn,
  expectMarks,
  expectNoOverlay,
  hoverOver,
  type MarkedWords,
  type Story,
  select,
  startStory,
  textOf,
  textsOf,
} from './story.ts';

interface Case {
  readonly language: string;
  readonly url: string;
  readonly count: string;
  /** Without the clitics in front of them: "and", "in", "from". */
  readonly marks: MarkedWords;
  readonly hovered: string;
  readonly label: string;
}

const CASES: readonly Case[] = [
  {
    language: 'Arabic',
    url: 'http://news.test/arabic.html',
    count: '8',
    marks: {
      person: ['إسماعيل هنية', 'حسين أمير عبد اللهيان', 'هنية', 'صالح العاروري', 'حازم قاسم'],
      organization: [],
      place: ['الدوحة', 'القاهرة', 'لبنان', 'بيروت'],
      event: [],
    },
    hovered: 'صالح العاروري',
    label: 'Saleh al-Arouri',
  },
  {
    language: 'Hebrew',
    url: 'http://news.test/hebrew.html',
    count: '6',
    marks: {
      person: ['יצחק רבין', 'אריאל שרון', 'יצחק הרצוג'],
      organization: [],
      place: ['ביירות', 'קהיר', 'ירושלים'],
      event: [],
    },
    hovered: 'יצחק רבין',
    label: 'Yitzhak Rabin',
  },
];

describe.each(BROWSERS)('other scripts in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  describe.each(CASES)('a page in $language', ({ url, count, marks, hovered, label }) => {
    let page: Page;
    beforeAll(async () => {
      page = await story.openRead(url);
    });

    it('has its names counted and marked, without the clitics before them', async () => {
      await expectMarks(page, marks);
      await expect.poll(async () => (await story.browser.badge(page)).text).toBe(count);
    });

    it('has a card whose reason is the other script, on the side where the words begin', async () => {
      await hoverOver(page, hovered);
      const card = await cardOn(page, label);
      expect(await textOf(card, '.why')).toBe(`Matched by its form in another script, “${hovered}”.`);
      const boxes = await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let node = walker.nextNode() as Text;
        while (!node.data.includes(words)) node = walker.nextNode() as Text;
        const range = document.createRange();
        range.setStart(node, node.data.indexOf(words));
        range.setEnd(node, node.data.indexOf(words) + words.length);
        const card = document.querySelector('html > [popover]')?.getBoundingClientRect();
        return { words: range.getBoundingClientRect().right, card: card?.right ?? 0 };
      }, hovered);
      expect(Math.abs(boxes.words - boxes.card)).toBeLessThan(2);
      await page.press('Escape');
      await expectNoOverlay(page);
    });

    it('has its words looked up', async () => {
      await select(page, hovered);
      await page.clickAt(
        await page.waitFor(() => {
          const box = document.querySelector('html > [popover]')?.getBoundingClientRect();
          return box && box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }),
      );
      const card = await cardOn(page);
      await card.waitFor(() => document.querySelector('.looked-up'));
      expect(await textsOf(card, '[data-testid=name-label]')).toEqual([label]);
      await page.press('Escape');
      await expectNoOverlay(page);
    });
  });
});
