/** The bundled pack from `seeds/`: every file must be readable, or nothing is baked. */
import type { PackFiles } from '../../archive/pack.ts';
import { packArchive } from '../../library/pack-archive.ts';
import { collectArticles } from './collect-articles.ts';

/** Throws with every unreadable file and its reason. */
export async function bakeSeeds(folder: string): Promise<PackFiles> {
  const { articles, refusals, authority } = await collectArticles([folder], 'bundled');
  if (refusals.length > 0) {
    throw new Error(refusals.map(({ file, reason }) => `${file}: ${reason}`).join('\n'));
  }
  if (articles.length === 0) throw new Error(`${folder} holds no article.`);
  return packArchive(articles, authority);
}
