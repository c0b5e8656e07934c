/**
 * A passage dragged out of our pages: its words with outlet, date, byline and address, as text and as markup, so that a
 * quotation never lands in a document without where it is from. Drag data must be there at once: no call is awaited.
 */
import type { ProvenanceView } from '../protocol/views.ts';
import type { Words } from './words.ts';

interface Quote {
  readonly text: string;
  readonly provenance: ProvenanceView;
}

type Says = Pick<Words, 't' | 'date'>;

export function draggedQuote(
  { t, date }: Says,
  { text, provenance }: Quote,
): { readonly plain: string; readonly html: string } {
  const { publisher, site, headline, datePublished, author, url } = provenance;
  // What is missing stands last: nobody should read it as a name.
  const facts = [
    publisher ?? headline,
    datePublished && date(datePublished),
    author.length > 0 && t('byline', author.join(t('listComma'))),
    publisher === null && (site === null ? t('noOutletPrinted') : t('readAt', site)),
    datePublished === null && t('noDatePrinted'),
  ]
    .filter(Boolean)
    .join(t('separator'));
  const words = text.trim();
  const address = url === null ? '' : `<br><a href="${escaped(url)}">${escaped(url)}</a>`;
  return {
    plain: `“${words}” — ${facts}${url === null ? '' : `, ${url}`}`,
    html: `<blockquote dir="auto">${escaped(words)}</blockquote><p>— ${escaped(facts)}${address}</p>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** For `onDragStart` of whatever shows the quote. */
export function putQuote(says: Says, quote: Quote, { dataTransfer }: DragEvent): void {
  if (!dataTransfer) return;
  const { plain, html } = draggedQuote(says, quote);
  dataTransfer.effectAllowed = 'copy';
  dataTransfer.setData('text/plain', plain);
  dataTransfer.setData('text/html', html);
}
