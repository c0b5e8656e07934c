/** Help that is there when it is wanted, and a tour that never stands in the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story, startStory, textOf } from './story.ts';

describe.each(BROWSERS)('help in $kind', ({ kind }) => {
  let story: Story;
  let welcome: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    welcome = await story.browser.waitForPage('welcome.html');
    await welcome.activate();
    await welcome.waitFor(() => document.querySelector('[data-testid=sample-add]') !== null);
  });
  afterAll(() => story.end());

  it('is a page of its own, opened where the question arises', async () => {
    const popup = await story.browser.openExtensionPage('popup.html?q=zzzzqqq');
    await popup.click('[data-testid=help-link]');
    const help = await story.browser.waitForPage('help.html');
    expect(await textOf(help, 'h1')).toBe('Help');
    expect(await help.evaluate(() => location.hash)).toBe('#search');
    await help.close();
    await popup.close();
  });

  it('shows nothing cut and nothing beside the page at 320 pixels', async () => {
    const help = await story.browser.openExtensionPage('help.html');
    await help.emulate({ viewport: { width: 320, height: 700 } });
    expect(await help.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await help.close();
  });

  it('leads round the welcome page step by step, and back', async () => {
    await welcome.activate();
    await welcome.click('[data-testid=tour-start]');
    await atStep('1 of 5');
    await welcome.waitFor(() => (document.activeElement as HTMLElement).dataset.testid === 'tour-next');
    await welcome.press('Enter');
    await atStep('2 of 5');
    await welcome.click('[data-testid=tour-back]');
    await atStep('1 of 5');
    expect(await welcome.evaluate(() => document.querySelectorAll('[data-toured]').length)).toBe(1);
  });

  it('leaves the page usable meanwhile, and goes with Esc', async () => {
    await welcome.click('[data-testid=demo-look-up]');
    await welcome.waitFor(() => document.querySelector('[data-testid=printing]') !== null);
    await welcome.press('Escape');
    await welcome.waitFor(() => document.querySelector('.tour, [data-toured]') === null, { what: 'no tour' });
  });

  it('lets the popup be opened in the middle of the tour', async () => {
    await welcome.click('[data-testid=tour-start]');
    const popup = await story.browser.openPopup(welcome);
    await popup.waitFor(() => document.querySelector('[data-testid=search-box]') !== null);
    await popup.close();
  });

  const atStep = (place: string) =>
    welcome.waitFor(
      (wanted) => document.querySelector('.tour-place')?.textContent === wanted,
      { what: `step ${place}` },
      place,
    );
});
