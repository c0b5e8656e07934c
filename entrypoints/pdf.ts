/** pdf.js for the import worker, a script of its own because most imports never meet a PDF. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPdf } from '../src/platform/browser/holdings/offer-pdf.ts';

export default defineUnlistedScript(offerPdf);
