/** A pack of everything too large to be opened whole: what the pack tells, and the rest beside it on the disk. */
import type { Article, ArticleId } from '../../archive/article.ts';
import { type PackManifest, type ReadPackFile, readManifest, readSection } from '../../archive/pack.ts';
import type { Outlet } from '../../entities/entity.ts';
import { ANALYZER } from '../../text/analyzer.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Archive } from '../archive.ts';
import { openPack, readAhead } from '../open-pack.ts';
import { decodeJson } from './columns.ts';
import { type Beside, openDiskArchive } from './open-archive.ts';

/** The section that takes the place of all others. */
export const BESIDE = 'beside';

interface LargePackPorts {
  openBeside(): Promise<Result<Beside>>;
  readonly damaged: (message: string) => void;
  readonly rescue: (ids: readonly ArticleId[]) => Promise<readonly Article[]>;
}

/** Also of the packs that earlier versions left, of which the index alone lies beside. */
export async function openLargePack(
  readFile: ReadPackFile,
  { openBeside, damaged, rescue }: LargePackPorts,
): Promise<Result<Archive>> {
  const read = readAhead(readFile);
  const [manifest, beside] = await Promise.all([readManifest(read), openBeside()]);
  if (!manifest.ok) return manifest;
  if (!beside.ok) return beside;
  if (!Object.hasOwn(manifest.value.sections, BESIDE))
    return openPack(read, { openIndex: async () => succeed(beside.value.index) });
  const outlets = await readOutlets(manifest.value, read);
  if (!outlets.ok) return outlets;
  const { builtAt, counts } = manifest.value;
  const facts = { builtAt, entities: counts.entities, outlets: outlets.value };
  return openDiskArchive(beside.value, facts, { damaged, rescue });
}

async function readOutlets(manifest: PackManifest, read: ReadPackFile): Promise<Result<readonly Outlet[]>> {
  if (manifest.analyzer !== ANALYZER)
    return fail('archive-damaged', 'The pack was made by rules of another version.');
  const section = await readSection(manifest, BESIDE, read);
  return section.ok ? succeed(decodeJson<readonly Outlet[]>(section.value)) : section;
}
