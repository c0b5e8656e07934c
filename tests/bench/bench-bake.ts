/**
 * `bake` of an archive that names its own people and places, in a process of its own: processor time, and how much of
 * its memory grows with the archive. `node tests/bench/bench-bake.ts [sizes…]`; `--authority FILE` gives it names.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, printFigures, ratio } from './figures.ts';
import { benchPassages } from './passage-corpus.ts';

const OUTLETS = ['Morning Post', 'Harbour Times', 'City Wire', 'Evening Ledger', 'North News'];
const CLI = join(import.meta.dirname, '../../src/platform/node/cli.ts');
/** Told by the process itself when it ends. */
const TELL = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ peakMb: maxRSS / 1024, cpuS: (userCPUTime + systemCPUTime) / 1e6 }) + '\\n');
});`;

/** Articles of the bench's passages, a line each. */
async function writeArticles(path: string, passages: number): Promise<void> {
  const file = await open(path, 'w');
  let [title, number] = ['', 0];
  let texts: string[] = [];
  const close = async () => {
    if (texts.length === 0) return;
    const day = new Date(Date.UTC(2015, 0, 1 + (number % 3_000))).toISOString().slice(0, 10);
    const line = {
      ...{ identifier: `bench-${number}`, headline: title, publisher: OUTLETS[number % OUTLETS.length] },
      ...{ datePublished: day, inLanguage: 'en', articleBody: texts.join('\n\n') },
    };
    await file.write(`${JSON.stringify(line)}\n`);
    number++;
    texts = [];
  };
  for (const { startsArticle, headline, text } of benchPassages(passages)) {
    if (startsArticle) await close();
    title = headline;
    texts.push(text);
  }
  await close();
  await file.close();
}

interface Baked {
  readonly passages: number;
  readonly entities: number;
  readonly peakMb: number;
  readonly cpuS: number;
}

async function bake(size: number, authority: string | null): Promise<Baked> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-bake-'));
  try {
    mkdirSync(join(folder, 'news/entities'), { recursive: true });
    await writeArticles(join(folder, 'news/all.jsonl'), size);
    if (authority) copyFileSync(authority, join(folder, 'news/entities/all.json'));
    const tell = `data:text/javascript,${encodeURIComponent(TELL)}`;
    const run = ['--import', tell, CLI, 'bake', '--out', join(folder, 'pack'), join(folder, 'news')];
    const [told = '', cost = ''] = execFileSync(process.execPath, run, { encoding: 'utf8' })
      .trim()
      .split('\n');
    const { counts } = JSON.parse(told) as { readonly counts: Pick<Baked, 'passages' | 'entities'> };
    return { ...counts, ...(JSON.parse(cost) as Pick<Baked, 'peakMb' | 'cpuS'>) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first size is what a further passage is counted from. */
export async function benchBake(
  sizes: readonly number[],
  authority: string | null = null,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  let first: Baked | null = null;
  for (const size of sizes) {
    const baked = await bake(size, authority);
    first ??= baked;
    const { passages, entities, peakMb, cpuS } = baked;
    const what = `bake of ${passages.toLocaleString('en')} passages, ${entities.toLocaleString('en')} names`;
    figures.push(ratio(`${what}: s of processor time`, cpuS, null, null));
    figures.push(ratio(`${what}: MB of memory at its peak`, peakMb, null, null));
    if (passages === first.passages) continue;
    const more = ((peakMb - first.peakMb) * 2 ** 20) / (passages - first.passages);
    figures.push(ratio(`${what}: bytes of memory for a further passage`, more, null, null));
  }
  return figures;
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  const at = given.indexOf('--authority');
  const authority = at < 0 ? null : (given.splice(at, 2)[1] ?? null);
  printFigures(await benchBake(given.length > 0 ? given.map(Number) : [3_000, 10_000], authority));
}
