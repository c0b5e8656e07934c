/** How much of test books (EPUB) and documents (PDF) is read as their manifests expect. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEpubBook } from '../../src/capture/epub-book.ts';
import { Unpacking } from '../../src/capture/unpacking.ts';
import type { Figure } from './figure.ts';
import { bytesOf, flat, outcomesOf, Tally } from './read-tally.ts';

interface EpubExpected {
  file: string;
  title: string[];
  creator: string[];
  date: string[];
  language: string[];
  spine_items: number;
}

export async function epubFigures(data: string): Promise<Figure[]> {
  const tally = new Tally();
  const root = join(data, 'fmt_epub');
  for (const line of readFileSync(join(root, 'manifest.jsonl'), 'utf8').split('\n').filter(Boolean)) {
    const expected = JSON.parse(line) as EpubExpected;
    if (!existsSync(join(root, expected.file))) continue;
    const book = await readEpubBook(bytesOf(join(root, expected.file)), new Unpacking());
    const see = (what: string, isRight: boolean) => tally.check(isRight, `${expected.file} ${what}`);
    see('title', book.titles.join('|') === expected.title.map(flat).join('|'));
    see('creator', book.authors.join('|') === expected.creator.map(flat).join('|'));
    see('date', (book.date ?? '') === (expected.date[0] ?? ''));
    see('language', book.language === expected.language[0]);
    see(
      'chapters',
      book.chapters.length === expected.spine_items && book.chapters.every(({ bytes }) => bytes.length > 0),
    );
  }
  return [tally.figure('fmt_epub', 'title, creators, date, language and chapters')];
}

export async function pdfFigures(data: string): Promise<Figure[]> {
  const root = join(data, 'fmt_pdf/py-pdf+sample-files');
  const tally = new Tally();
  let likeness = 0;
  for (const file of readdirSync(root).filter((name) => name.endsWith('.pdf'))) {
    const outcomes = await outcomesOf(join(root, file));
    const isLocked = /password/.test(file);
    tally.check(
      outcomes.length > 0 &&
        (!isLocked || outcomes.some((outcome) => !outcome.ok && outcome.code === 'locked')),
      file,
    );
    if (!file.startsWith('GeoTopo')) continue;
    const gold = readFileSync(join(root, 'GeoTopo-book.gold.txt'), 'utf8');
    likeness = wordLikeness(
      gold,
      outcomes.map((outcome) => (outcome.ok ? outcome.article.articleBody : '')).join('\n'),
    );
  }
  return [
    tally.figure('fmt_pdf', 'files with text or a reason'),
    { set: 'fmt_pdf, GeoTopo', measure: 'F1 of words against the gold text', value: likeness, target: 0.9 },
  ];
}

function wordLikeness(gold: string, ours: string): number {
  const count = (text: string) => {
    const words = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const [left, right] = [count(gold), count(ours)];
  const total = (words: Map<string, number>) => [...words.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [word, times] of left) shared += Math.min(times, right.get(word) ?? 0);
  return (2 * shared) / Math.max(total(left) + total(right), 1);
}
