/** The script in the page: joins the page room to the background. Registered at run time, for sites the reader allowed. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../src/page/marks.css';
import { startReading } from '../src/page/start-reading.ts';
import { createPagePort } from '../src/platform/browser/page-port.ts';
import { message } from '../src/platform/browser/translate.ts';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  allFrames: false,
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    const labels = {
      lookUp: message('lookUpSelection'),
      card: message('cardTitle'),
    };
    startReading(createPagePort(), labels, new AbortController().signal);
  },
});
