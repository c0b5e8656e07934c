/**
 * `npm run eval -- names`: names recognised in running text, beside `compromise` and runs of capitalised words.
 *
 * Nothing was trained or tuned on these sets; the model was trained on the sentences its NOTICE.txt lists. Strict: both
 * ends equal. Overlap: a name found counts when it shares a character with a marked one, and the other way round.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import {
  type NameTagger,
  openNameTagger,
  recogniseNames,
} from '../../src/entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../src/text/language.ts';
import { parseMarkedText } from '../golden/names/marked-text.ts';
import type { Figure } from './figure.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  /** PER, ORG, LOC, EVENT; '' where a set gives none. */
  readonly type: string;
}
interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}
type Find = (text: string) => readonly Span[];

const TYPES: Readonly<Record<string, string>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  event: 'EVENT',
};

export function openShippedTagger(): NameTagger {
  const opened = openNameTagger(readFileSync(join(import.meta.dirname, '../../public/models/names.bin')));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function finder(tagger: NameTagger, language: string | null): Find {
  const tag = language === null ? null : parseLanguageTag(language);
  return (text) =>
    recogniseNames(tagger, text, tag).map(({ start, end, type }) => ({
      start,
      end,
      type: TYPES[type] as string,
    }));
}

/** Named classes of compromise with their offsets. */
const byCompromise: Find = (text) => {
  const doc = nlp(text);
  const spans: Span[] = [];
  const take = (view: { json(options: object): unknown }, type: string) => {
    for (const item of view.json({ offset: true }) as {
      offset: { start: number; length: number };
      text: string;
    }[]) {
      const piece = text.slice(item.offset.start, item.offset.start + item.offset.length);
      const head = piece.length - piece.replace(/^[^\p{L}\p{N}]+/u, '').length;
      const trimmed = piece.slice(head).replace(/(?:['’]s)?[^\p{L}\p{N}]*$/u, '');
      if (trimmed)
        spans.push({ start: item.offset.start + head, end: item.offset.start + head + trimmed.length, type });
    }
  };
  take(doc.people(), 'PER');
  take(doc.organizations(), 'ORG');
  take(doc.places(), 'LOC');
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, at) => spans.findIndex((other) => other.end > span.start) === at);
};

/** Runs of capitalised words, without one that opens a sentence alone. */
const byCapitals: Find = (text) =>
  [...text.matchAll(/\p{Lu}[\p{L}\p{N}'’.&-]*(?:\s+(?:of\s+(?=\p{Lu}))?\p{Lu}[\p{L}\p{N}'’.&-]*)*/gu)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].replace(/(?:['’]s)?[.'’-]*$/u, '').length,
      type: '',
    }))
    .filter(
      ({ start, end }) =>
        text.slice(start, end).includes(' ') ||
        !/(?:^|[.!?]["”]?\s+)["“]?$/u.test(text.slice(Math.max(0, start - 6), start)),
    );

interface Counts {
  strict: number;
  right: number;
  reached: number;
  found: number;
  wanted: number;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const agree = (a: Span, b: Span, isTyped: boolean) => !isTyped || a.type === b.type;

export function countSpans(texts: readonly Marked[], find: Find, isTyped: boolean): Counts {
  const counts: Counts = { strict: 0, right: 0, reached: 0, found: 0, wanted: 0 };
  for (const { text, spans } of texts) {
    const found = find(text);
    const meets = (a: Span, others: readonly Span[]) =>
      others.some((b) => overlaps(a, b) && agree(a, b, isTyped));
    counts.strict += found.filter((a) =>
      spans.some((b) => a.start === b.start && a.end === b.end && agree(a, b, isTyped)),
    ).length;
    counts.right += found.filter((a) => meets(a, spans)).length;
    counts.reached += spans.filter((b) => meets(b, found)).length;
    counts.found += found.length;
    counts.wanted += spans.length;
  }
  return counts;
}

const harmonic = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
export const strictF1 = ({ strict, found, wanted }: Counts) =>
  harmonic(strict / Math.max(found, 1), strict / wanted);
export const overlapF1 = ({ right, reached, found, wanted }: Counts) =>
  harmonic(right / Math.max(found, 1), reached / wanted);
export const overlapRecall = ({ reached, wanted }: Counts) => reached / wanted;
const strictRecall = ({ strict, wanted }: Counts) => strict / wanted;

function readLinked(file: string): Marked[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { text, mentions } = JSON.parse(line) as {
      text: string;
      mentions: { start: number; end: number }[];
    };
    return { text, spans: mentions.map(({ start, end }) => ({ start, end, type: '' })) };
  });
}

const RUSSIAN: Readonly<Record<string, string>> = {
  Person: 'PER',
  Org: 'ORG',
  Location: 'LOC',
  LocOrg: 'LOC',
};

/** Outermost spans of people, organisations and places. */
export function readRussian(file: string): Marked[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { text, mentions } = JSON.parse(line) as {
      text: string;
      mentions: { start: number; end: number; type: string }[];
    };
    const all = mentions.flatMap(({ start, end, type }) =>
      RUSSIAN[type] ? [{ start, end, type: RUSSIAN[type] }] : [],
    );
    const isInside = (a: Span, b: Span) =>
      b !== a && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
    return { text, spans: all.filter((span) => !all.some((other) => isInside(span, other))) };
  });
}

const HEBREW: Readonly<Record<string, string>> = { PER: 'PER', ORG: 'ORG', GPE: 'LOC', LOC: 'LOC' };

/** Sentences of tokens joined by blanks; a token's prefixes are inside its span, as in the set. */
function readHebrew(file: string): Marked[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\n\s*\n/)
    .map((sentence) => {
      let text = '';
      const spans: { start: number; end: number; type: string }[] = [];
      for (const line of sentence.split('\n')) {
        const [token = '', tag = 'O'] = line.split(/\s+/);
        if (text !== '') text += ' ';
        const start = text.length;
        text += token;
        const type = HEBREW[tag.slice(2)];
        if (type === undefined) continue;
        if (/^[SB]/.test(tag)) spans.push({ start, end: text.length, type });
        else (spans.at(-1) as { end: number }).end = text.length;
      }
      return { text, spans };
    });
}

/** Our spans widened to whole tokens: the set does not cut prefixes off. */
const toTokens =
  (find: Find): Find =>
  (text) =>
    find(text).map(({ start, end, type }) => {
      const after = text.indexOf(' ', end);
      return { start: text.lastIndexOf(' ', start - 1) + 1, end: after < 0 ? text.length : after, type };
    });

function readOwn(): Marked[] {
  const folder = join(import.meta.dirname, '../golden/names');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split(/\n\s*\n/)
      .map(parseMarkedText),
  );
}

export async function evaluate(data: string): Promise<readonly Figure[]> {
  const tagger = openShippedTagger();
  const [english, russian, hebrew, unknown] = [
    finder(tagger, 'en'),
    finder(tagger, 'ru'),
    finder(tagger, 'he'),
    finder(tagger, null),
  ];
  const reuters = readLinked(join(data, 'n3_news_el/Reuters-128.jsonl'));
  const rss = readLinked(join(data, 'n3_news_el/RSS-500.jsonl'));
  const german = readLinked(join(data, 'n3_news_el/News-100.jsonl'));
  const own = readOwn();
  const three = own.map(({ text, spans }) => ({ text, spans: spans.filter(({ type }) => type !== 'EVENT') }));
  const peers = (texts: readonly Marked[], measure: (counts: Counts) => number, isTyped = false) => ({
    compromise: measure(countSpans(texts, byCompromise, isTyped)),
    ...(!isTyped && { 'runs of capitals': measure(countSpans(texts, byCapitals, false)) }),
  });
  const compromise = strictF1(countSpans(reuters, byCompromise, false));
  const ours = countSpans(reuters, english, false);
  const events =
    (find: Find): Find =>
    (text) =>
      find(text).filter(({ type }) => type === 'EVENT');
  const noEvents =
    (find: Find): Find =>
    (text) =>
      find(text).filter(({ type }) => type !== 'EVENT');
  const figure = (
    set: string,
    measure: string,
    value: number,
    target: number | null,
    others = {},
  ): Figure => ({
    ...{ set, measure, value, target },
    ...(Object.keys(others).length > 0 && { peers: others }),
  });
  return [
    figure('n3 Reuters-128', 'strict span F1', strictF1(ours), compromise + 0.15, peers(reuters, strictF1)),
    figure('n3 Reuters-128', 'overlap F1', overlapF1(ours), 0.82, peers(reuters, overlapF1)),
    figure(
      'n3 RSS-500',
      'recall',
      overlapRecall(countSpans(rss, english, false)),
      0.9,
      peers(rss, overlapRecall),
    ),
    figure(
      'n3 RSS-500',
      'strict recall',
      strictRecall(countSpans(rss, english, false)),
      null,
      peers(rss, strictRecall),
    ),
    figure(
      'n3 News-100 (German)',
      'overlap recall',
      overlapRecall(countSpans(german, unknown, false)),
      null,
      peers(german, overlapRecall),
    ),
    figure(
      'own paragraphs',
      'typed overlap F1',
      overlapF1(countSpans(three, noEvents(unknown), true)),
      0.85,
      peers(three, overlapF1, true),
    ),
    figure(
      'own paragraphs',
      'typed strict F1',
      strictF1(countSpans(three, noEvents(unknown), true)),
      null,
      peers(three, strictF1, true),
    ),
    figure(
      'own paragraphs, events',
      'overlap F1',
      overlapF1(
        countSpans(
          own.map(({ text, spans }) => ({ text, spans: spans.filter(({ type }) => type === 'EVENT') })),
          events(unknown),
          true,
        ),
      ),
      null,
    ),
    figure(
      'factrueval2016 test',
      'typed overlap F1',
      overlapF1(countSpans(readRussian(join(data, 'factrueval2016/testset.jsonl')), russian, true)),
      0.7,
    ),
    figure(
      'factrueval2016 test',
      'typed strict F1',
      strictF1(countSpans(readRussian(join(data, 'factrueval2016/testset.jsonl')), russian, true)),
      0.7,
    ),
    figure(
      'nemo_hebrew dev',
      'typed strict F1',
      strictF1(
        countSpans(readHebrew(join(data, 'nemo_hebrew/token-single_gold_dev.bmes')), toTokens(hebrew), true),
      ),
      0.6,
    ),
    figure(
      'nemo_hebrew dev',
      'typed overlap F1',
      overlapF1(
        countSpans(readHebrew(join(data, 'nemo_hebrew/token-single_gold_dev.bmes')), toTokens(hebrew), true),
      ),
      null,
    ),
  ];
}
