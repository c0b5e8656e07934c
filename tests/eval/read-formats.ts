/**
 * How much of each import format's test files is read as their manifests expect, and whether every broken file is
 * refused with a reason. The files are other projects' test suites (NOTICE.txt in each folder): nothing was learned
 * from them, but faults they showed were mended, so they are no longer unseen.
 */
import type { Figure } from './figure.ts';
import { biblioFigures } from './read-bibliography.ts';
import { epubFigures, pdfFigures } from './read-books.ts';
import { mhtmlFigures, warcFigures } from './read-captures.ts';
import { feedFigures } from './read-feeds.ts';

/** Of `data`, the folder of third-party sets. */
export async function formatFigures(data: string): Promise<Figure[]> {
  const parts = [feedFigures, mhtmlFigures, warcFigures, epubFigures, pdfFigures, biblioFigures];
  const figures: Figure[] = [];
  for (const part of parts) figures.push(...(await part(data)));
  return figures;
}
