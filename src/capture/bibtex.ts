/** BibTeX and BibLaTeX (.bib): bibliographies; an entry's abstract is its text: bibtex-entries.ts. O(bytes). */
import { type BibtexEntry, MONTHS, parseBibtex } from './bibtex-entries.ts';
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { decodeText } from './decode-text.ts';
import { holdText } from './hold-file.ts';
import { textOfLatex } from './latex-text.ts';
import { readReferences } from './read-references.ts';
import { NO_HEADLINE, type Reference, unsortName } from './reference.ts';

const name = 'bibtex@1';

const START =
  /^(?:\s*%[^\n]*\n)*\s*@(?:string\s*[{(]\s*[\w-]+\s*=|[a-z]+\s*\{\s*[^\s,{}]+\s*,\s*[\w-]+\s*=)/i;

const isBibtex = (head: Uint8Array<ArrayBuffer>): boolean => {
  const decoded = decodeText(head);
  return decoded.ok && START.test(decoded.text);
};

export const bibtex: CaptureFormat = {
  name,
  extensions: ['.bib', '.bibtex'],
  claims: isBibtex,
  sniff: isBibtex,
  read: readBibtex,
};

async function* readBibtex(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const held = await holdText(source, context);
  if (!held.ok) {
    yield held.refusal;
    return;
  }
  const { entries, faults } = parseBibtex(held.value.text);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const references = entries.map((entry) => ({ reference: referenceOf(entry, byKey), raw: entry.raw }));
  yield* readReferences(references, name, context);
  for (const fault of faults) yield refuse(context, 'damaged', fault.reason, fault.line);
}

function referenceOf(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): Reference {
  const parent = byKey.get(entry.fields.get('crossref') ?? '');
  const raw = (...names: string[]): string | null => {
    for (const field of names) {
      const value = entry.fields.get(field) ?? (parent === entry ? undefined : parent?.fields.get(field));
      if (value !== undefined && value.trim() !== '') return value.trim();
    }
    return null;
  };
  const plain = (...names: string[]): string | null => {
    const value = raw(...names);
    return value === null ? null : textOfLatex(value).replace(/\s*\n\s*/g, ' ');
  };
  const own = entry.fields.get('title') ?? raw('title') ?? '';
  const subtitle = entry.fields.get('subtitle');
  // Without a headline our own citation holds its words in the note alone.
  const abstract = raw('abstract', 'annotation', 'annote', ...(own === NO_HEADLINE ? ['note'] : []));
  const year = plain('year');
  return {
    identifier: entry.key === '' ? null : entry.key,
    title: textOfLatex(subtitle === undefined ? own : `${own}: ${subtitle}`).replace(/\s+/g, ' ') || null,
    authors: splitNames(raw('author') ?? raw('editor') ?? '').map(readName),
    date:
      plain('date') ??
      (year === null
        ? null
        : [year, monthOf(plain('month')), dayOf(plain('day') ?? dayIn(plain('month')))]
            .filter((part) => part !== '')
            .join('-')),
    url:
      (raw('url', 'howpublished') ?? '')
        .replace(/\\url\s*\{([^{}]*)\}/, '$1')
        .replace(/\\([%&_#~$])/g, '$1') || null,
    doi: plain('doi'),
    abstract:
      abstract === null ? '' : textOfLatex(abstract.replace(/\n\s*\n/g, '\\par ').replace(/\s+/g, ' ')),
    language: plain('langid', 'language'),
    outlet: plain(
      'journal',
      'journaltitle',
      'booktitle',
      'publisher',
      'institution',
      'school',
      'organization',
    ),
  };
}

/** At "and" between names, not inside braces. */
function splitNames(names: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  const words = /[{}]|\\.|\s+and\s+/gi;
  for (let match = words.exec(names); match !== null; match = words.exec(names)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth <= 0 && !match[0].startsWith('\\')) {
      parts.push(names.slice(from, match.index));
      from = words.lastIndex;
    }
  }
  parts.push(names.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '' && part.toLowerCase() !== 'others');
}

/** Braces around the whole name mark an organisation, whose commas are its own. */
function readName(name: string): string {
  if (/^\{[^{}]*\}$/.test(name)) return textOfLatex(name);
  const parts = /^(?:\s*[\w-]+\s*=\s*[^,]+,?)+$/.test(name) ? extendedName(name) : null;
  return parts ?? unsortName(textOfLatex(name).replace(/\s+/g, ' '));
}

/** BibLaTeX's "family=Doe, given=Jane". */
function extendedName(name: string): string {
  const parts = new Map(
    [...name.matchAll(/([\w-]+)\s*=\s*([^,]+)/g)].map((part) => [part[1]!, textOfLatex(part[2]!)]),
  );
  return ['given', 'prefix', 'family', 'suffix']
    .map((part) => parts.get(part) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

function monthOf(month: string | null): string {
  if (month === null) return '';
  if (/^\d{1,2}$/.test(month)) return month.padStart(2, '0');
  const name = /\p{L}{3}/u.exec(month)?.[0].toLowerCase() ?? '';
  const at = MONTHS.indexOf(name);
  return at < 0 ? '' : String(at + 1).padStart(2, '0');
}

/** BibTeX has no field for the day: `month = jul # "~30"`, "July 30th", "30 July". Null where the month is alone, or a span. */
function dayIn(month: string | null): string | null {
  const days = month === null || !/\p{L}/u.test(month) ? null : month.match(/\d{1,2}(?=\D|$)/g);
  return days?.length === 1 ? days[0]!.padStart(2, '0') : null;
}

function dayOf(day: string | null): string {
  return day !== null && /^\d{1,2}$/.test(day) ? day.padStart(2, '0') : '';
}
