/**
 * Articles as a pack that a build can bring along read-only (`archive/` of the package), and that another reader can
 * load under its name or copy. It holds the articles as their reader set them right, and the names that follow from
 * them; tags, collections, notes and decisions stay at home.
 */
import type { Article } from '../../archive/article.ts';
import type { PackFiles } from '../../archive/pack.ts';
import type { Recognise } from '../../entities/group/article-names.ts';
import { packArchive } from '../pack-archive.ts';
import { PACK_FOLDER } from './tell-share-pack.ts';

/** What a pack says of itself. */
export interface AboutPack {
  readonly name: string;
  /** ISO 8601 with time. */
  readonly madeAt: string;
}

/** Named as in the ZIP; the manifest stands first, since read-share-pack.ts knows a pack by its first file. */
export async function sharePack(
  articles: readonly Article[],
  recognise: Recognise | null,
  about: AboutPack,
): Promise<PackFiles> {
  const files = await packArchive(articles, { entities: [], outlets: [] }, recognise, about);
  const isManifest = (name: string) => (name === 'manifest.json' ? 0 : 1);
  const sorted = [...files].sort(([a], [b]) => isManifest(a) - isManifest(b) || (a < b ? -1 : 1));
  return new Map(sorted.map(([name, bytes]) => [`${PACK_FOLDER}/${name}`, bytes]));
}
