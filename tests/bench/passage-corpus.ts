/**
 * News passages in any number: those of Reuters-21578 and BBC as they are, then sentences of two articles put together
 * anew, with one capitalised word in three replaced by an invented name, so that the vocabulary goes on growing.
 * Data: the folder BACKSTORY_DATA (default ../shared/data beside the repository).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitSentences } from '../../src/text/split-sentences.ts';

const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../shared/data');
/** The least a passage holds, as in the product. */
const PASSAGE_WORDS = 60;
const SYLLABLES = 'ba ko ri mu le sta ven dor han wik tal que ros im ar el on fre jo zed'.split(' ');

export interface BenchPassage {
  readonly number: number;
  readonly startsArticle: boolean;
  readonly headline: string;
  readonly text: string;
}

interface Source {
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** The smaller first: a bench of few passages reads no other. */
const SETS = ['bbc_news', 'reuters21578'];

function readSources(set: string): Source[] {
  const sources: Source[] = [];
  const lines = gunzipSync(readFileSync(join(DATA, set, 'articles.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  for (const line of lines) {
    if (line === '') continue;
    const { title, text } = JSON.parse(line) as { title: string; text: string };
    const sentences = text
      .split('\n')
      .flatMap((block) => splitSentences(block).map(({ start, end }) => block.slice(start, end).trim()))
      .filter((sentence) => sentence.length > 20);
    if (sentences.length > 0) sources.push({ headline: title, sentences });
  }
  return sources;
}

const known = new Map<string, readonly Source[]>();

function sourcesOf(set: string): readonly Source[] {
  const sources = known.get(set) ?? readSources(set);
  known.set(set, sources);
  return sources;
}

function* realSources(): Generator<Source> {
  for (const set of SETS) yield* sourcesOf(set);
}

function* packed(sentences: readonly string[]): Generator<string> {
  let text = '';
  for (const sentence of sentences) {
    text = text === '' ? sentence : `${text} ${sentence}`;
    if (text.split(' ').length < PASSAGE_WORDS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** The same passages every time. */
export function* benchPassages(count: number): Generator<BenchPassage> {
  let number = 0;
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const invented = () => {
    // A few names often, most hardly ever, and always new ones.
    let rank = Math.floor((number + 5_000) ** (next(1_000_000) / 1_000_000));
    let name = '';
    for (; rank > 0 || name.length < 4; rank = Math.floor(rank / SYLLABLES.length))
      name += SYLLABLES[rank % SYLLABLES.length];
    return `${(name[0] as string).toUpperCase()}${name.slice(1)}`;
  };
  for (const { headline, sentences } of realSources()) {
    let startsArticle = true;
    for (const text of packed(sentences)) {
      if (number === count) return;
      yield { number: number++, startsArticle, headline, text };
      startsArticle = false;
    }
  }
  const sources = SETS.flatMap(sourcesOf);
  const half = (source: Source) => source.sentences.filter(() => next(2) === 0);
  for (;;) {
    const [one, other] = [sources[next(sources.length)] as Source, sources[next(sources.length)] as Source];
    let startsArticle = true;
    for (const text of packed([...half(one), ...half(other)])) {
      if (number === count) return;
      const renamed = text.replace(/(?<=[a-z,] )[A-Z]\w+/g, (name) => (next(3) === 0 ? invented() : name));
      yield { number: number++, startsArticle, headline: one.headline, text: renamed };
      startsArticle = false;
    }
  }
}
