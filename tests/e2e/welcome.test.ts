/** The first ten seconds: installed without a network, the welcome page shows what Backstory does. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, buildOf, type Story, startStory, textOf, textsOf } from './story.ts';

describe.each(BROWSERS)('first steps in $kind', ({ kind }) => {
  let story: Story;
  let welcome: Page;
  beforeAll(async () => {
    story = await startStory(kind, { isOffline: true });
    welcome = await story.browser.waitForPage('welcome.html');
    await welcome.activate();
  });
  afterAll(async () => {
    // Nothing was asked of the network, blocked or not.
    expect(story.proxy.inside).toEqual([]);
    await story.end();
  });

  it('opens the welcome page, and marks the names of its demo', async () => {
    await welcome.waitFor(() => document.querySelector('[data-testid=demo-mark]'));
    const names = await textsOf(welcome, '[data-testid=demo-mark]');
    for (const name of ['Doha', 'Ismail Haniyeh', 'Hamas', 'Hossein Amir-Abdollahian', 'Saleh al-Arouri']) {
      expect(names).toContain(name);
    }
    expect(names).toContain('Islam Times');
    const kinds = await welcome.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>('[data-testid=demo-mark]')].map((m) => m.dataset.kind),
      ),
    ]);
    expect(kinds.sort()).toEqual(expect.arrayContaining(['organization', 'person', 'place']));
  });

  it('marks the quotation of its demo as a sentence that was printed before, as its legend says', async () => {
    const marked = await textsOf(welcome, '[data-testid=demo-reused]');
    expect(marked.join(' ')).toContain('common interests to partake in a regional war');
    expect(await textsOf(welcome, '.kind-legend .reused-sample')).toEqual([
      'A sentence that was printed before',
    ]);
  });

  it('shows the facts of a name the pointer rests on', async () => {
    await welcome.hover('[data-entity-id="place:doha"]');
    await expectFacts('Doha', /Qatar/);
    await welcome.hover('h1');
    await welcome.waitFor(() => !document.querySelector('[data-testid=card]'), { what: 'the card to go' });
  });

  it('shows the facts of a name reached by keyboard, and puts them away with Esc', async () => {
    await welcome.evaluate(() => {
      const marks = [...document.querySelectorAll<HTMLElement>('[data-testid=demo-mark]')];
      const at = marks.findIndex((mark) => mark.dataset.entityId === 'person:saleh-al-arouri');
      marks[at - 1]?.focus();
    });
    await welcome.press('Tab');
    await expectFacts('Saleh al-Arouri', /Islam Times/);
    await welcome.press('Escape');
    await welcome.waitFor(() => !document.querySelector('[data-testid=card]'), { what: 'the card to go' });
  });

  it('looks up the quotation: every printing, the dated one first', async () => {
    await welcome.click('[data-testid=demo-look-up]');
    await welcome.waitFor(() => document.querySelectorAll('[data-testid=printing]').length === 2);
    const printings = await textsOf(welcome, '[data-testid=printing] [data-testid=provenance]');
    expect(printings[0]).toMatch(/^Islam Times · .*28.*2023|^Islam Times · .*Aug.*2023/);
    expect(printings[1]).toMatch(/^no outlet printed · no date printed · by Staff/);
    const labels = await textsOf(welcome, '[data-testid=printing] .passage-label');
    expect(labels[0]).toBe('Earliest in this archive · word for word');
  });

  it('asks which pages it may read, with three plain buttons', async () => {
    expect(await textsOf(welcome, '.access-choice button')).toEqual([
      'Every site',
      'These sites…',
      'Only when I click',
    ]);
  });

  async function expectFacts(label: string, archived: RegExp): Promise<void> {
    await welcome.waitFor(() => document.querySelector('[data-testid=card] .entity-passages'));
    expect(await textOf(welcome, '[data-testid=card] .card-title')).toBe(label);
    expect(await textOf(welcome, '[data-testid=card] .fact-description')).toMatch(/wikipedia\.org|, .*2026/);
    expect(await textOf(welcome, '[data-testid=card]')).toMatch(archived);
  }
});

it.each(BROWSERS)('says in $kind that the demo cannot answer, and how to try again', async ({ kind }) => {
  const extensionDir = await mkdtemp(join(tmpdir(), 'backstory-unread-'));
  await cp(buildOf(kind), extensionDir, { recursive: true });
  await rm(join(extensionDir, 'archive'), { recursive: true });
  const story = await startStory(kind, { extensionDir, isOffline: true });
  try {
    const welcome = await story.browser.waitForPage('welcome.html');
    await welcome.activate();
    expect(await textOf(welcome, '.demo [data-state=error]')).toMatch(/^That did not work .* Try again$/);
    await welcome.click('[data-testid=demo-look-up]');
    expect(await textOf(welcome, '.demo-lookup [data-state=error]')).toMatch(/archive is damaged/);
  } finally {
    await story.end(() => true);
    await rm(extensionDir, { recursive: true, force: true });
  }
});
