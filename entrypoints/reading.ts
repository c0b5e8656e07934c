/**
 * The script in the page: joins the page room to the background. Registered at run time, for sites the reader
 * allowed; no content script of WXT's, whose context announces itself to the page by an event.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../src/page/marks.css';
import { startReading } from '../src/page/start-reading.ts';
import { createPagePort } from '../src/platform/browser/page-port.ts';
import { message } from '../src/platform/browser/translate.ts';

export default defineUnlistedScript(() => {
  const labels = { lookUp: message('lookUpSelection'), card: message('cardFrameLabel') };
  startReading(createPagePort(), labels, new AbortController().signal);
});
