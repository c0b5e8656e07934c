/**
 * The sample of the package (`public/sample/`) as articles of the reader's own: imported, labelled, removed like any.
 *
 * It could have been a second bundled archive. Then its names would be marked in pages, and a page could tell who has
 * taken it in: what a page sees would follow from a choice of the reader (TRUST.md, R1). As own articles they are not.
 */
import type { ArticleId } from '../../../archive/article.ts';
import { SAMPLE_FILE } from '../../../archive/provenance.ts';
import type { ArchiveCalls } from '../../../protocol/archive-calls.ts';
import type { Client } from '../../../protocol/client.ts';
import { fail, succeed } from '../../../text/result.ts';
import type { SampleArchive } from '../../../ui/archive-port.ts';
import type { ImportDesk } from '../../../ui/import-desk.ts';
import { readPackageFile } from '../package-file.ts';

const PACKAGED = 'sample/bridge.jsonl';

export function createSampleArchive(calls: Client<ArchiveCalls>, desk: ImportDesk): SampleArchive {
  const idsOf = (rows: readonly { readonly articleId: ArticleId; readonly file: string }[]) =>
    rows.filter(({ file }) => file === SAMPLE_FILE).map(({ articleId }) => articleId);
  return {
    held: async () => {
      const listed = await calls.listHoldings({});
      return listed.ok ? succeed(idsOf(listed.value)) : listed;
    },
    add: async () => {
      const [bytes, bin] = await Promise.all([readPackageFile(PACKAGED), calls.listBin({})]);
      if (bytes === null) return fail('not-found', 'The package holds no sample.');
      const removed = bin.ok ? idsOf(bin.value) : [];
      if (removed.length > 0) await calls.restoreHoldings({ articleIds: removed });
      const file = new File([bytes], SAMPLE_FILE);
      return desk.begin([{ name: SAMPLE_FILE, file, columns: null }], 'keep-both');
    },
  };
}
