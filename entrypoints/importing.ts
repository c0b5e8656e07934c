/** The worker that reads and writes during an import, beside the Archive page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startImportWorker } from '../src/platform/browser/holdings/import-worker.ts';

export default defineUnlistedScript(() => startImportWorker(self));
