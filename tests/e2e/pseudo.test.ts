/**
 * The interface in a made-up language, on every surface, in both browsers: nothing is written that no translator can
 * reach, nothing is cut when words are longer than in English, and from right to left everything stands mirrored.
 */
import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { BrowserKind, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { buildPseudo, type Direction } from './interface-build.ts';
import { type Box, boxesOf, clipped, unmirrored, untranslated } from './interface-faults.ts';
import { BROWSERS, startStory } from './story.ts';
import { walkSurfaces } from './surfaces.ts';

interface Looked {
  readonly untranslated: readonly string[];
  readonly clipped: readonly string[];
  readonly boxes: readonly Box[];
}

async function lookAll(kind: BrowserKind, direction: Direction): Promise<Map<string, Looked>> {
  const extensionDir = await buildPseudo(kind, direction);
  const story = await startStory(kind, { extensionDir });
  const looked = new Map<string, Looked>();
  try {
    await walkSurfaces(story, async (name, view) => {
      await isStill(view);
      looked.set(name, {
        untranslated: await untranslated(view),
        clipped: await clipped(view),
        boxes: await boxesOf(view),
      });
    });
  } finally {
    await story.end();
    await rm(extensionDir, { recursive: true, force: true });
  }
  return looked;
}

/** What is fetched late, or turns as it opens, has found its place. */
async function isStill(view: View): Promise<void> {
  let last = '';
  let times = 0;
  const same = async () => {
    const now = JSON.stringify(await boxesOf(view));
    times = now === last ? times + 1 : 0;
    last = now;
    return times >= 3;
  };
  await waitUntil(same, { what: 'the view to stand still' });
}

/** Only the surfaces where something is wrong. */
function told(
  surfaces: ReadonlyMap<string, Looked>,
  what: (looked: Looked, name: string) => readonly string[],
) {
  const entries = [...surfaces].map(([name, looked]) => [name, what(looked, name)] as const);
  return Object.fromEntries(entries.filter(([, found]) => found.length > 0));
}

/** What the finders find, so that their silence means something. */
it('is searched by finders that see a plain word, a text without room, and a box that is not mirrored', async () => {
  const extensionDir = await buildPseudo('chromium', 'ltr');
  const story = await startStory('chromium', { extensionDir });
  const page = await story.browser.openExtensionPage('options.html');
  await page.waitFor(() => document.querySelector('.figures'));
  const before = await boxesOf(page);
  await page.evaluate(() => {
    const narrow = document.createElement('p');
    narrow.textContent = '⟦åñ ůñbröķéñ wörd⟧';
    Object.assign(narrow.style, { inlineSize: '40px', overflow: 'hidden', whiteSpace: 'nowrap' });
    const plain = document.createElement('p');
    plain.textContent = 'plain words';
    document.querySelector('main')?.append(plain, narrow);
    document.body.style.paddingLeft = '40px';
  });
  expect(await untranslated(page)).toEqual(['plain words']);
  expect(await clipped(page)).toEqual(['⟦åñ ůñbröķéñ wörd⟧ in P']);
  expect(unmirrored(before, await boxesOf(page)).length).toBeGreaterThan(10);
  await story.end();
  await rm(extensionDir, { recursive: true, force: true });
});

describe.each(BROWSERS)('the interface in a made-up language in $kind', ({ kind }) => {
  it('is a message or content everywhere, cut nowhere, and mirrored from right to left', async () => {
    const plain = await lookAll(kind, 'ltr');
    const mirrored = await lookAll(kind, 'rtl');
    expect([...mirrored.keys()]).toEqual([...plain.keys()]);
    expect(told(plain, (looked) => looked.untranslated)).toEqual({});
    expect(told(plain, (looked) => looked.clipped)).toEqual({});
    expect(told(mirrored, (looked) => looked.clipped)).toEqual({});
    const boxesOfMirrored = (name: string) => mirrored.get(name)?.boxes ?? [];
    expect(told(plain, (looked, name) => unmirrored(looked.boxes, boxesOfMirrored(name)))).toEqual({});
  }, 600_000);
});
