/**
 * `npm run eval -- reuse`: what was printed before, by kind of edit, on pairs, levels and near-duplicates, with peers.
 *
 * Rules and thresholds were set on half of the sentences and pairs (a hash of their text) and on pages of one subject;
 * figures are of the other half and of pages of other subjects. About a minute.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { alignQuoteText } from '../../src/quotes/align-quote.ts';
import { countOf, NEGATION, numbersOf } from '../../src/quotes/changed-facts.ts';
import { findReuse, type PageReuse } from '../../src/quotes/find-reuse.ts';
import { listReused, shareOfPage } from '../../src/quotes/list-reused.ts';
import { addToPrintIndex, type PrintIndex } from '../../src/quotes/print-index.ts';
import { readSequence, type WordSequence } from '../../src/quotes/word-sequence.ts';
import type { Evaluate, Figure } from './figure.ts';
import { babble, listEdits, randomOf } from './reuse-edits.ts';
import { evaluateNews } from './reuse-news.ts';
import {
  auc,
  containment3,
  indexMinHash,
  indexSentences,
  jaccard,
  type ReuseIndex,
  sentencesIn,
} from './reuse-peers.ts';

/** Passages of real text hold so many words. */
const PASSAGE_WORDS = 72;
const PASSAGES = 100_000;
const SENTENCES = 400;
const PAGE = 100_000;

interface PrintArchive {
  readonly index: PrintIndex;
  readonly texts: readonly string[];
}

type Row = Readonly<Record<string, string>>;

function readRows(file: string): Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
}

/** Texts by the tab-separated columns that the first line names. */
function readTable(file: string): Row[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = header!.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [names[at]!, value])));
}

function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 13) & 1) === 1;
}

function archiveOf(texts: readonly string[]): PrintArchive {
  function* sequences(): Generator<WordSequence> {
    for (const text of texts) yield readSequence(text);
  }
  return { index: addToPrintIndex({ segments: [] }, sequences()), texts };
}

const wordsOf =
  ({ texts }: PrintArchive, except = -1) =>
  (article: number) =>
    article === except ? null : readSequence(texts[article]!);

function reuseIn(archive: PrintArchive, text: string, except = -1): PageReuse {
  return findReuse(text, { index: archive.index, wordsOf: wordsOf(archive, except) });
}

/** Numbers of the articles found. */
function foundIn(archive: PrintArchive, text: string): ReadonlySet<number> {
  return new Set(reuseIn(archive, text).parts.flatMap((parts) => parts.map(({ number }) => number)));
}

/** Real sentences of 12–45 words, each with its article's number; half of all, that nothing was tuned on. */
function chooseSentences(texts: readonly string[]): [number, string][] {
  const random = randomOf(2);
  const chosen: [number, string][] = [];
  while (chosen.length < SENTENCES) {
    const number = Math.floor(random() * texts.length);
    const fitting = sentencesIn(texts[number]!)
      .map((sentence) => sentence.replace(/\s+/g, ' '))
      .filter((sentence) => {
        const count = sentence.split(' ').length;
        return count >= 12 && count <= 45 && /[a-z]{4}.*[.!?]$/.test(sentence) && isHeldOut(sentence);
      });
    if (fitting.length > 0) chosen.push([number, fitting[Math.floor(random() * fitting.length)]!]);
  }
  return chosen;
}

function evaluateEdits(data: string): Figure[] {
  const rows = readRows(join(data, 'reuters21578/articles.jsonl.gz'));
  const real = rows.map(({ text }) => text!).filter(({ length }) => length > 50);
  const realPassages = real.reduce((sum, text) => sum + readSequence(text).count, 0) / PASSAGE_WORDS;
  const made = Math.ceil((PASSAGES - realPassages) / 4);
  const archive = archiveOf([...real, ...babble(real.slice(0, 6_000), made, PASSAGE_WORDS * 4, 3)]);
  const peers = [indexSentences(archive.texts), indexMinHash(archive.texts)];
  const ours: ReuseIndex = { name: 'ours', find: (text) => foundIn(archive, text) };
  const sentences = chooseSentences(real);
  const set = 'reuters21578, 100,000 passages, held-out half';
  const figures = listEdits(randomOf(9)).map(({ kind, target, edit }) => {
    const edited = sentences.map(([number, sentence], at) => {
      const other = sentences[(at + 7) % sentences.length]![1];
      return [number, edit(sentence, other)] as const;
    });
    const recall = ({ find }: ReuseIndex) =>
      edited.filter(([number, text]) => find(text).has(number)).length / edited.length;
    return {
      ...{ set, measure: `recall, ${kind}`, value: recall(ours), target },
      peers: Object.fromEntries(peers.map((peer) => [peer.name, recall(peer)])),
    };
  });
  return [...figures, ...evaluateUnrelated(data, archive), bytesFigure(archive, set)];
}

function evaluateUnrelated(data: string, archive: PrintArchive): Figure[] {
  const rows = readRows(join(data, 'bbc_news/articles.jsonl.gz'));
  return ['entertainment', 'sport', 'politics'].map((category) => {
    const text = rows.flatMap((row) => (row.category === category ? [row.text!] : [])).join('\n\n');
    const page = text.slice(0, PAGE);
    const stretches = listReused(reuseIn(archive, page), wordsOf(archive));
    for (const { start, end } of stretches)
      console.error(`  found in ${category}: ${page.slice(start, end)}`);
    return {
      ...{ set: `bbc_news ${category}, 100 KB against reuters21578`, measure: 'stretches found' },
      ...{ value: stretches.length, target: 0, isCost: true },
    };
  });
}

function bytesFigure({ index }: PrintArchive, set: string): Figure {
  const bytes = index.segments.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { set, measure: 'bytes a passage', value: bytes / PASSAGES, target: 220, isCost: true };
}

interface Pair {
  readonly isSame: boolean;
  readonly left: string;
  readonly right: string;
}

function evaluatePairs(data: string): Figure[] {
  const pairs = readTable(join(data, 'msrp/train.tsv')).map(
    ({ label, s1, s2 }): Pair => ({ isSame: label === '1', left: s1!, right: s2! }),
  );
  const tuning = pairs.filter(({ left, right }) => !isHeldOut(left + right));
  const held = pairs.filter(({ left, right }) => isHeldOut(left + right));
  const found = (pair: Pair) => alignQuoteText(pair.left, pair.right);
  const best = bestThreshold(tuning, jaccard);
  const set = 'msrp train, held-out half';
  const near = held.filter(({ isSame }) => !isSame);
  const isThroughout = (pair: Pair) => {
    const printing = found(pair);
    return printing?.evidence === 'verbatim' && printing.similarity === 1;
  };
  const share = (list: readonly Pair[], test: (pair: Pair) => boolean) =>
    list.filter(test).length / list.length;
  const verbatim = pairs.filter((pair) => found(pair)?.evidence === 'verbatim');
  return [
    {
      ...{ set, measure: 'F1 of “printed”', value: f1(held, (pair) => found(pair) !== null), target: 0.83 },
      peers: {
        'word Jaccard': f1(held, ({ left, right }) => jaccard(left, right) >= best),
        all: f1(held, () => true),
      },
    },
    {
      ...{ set: 'msrp train', measure: 'verbatim although a number or negation inside differs' },
      ...{ value: verbatim.filter((pair) => differsInside(pair)).length, target: 0, isCost: true },
    },
    {
      ...{ set: 'msrp train, held-out half', measure: 'near misses told “word for word” throughout' },
      ...{ value: share(near, isThroughout), target: 0.01, isCost: true },
      peers: { 'any eight words in a row': share(near, sharesEight) },
    },
    {
      ...{ set: 'msrp train', measure: 'precision of “verbatim”' },
      ...{ value: verbatim.filter(({ isSame }) => isSame).length / verbatim.length, target: null },
    },
  ];
}

/** Numbers or negations of the words that the printing shares, first to last, against the printed ones. */
function differsInside({ left, right }: Pair): boolean {
  const { difference } = alignQuoteText(left, right)!;
  const first = difference.findIndex(({ kind }) => kind === 'kept');
  const last = difference.findLastIndex(({ kind }) => kind === 'kept');
  const inside = difference.slice(first, last + 1);
  const textOf = (without: string) =>
    inside.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join(' ');
  const [before, after] = [textOf('added'), textOf('dropped')];
  // Texts of edits end with a word, and lose the sign behind it.
  const digits = (text: string) => numbersOf(text).replaceAll('%', '');
  return digits(before) !== digits(after) || countOf(before, NEGATION) !== countOf(after, NEGATION);
}

function sharesEight({ left, right }: Pair): boolean {
  const [a, b] = [left, right].map((text) => readSequence(text).hash);
  const runs = new Set(Array.from(a!.subarray(7), (_, at) => a!.subarray(at, at + 8).join()));
  return b!.subarray(7).some((_, at) => runs.has(b!.subarray(at, at + 8).join()));
}

function f1(pairs: readonly Pair[], isFound: (pair: Pair) => boolean): number {
  const found = pairs.filter(isFound);
  const right = found.filter(({ isSame }) => isSame).length;
  return (2 * right) / (found.length + pairs.filter(({ isSame }) => isSame).length);
}

function bestThreshold(pairs: readonly Pair[], measure: (left: string, right: string) => number): number {
  const scored = new Map(pairs.map((pair) => [pair, measure(pair.left, pair.right)]));
  const thresholds = Array.from({ length: 100 }, (_, at) => at / 100);
  const scoreAt = (least: number) => f1(pairs, (pair) => scored.get(pair)! >= least);
  return thresholds.reduce((best, least) => (scoreAt(least) > scoreAt(best) ? least : best));
}

/** Answers to five questions, cut, lightly or heavily changed from one source, or written without it. */
function evaluateLevels(data: string): Figure[] {
  const texts = new Map(
    readRows(join(data, 'clough_stevenson/docs.jsonl')).map(({ id, text }) => [id, text!]),
  );
  const answers = readTable(join(data, 'clough_stevenson/labels.tsv')).map(({ source, answer, label }) => ({
    ...{ label: label!, text: texts.get(answer!)!, source: texts.get(source!)! },
  }));
  const levels = ['cut', 'light', 'heavy', 'non'];
  const measures = {
    ours: (text: string, source: string) => shareOfPage(reuseIn(archiveOf([source]), text)),
    '3-gram containment': containment3,
  };
  const [ours, peer] = Object.values(measures).map((measure) => {
    const byLevel = levels.map((level) =>
      answers.filter(({ label }) => label === level).map(({ text, source }) => measure(text, source)),
    );
    const means = byLevel.map((shares) => shares.reduce((sum, share) => sum + share, 0) / shares.length);
    return { means, auc: auc(byLevel.slice(0, 3).flat(), byLevel[3]!) };
  });
  const set = 'clough_stevenson';
  const isOrdered = ({ means }: { means: readonly number[] }) =>
    means.every((mean, at) => at === 0 || mean < means[at - 1]!) ? 1 : 0;
  return [
    {
      ...{ set, measure: 'AUC of the share, reused or not', value: ours!.auc, target: 0.98 },
      peers: { '3-gram containment': peer!.auc },
    },
    {
      ...{ set, measure: 'cut > light > heavy > none', value: isOrdered(ours!), target: 1 },
      peers: { '3-gram containment': isOrdered(peer!) },
    },
    ...levels.map((level, at) => ({
      ...{ set, measure: `mean share, ${level}`, value: ours!.means[at]!, target: null },
      peers: { '3-gram containment': peer!.means[at]! },
    })),
  ];
}

/** Pages of which nearly all was printed in another article. */
function evaluateDuplicates(data: string): Figure[] {
  const rows = readRows(join(data, 'minhash_articles/articles_2500.jsonl'));
  const numbers = new Map(rows.map(({ id }, at) => [id!, at]));
  const archive = archiveOf(rows.map(({ text }) => text!));
  const truth = new Set(
    readTable(join(data, 'minhash_articles/truth_2500.tsv')).map((row) =>
      pairKey(...(Object.values(row).map((id) => numbers.get(id)!) as [number, number])),
    ),
  );
  const found = new Set<string>();
  for (const [at, { text }] of rows.entries()) {
    const alike = new Map<number, number>();
    const { parts, words } = reuseIn(archive, text!, at);
    for (const { number, runs } of parts.flat()) {
      const length = runs.reduce((sum, run) => sum + run.length, 0);
      alike.set(number, (alike.get(number) ?? 0) + length);
    }
    for (const [number, count] of alike) if (count >= words.count / 2) found.add(pairKey(at, number));
  }
  const right = [...found].filter((key) => truth.has(key)).length;
  const set = 'minhash_articles 2,500';
  return [
    { set, measure: 'pairs found', value: right / truth.size, target: 1 },
    { set, measure: 'false pairs', value: found.size - right, target: 0, isCost: true },
  ];
}

function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

/** Articles on one event by many outlets; and agency articles of which much stands in another, by their place in the year. */
function evaluateOutlets(data: string): Figure[] {
  const marked = ['train', 'dev'].flatMap((part) => {
    const lines = readFileSync(join(data, `ecbplus/${part}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    return lines.map(
      (line) => JSON.parse(line) as { readonly topic: string; readonly sentences: Record<string, string[]> },
    );
  });
  const told = marked.map(({ topic, sentences }) => ({
    subject: topic,
    text: Object.values(sentences)
      .map((tokens) => tokens.join(' ').replace(/ (?=[.,;:!?)\]%’']|n't)/g, ''))
      .join(' '),
  }));
  const held = told.flatMap(({ subject }, at) => (isHeldOut(`${subject}x`) ? [at] : []));
  const wired = readRows(join(data, 'reuters21578/articles.jsonl.gz'))
    .filter(({ text }) => text!.length > 50)
    .slice(0, 6_000)
    .map(({ text }) => ({ subject: '', text: text! }));
  const some = wired.flatMap((_, at) => (at % 20 === 7 ? [at] : []));
  return [
    ...evaluateNews('ecbplus train and dev, held-out half of topics', told, held),
    ...evaluateNews('reuters21578, one article in 20', wired, some).slice(0, 2),
  ];
}

export const evaluate: Evaluate = async (data) => [
  ...evaluateEdits(data),
  ...evaluatePairs(data),
  ...evaluateLevels(data),
  ...evaluateDuplicates(data),
  ...evaluateOutlets(data),
];
