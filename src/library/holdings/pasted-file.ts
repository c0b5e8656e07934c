/**
 * Pasted text as a file of the import: one article as plain text; several, each under a line that is its address, as
 * JSON Lines. A person who pastes writes the address, then the headline, then the text.
 */

interface PastedFile {
  readonly name: string;
  readonly text: string;
}

const ADDRESS = /^[ \t]*<?(https?:\/\/[^\s<>]+)>?[ \t]*$/;

/** Null for white space. `stamp` (a time, as in file names) tells one pasting from the next. */
export function pastedFile(text: string, stamp: string): PastedFile | null {
  if (text.trim() === '') return null;
  const pieces = splitAtAddresses(text);
  if (pieces === null) return { name: `pasted ${stamp}.txt`, text };
  const lines = pieces.map((piece) => `${JSON.stringify(toRecord(piece))}\n`);
  return { name: `pasted ${stamp}.jsonl`, text: lines.join('') };
}

interface Piece {
  readonly url: string;
  readonly lines: string[];
}

/** Null when the text does not begin with an address: addresses within an article are part of it. */
function splitAtAddresses(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  for (const line of text.trim().split(/\r\n?|\n/)) {
    const url = ADDRESS.exec(line)?.[1];
    const last = pieces.at(-1);
    if (url !== undefined) pieces.push({ url, lines: [] });
    else if (last) last.lines.push(line);
    else return null;
  }
  return pieces;
}

/** Longer first lines are the text itself. */
const LONGEST_HEADLINE = 200;

function toRecord({ url, lines }: Piece): object {
  const text = lines.join('\n').trim();
  const [first = '', ...rest] = text.split('\n');
  const body = rest.join('\n').trim();
  const isHeadline = body !== '' && first.length <= LONGEST_HEADLINE;
  return isHeadline ? { url, headline: first.trim(), articleBody: body } : { url, articleBody: text };
}
