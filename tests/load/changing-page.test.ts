/**
 * A page of 100,000 texts of which 1,000 change in every frame: how many frames it loses to us, against the same page on
 * a site where we are switched off. Both are looked at in turn, so that what else the machine does befalls both.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';

const TEXTS = 100_000;
const A_BLOCK = 100;
const CHANGED = 1_000;
const ROUNDS = isWhole ? 4 : 1;
const SECONDS = isWhole ? 10 : 3;
const [ON, OFF] = ['http://ticker.test/', 'http://ticker-off.test/'];

/** Blocks are laid out each for itself: the page's own work is small, ours would be seen. A name in one text of a hundred. */
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ticker</title>
<style>div { contain: strict; height: 20px; overflow: hidden; white-space: nowrap }</style>
<h1>Letters from Doha</h1><main></main><script>
  const texts = [];
  const main = document.querySelector('main');
  for (let block = 0; block < ${TEXTS / A_BLOCK}; block++) {
    const div = document.createElement('div');
    for (let at = 0; at < ${A_BLOCK}; at++) {
      const span = document.createElement('span');
      span.textContent = 'price ' + block + (at === 7 ? ' in Cairo ' : ' at the quay ') + at + ', ';
      div.append(span);
      texts.push(span.firstChild);
    }
    main.append(div);
  }
  let frame = 0;
  function tick() {
    frame++;
    const from = (frame * ${CHANGED}) % texts.length;
    for (let at = 0; at < ${CHANGED}; at++) texts[(from + at) % texts.length].data = 'price ' + frame + (at % 100 === 7 ? ' in Doha ' : ' at the quay ') + at + ', ';
    requestAnimationFrame(tick);
  }
  requestAnimationFrame(tick);
  window.framesIn = async (ms) => {
    const [start, before] = [performance.now(), frame];
    await new Promise((done) => setTimeout(done, ms));
    return (frame - before) / ((performance.now() - start) / 1000);
  };
</script></html>`;

describe.each(BROWSERS)('a page that changes without end, in $kind', ({ kind }) => {
  let story: Story;
  let on: Page;
  let off: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    for (const url of [ON, OFF]) story.proxy.serve(`${new URL(url).host}/`, { body: BODY });
    await story.ask('changeSettings', { offHosts: ['ticker-off.test'] });
    on = await story.browser.newPage(ON);
    off = await story.browser.newPage(OFF);
  }, 300_000);
  afterAll(() => story.end());

  const framesOf = async (page: Page): Promise<number> => {
    await page.activate();
    // What follows being looked at again is no part of it.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 1_500)));
    return page.evaluate(
      (ms) => (window as unknown as { framesIn(ms: number): Promise<number> }).framesIn(ms),
      SECONDS * 1_000,
    );
  };

  it('goes on drawing', { timeout: 600_000 }, async () => {
    const rates = { on: [] as number[], off: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      // First one, then the other first.
      const order = round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const);
      for (const which of order) rates[which].push(await framesOf(which === 'on' ? on : off));
    }
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    const [with_, without] = [sum(rates.on) / ROUNDS, sum(rates.off) / ROUNDS];
    const lost = 1 - with_ / without;
    recordFigure({
      bar: '21 load: frames lost by a page of 100,000 texts, 1,000 of them changing in every frame',
      pass: 'at most 5 %',
      measured: `${(lost * 100).toFixed(1)} %: ${with_.toFixed(1)} frames a second, ${without.toFixed(1)} without us`,
      browser: kind,
    });
    // A story is no timed test: that it goes on at all is the fact, how well the figure.
    expect(with_).toBeGreaterThan(without / 4);
    expect((await story.browser.badge(on)).text).not.toBe('');
  });
});
