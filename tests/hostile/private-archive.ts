/**
 * A private archive for attacks: invented people, each in an article of their own. Of each two neighbours one stands in
 * the archive, the other nowhere; which, a hash of their place says, so that nothing but membership tells them apart.
 * Ten thousand take minutes to come in: the browser's profile with them is made once for each build, and attacks begin
 * on copies of it.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserKind, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { choose, importFile, toBase64, townArticles } from '../e2e/archive-story.ts';
import { buildOf, type Story, startStory } from '../e2e/story.ts';

const GIVEN =
  'Velda Orrin Tamsin Bastian Ilse Corwin Maeva Anselm Petra Lorcan Odile Rufus Sanna Tibor Una Viggo Wanda Yorick Zelda Alwin Berit Conrad Dagny Emeric Freda Gerwin Hilda Ivo Jorun Klaus Linnea Magnus Nerys Oswin Pernille Quentin Runa Stellan Thora Ulric'.split(
    ' ',
  );
const MIDDLE =
  'Bar Cal Dor Fen Gil Hol Jas Kel Lan Mor Nev Ost Pel Ras Sel Tav Ulm Ver Wen Yar Zan Bre Cro Dun Elm'.split(
    ' ',
  );
const END =
  'bury combe dale ford gate holm ley mere stead wick thorpe worth hurst field croft beck wold minster garth shaw'.split(
    ' ',
  );

/** Articles of the whole form, and the most there can be. */
export const WHOLE_PRIVATE = 10_000;

const PROFILES = resolve('.output/private-archives');

/** The nth of 20,000 invented people. */
function person(at: number): string {
  const given = GIVEN[at % GIVEN.length];
  const rest = Math.floor(at / GIVEN.length);
  return `${given} ${MIDDLE[rest % MIDDLE.length]}${END[Math.floor(rest / MIDDLE.length) % END.length]}`;
}

/** 0 or 1. Were it always the first, all of them would bear other given names than those who stand nowhere. */
const held = (at: number): number => (Math.imul(at + 1, 0x9e3779b1) >>> 16) & 1;

/** The nth person of the private archive, and the nth who stands nowhere; both below 10,000. */
export const privatePerson = (at: number): string => person(2 * at + held(at));
export const absentPerson = (at: number): string => person(2 * at + 1 - held(at));

/** What the nth article says; the page of an attack may print it word for word. */
export const privateSentence = (at: number, name: string): string =>
  `${name} told the council on Monday that the river path ${at} would be mended.`;

function articles(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const name = privatePerson(at);
    return JSON.stringify({
      identifier: `private-${at}`,
      headline: `${name} on the river`,
      publisher: 'The Private Notebook',
      datePublished: '2020-05-05',
      inLanguage: 'en',
      articleBody: `${privateSentence(at, name)} Mayor ${name} said: “The path number ${at} stays open.”`,
    });
  }).join('\n');
}

/** A story on a profile of its own, whose archive holds so many private articles; by then their names are known. */
export async function startPrivateStory(kind: BrowserKind, count: number): Promise<Story> {
  const made = await profileWith(kind, count);
  const profileDir = mkdtempSync(join(tmpdir(), 'backstory-private-'));
  cpSync(made, profileDir, { recursive: true });
  const story = await startStory(kind, { profileDir });
  const end: Story['end'] = async (isExpected) => {
    try {
      await story.end(isExpected);
    } finally {
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  };
  return { ...story, end };
}

async function profileWith(kind: BrowserKind, count: number): Promise<string> {
  const name = `${kind}-${count}`;
  const profile = join(PROFILES, `${name}-${digestOf(buildOf(kind))}`);
  if (existsSync(profile)) return profile;
  // Those of other builds, and one that was broken off.
  for (const old of existsSync(PROFILES) ? readdirSync(PROFILES) : [])
    if (old.startsWith(`${name}-`)) rmSync(join(PROFILES, old), { recursive: true, force: true });
  const profileDir = `${profile}.${process.pid}`;
  const story = await startStory(kind, { profileDir });
  await fillArchive(story, count);
  await story.end();
  // Another process may have been quicker.
  if (existsSync(profile)) rmSync(profileDir, { recursive: true, force: true });
  else renameSync(profileDir, profile);
  return profile;
}

/** Of all files of a built extension. */
function digestOf(folder: string): string {
  const digest = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    digest.update(file).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}

/** Imports so many articles through the Archive page, and waits until their names are known. */
async function fillArchive(story: Story, count: number): Promise<void> {
  const page: Page = await story.browser.openExtensionPage('archive.html?tab=add');
  await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
  await choose(page, '[data-testid=import-files]', 'private.jsonl', toBase64(articles(count)));
  await untilKnown(page, privatePerson(count - 1), 60_000 + count * 60);
  await page.close();
}

/** Forty-two articles of a town, imported from the open tab "Add", their names known. */
export async function holdTown(page: Page): Promise<void> {
  await importFile(page, 'town.jsonl', toBase64(townArticles()));
  await untilKnown(page, 'Clara Whitfield', 60_000);
}

async function untilKnown(page: Page, person: string, timeoutMs: number): Promise<void> {
  const isKnown = () =>
    page.evaluate(async (name: string) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(call: object): Promise<{ value?: readonly unknown[] }> } };
        }
      ).chrome;
      const call = { to: 'background', verb: 'listNames', argument: { text: name, type: null, limit: 5 } };
      return ((await runtime.sendMessage(call)).value?.length ?? 0) > 0;
    }, person);
  await waitUntil(isKnown, { what: `${person} to be known`, timeoutMs });
}
