/**
 * Articles as a pack that a build can bring along read-only (`archive/` of the package) and another reader can import.
 * It holds the articles as their reader set them right, and the names that follow from them; tags, collections, notes
 * and decisions stay at home.
 */
import type { Article } from '../../archive/article.ts';
import type { PackFiles } from '../../archive/pack.ts';
import type { Recognise } from '../../entities/group/article-names.ts';
import { packArchive } from '../pack-archive.ts';

/** The folder that its ZIP unpacks to. */
export const PACK_FOLDER = 'backstory-pack';

/** Named as in the ZIP; the manifest stands first, since capture-held.ts knows a pack by its first file. */
export async function sharePack(
  articles: readonly Article[],
  recognise: Recognise | null,
): Promise<PackFiles> {
  const files = await packArchive(articles, { entities: [], outlets: [] }, recognise);
  const isManifest = (name: string) => (name === 'manifest.json' ? 0 : 1);
  const sorted = [...files].sort(([a], [b]) => isManifest(a) - isManifest(b) || (a < b ? -1 : 1));
  return new Map(sorted.map(([name, bytes]) => [`${PACK_FOLDER}/${name}`, bytes]));
}
