/** What a table holds, before it is read: its columns, its first rows, and which column is taken for what. */
import { decodeText } from '../../capture/decode-text.ts';
import { findColumns } from '../../capture/table-columns.ts';
import { guessDelimiter, TableRows } from '../../capture/table-rows.ts';
import type { TablePreview } from '../../protocol/archive-calls.ts';

const SHOWN_ROWS = 3;
/** Code units of a cell; articles stand in some. */
const SHOWN_CELL = 120;

/** `head`: the file's first bytes, 64 KB are plenty. Null when they are no text, or no row ends in them. */
export function previewTable(head: Uint8Array<ArrayBuffer>): TablePreview | null {
  const decoded = decodeText(head);
  if (!decoded.ok) return null;
  const rows = new TableRows(guessDelimiter(decoded.text));
  const found: (readonly string[])[] = [];
  for (const row of rows.take(decoded.text)) {
    if (row === null || found.length > SHOWN_ROWS) break;
    found.push(row);
  }
  const [heading, ...shown] = found;
  if (!heading) return null;
  const guess = [...findColumns(heading, {})].map(([field, at]) => [field, heading[at]] as const);
  const cut = (cell: string) => (cell.length > SHOWN_CELL ? `${cell.slice(0, SHOWN_CELL)}…` : cell);
  return { heading, rows: shown.map((row) => row.map(cut)), guess: Object.fromEntries(guess) };
}
