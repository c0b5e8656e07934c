/**
 * The page `npm start` opens: the welcome page's neutral demo text as an ordinary web page on loopback, so that
 * reading, cards, look-ups and the popup work on it as they do anywhere.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const MESSAGES = fileURLToPath(new URL('../../../public/_locales/en/messages.json', import.meta.url));
const STYLE =
  'body { font: 1.15rem/1.6 Georgia, serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }';

export interface DemoPage {
  readonly url: string;
  close(): void;
}

export async function serveDemoPage(): Promise<DemoPage> {
  const messages = JSON.parse(await readFile(MESSAGES, 'utf8')) as Record<
    string,
    { readonly message: string }
  >;
  const paragraphs = ['demoText1', 'demoText2', 'demoQuote'].map(
    (key) => `<p>${escapeMarkup(messages[key]?.message ?? '')}</p>`,
  );
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Backstory: a page to try it on</title><style>${STYLE}</style></head><body>${paragraphs.join('\n')}</body></html>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The demo page found no port on loopback.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

function escapeMarkup(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
