/** RIS (.ris): bibliographies of reference managers and news databases, "TI  - …" a line, "ER  - " ends an entry. O(bytes). */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { decodeText } from './decode-text.ts';
import { holdText } from './hold-file.ts';
import { readReferences } from './read-references.ts';
import { NO_HEADLINE, type Reference, unsortName } from './reference.ts';

const name = 'ris@1';
const TAG = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/;

const isRis = (head: Uint8Array<ArrayBuffer>): boolean => {
  const decoded = decodeText(head);
  return decoded.ok && /^[\ufeff\s]*(?:\d+\.\s*)?TY {2}- ?\S/.test(decoded.text);
};

export const ris: CaptureFormat = {
  name,
  extensions: ['.ris'],
  claims: isRis,
  sniff: isRis,
  read: readRis,
};

async function* readRis(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const held = await holdText(source, context);
  if (!held.ok) {
    yield held.refusal;
    return;
  }
  const { entries, isWhole } = parseRis(held.value.text);
  yield* readReferences(entries, name, context);
  if (!isWhole && entries.length > 0)
    yield refuse(context, 'damaged', 'The last entry breaks off before its end; what is there was read.');
}

interface RisEntry {
  readonly reference: Reference;
  readonly raw: string;
}

/** `isWhole`: the last entry is closed. */
function parseRis(text: string): { entries: RisEntry[]; isWhole: boolean } {
  const entries: RisEntry[] = [];
  let fields: [tag: string, value: string][] = [];
  let raw: string[] = [];
  const close = (): void => {
    if (fields.length > 0) entries.push({ reference: referenceOf(fields), raw: raw.join('\n') });
    fields = [];
    raw = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag === 'ER' || tag === 'TY') close();
    if (tag === 'ER') continue;
    const last = fields.at(-1);
    if (tag !== undefined) fields.push([tag, value.trim()]);
    else if (last !== undefined && line.trim() !== '') last[1] += `\n${line.trim()}`;
    if (fields.length > 0) raw.push(line);
  }
  const isWhole = fields.length === 0;
  close();
  return { entries, isWhole };
}

function referenceOf(fields: readonly (readonly [string, string])[]): Reference {
  const all = (tag: string): string[] =>
    fields.filter((field) => field[0] === tag && field[1] !== '').map((field) => field[1]);
  const first = (...tags: string[]): string | null => {
    for (const tag of tags) if (all(tag)[0] !== undefined) return all(tag)[0]!;
    return null;
  };
  const isChapter = /^(?:CHAP|CPAPER|CONF|ECHAP)/.test(first('TY') ?? '');
  const title = first('TI', 'T1', 'CT', ...(isChapter ? [] : ['BT']), 'T2', 'ST');
  return {
    identifier: first('ID'),
    title,
    authors: [...all('AU'), ...all('A1')].map(unsortName),
    date: first('DA', 'PY', 'Y1'),
    url: first('UR', 'L2', 'LK'),
    doi:
      first('DO') ??
      fields.find(([tag, value]) => tag !== 'AB' && /^(?:doi:\s*)?10\.\d{4,9}\/\S+$/i.test(value))?.[1] ??
      null,
    // Without a headline our own citation holds its words in the note alone.
    abstract: first('AB', 'N2', ...(title === NO_HEADLINE ? ['N1'] : [])) ?? '',
    language: first('LA'),
    outlet: first('JO', 'JF', 'T2', 'JA', 'J2', 'BT', 'PB'),
  };
}
