/**
 * Loading a share pack: first what it is and how it stands to those that are loaded, so that the reader decides; then
 * all of it, or nothing.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import { countWords } from '../../archive/count-words.ts';
import { inPack, type MountedPack, plainName } from '../../archive/mounted-pack.ts';
import type { ByteSource } from '../../capture/capture-outcome.ts';
import { captureFile } from '../../capture/formats.ts';
import type { MountChoice, MountReceipt, PackOffer } from '../../protocol/archive-calls.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import { fold } from '../../text/tokenise.ts';
import { newestDate } from '../assemble-archive.ts';
import type { PackShelf } from './pack-shelf.ts';
import { readSharePack } from './read-share-pack.ts';

interface PackFile {
  /** As the reader knows it, with its extension. */
  readonly name: string;
  readonly bytes: ByteSource;
}

/** Articles a transaction: as an import's batch. */
const ADDED_AT_ONCE = 200;

/** Changes nothing. Fails with a sentence that names what is wrong. */
export async function examinePack(file: PackFile, shelf: PackShelf, now: string): Promise<Result<PackOffer>> {
  const read = await readWhole(file, now);
  return read.ok ? succeed(await offerOf(read.value.pack, shelf)) : read;
}

/** Answers the pack as it is listed now, and the one that it took the place of. */
export async function mountPack(
  file: PackFile,
  choice: MountChoice,
  shelf: PackShelf,
  now: string,
): Promise<Result<MountReceipt>> {
  const read = await readWhole(file, now);
  if (!read.ok) return read;
  const { standing, listed } = await offerOf(read.value.pack, shelf);
  if (standing === 'loaded') return fail('bad-request', 'This pack is loaded already.');
  const pack = choice === 'beside' ? await besideOthers(read.value.pack, shelf) : read.value.pack;
  const articles = read.value.articles.map((article) => inPack(article, pack.name));
  for (let at = 0; at < articles.length; at += ADDED_AT_ONCE) {
    const added = await shelf.add(pack.digest, articles.slice(at, at + ADDED_AT_ONCE));
    if (added.ok) continue;
    await shelf.drop([pack.digest]);
    return added;
  }
  const replaced = standing === 'other-version' && choice === 'replace' ? listed : null;
  const written = await shelf.change([...(replaced ? [{ ...replaced, isRemoved: true }] : []), pack]);
  return written.ok ? succeed({ pack, replaced }) : written;
}

interface WholePack {
  readonly pack: MountedPack;
  readonly articles: readonly Article[];
}

async function readWhole({ name: file, bytes }: PackFile, loadedAt: string): Promise<Result<WholePack>> {
  const shared = await readSharePack(bytes);
  if ('code' in shared) return fail('bad-request', `${shared.reason} Nothing of it was loaded.`);
  const read = await readArticles(shared.lines, file);
  if (!read.ok) return read;
  const articles = read.value;
  const pack: MountedPack = {
    digest: shared.digest,
    name: shared.name ?? plainName(file.replace(/\.zip$/i, '')) ?? '?',
    madeAt: shared.madeAt,
    loadedAt,
    articles: articles.length,
    words: articles.reduce((sum, { articleBody }) => sum + wordsOf(articleBody), 0),
    newest: newestDate(articles),
    isRemoved: false,
  };
  return succeed({ pack, articles });
}

const wordsOf = (text: string) => Math.round(countWords(text, 0, text.length));

/** As foreign lines, each id made of what the article says; one that is none refuses the pack. */
async function readArticles(
  lines: Uint8Array<ArrayBuffer>,
  file: string,
): Promise<Result<readonly Article[]>> {
  const articles = new Map<ArticleId, Article>();
  const context = {
    file: `${file}/articles.jsonl`,
    collection: 'yours',
    capturedAt: null,
    sidecar: null,
  } as const;
  for await (const outcome of captureFile(lines, context)) {
    if (!outcome.ok) {
      const where = outcome.line === undefined ? '' : `, in line ${outcome.line}`;
      return fail('bad-request', `The pack holds something else than articles${where}: ${outcome.reason}`);
    }
    articles.set(outcome.article.id, outcome.article);
  }
  return succeed([...articles.values()]);
}

async function offerOf(pack: MountedPack, shelf: PackShelf): Promise<PackOffer> {
  const packs = await shelf.packs();
  const same = packs.find(({ digest, isRemoved }) => digest === pack.digest && !isRemoved);
  if (same) return { pack, standing: 'loaded', listed: same };
  const named = packs.find(({ name, isRemoved }) => !isRemoved && fold(name) === fold(pack.name));
  return named ? { pack, standing: 'other-version', listed: named } : { pack, standing: 'new', listed: null };
}

/** Under its name with a number behind it. */
async function besideOthers(pack: MountedPack, shelf: PackShelf): Promise<MountedPack> {
  const taken = new Set((await shelf.packs()).filter((one) => !one.isRemoved).map(({ name }) => fold(name)));
  let name = pack.name;
  for (let number = 2; taken.has(fold(name)); number++) name = `${pack.name} (${number})`;
  return { ...pack, name };
}
