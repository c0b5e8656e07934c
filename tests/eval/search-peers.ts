/** What others make of the same collections: MiniSearch as it comes, and Lucene's BM25 over whole documents. */
import MiniSearch from 'minisearch';
import { stemWord } from '../../src/text/stem.ts';
import { words } from '../../src/text/tokenise.ts';
import type { Document } from './search-sets.ts';

/** Ids, best first. */
export type Search = (text: string) => string[];

const MOST = 1_000;

export function miniSearchDefault(documents: readonly Document[]): Search {
  const engine = new MiniSearch<Document>({ fields: ['title', 'text'] });
  engine.addAll(documents);
  return (text) =>
    engine
      .search(text)
      .slice(0, MOST)
      .map(({ id }) => id as string);
}

/** k1 1.2, b .75, title and text as one field; English stems or words as they are. */
export function bm25(documents: readonly Document[], isStemmed: boolean): Search {
  const [k1, b] = [1.2, 0.75];
  const analyse = (text: string) => words(text).map((word) => (isStemmed ? stemWord(word, 'en') : word));
  const postings = new Map<string, [document: number, count: number][]>();
  const lengths = documents.map(({ title, text }, at) => {
    const terms = analyse(`${title} ${text}`);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list) list.push([at, count]);
      else postings.set(term, [[at, count]]);
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (text) => {
    const scores = new Float64Array(documents.length);
    for (const term of analyse(text)) {
      const list = postings.get(term) ?? [];
      const rarity = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const [at, count] of list)
        scores[at]! += (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * lengths[at]!) / average));
    }
    return [...scores.keys()]
      .filter((at) => scores[at]! > 0)
      .sort((x, y) => scores[y]! - scores[x]! || x - y)
      .slice(0, MOST)
      .map((at) => documents[at]!.id);
  };
}
