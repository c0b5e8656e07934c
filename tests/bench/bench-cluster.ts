/**
 * What a search cluster in place of the disk would cost, simulated: bytes as they are of this archive's own questions
 * and answers, waits by the links that teams have. Nothing is sent anywhere. `node tests/bench/bench-cluster.ts [size]`
 *
 * Two designs are told apart: asking the cluster, and fetching its postings to rank here, as they are from a disk.
 */
import type { PassageRecord } from '../../src/retrieval/passage-record.ts';
import { createMemorySegmentStore } from '../../src/retrieval/segments/memory-segment-store.ts';
import { createSegmentReader } from '../../src/retrieval/segments/segment-reader.ts';
import { writeRecords } from '../../src/retrieval/segments/write-records.ts';
import { isStopWord } from '../../src/retrieval/stop-words.ts';
import { indexedForms, stemsOf } from '../../src/text/stem-terms.ts';
import { words } from '../../src/text/tokenise.ts';
import { benchRecords } from './bench-archive.ts';
import { need, quantile } from './cost.ts';
import { type Figure, printFigures } from './figures.ts';

const SIZE = 30_000;
/** What is imagined: lists are so much longer, answers are not. */
const TEAM_PASSAGES = 10_000_000;
const QUESTIONS = 60;
/** As related.ts asks of a page. */
const PAGE_WORDS = 120;
/** Passages that an answer brings: four times the lines shown, so that reprints are folded here. */
const SEARCH_HITS = 40;
const PAGE_HITS = 48;
/** Server time of a warm cluster at ten million passages, as makers of such clusters report it: an assumption. */
const SERVER_MS = 15;
const LINKS = [
  { name: 'office', roundTripMs: 1, megabits: 1_000 },
  { name: 'home', roundTripMs: 25, megabits: 50 },
  { name: 'mobile', roundTripMs: 80, megabits: 8 },
] as const;

interface Traffic {
  readonly up: number;
  readonly down: number;
  /** One after the other. */
  readonly rounds: number;
}

const byteLength = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** The indexed terms of some words. */
const termsOf = (asked: readonly string[]) => [
  ...new Set([...asked, ...stemsOf(asked, 'en').flatMap(indexedForms)]),
];

const tellingWords = (text: string, most: number) =>
  [...new Set(words(text))].filter((word) => !isStopWord(word)).slice(0, most);

/** The terms with their weights out, passages with the facts of their articles back. */
function asking(asked: readonly string[], answers: readonly PassageRecord[]): Traffic {
  const query = { terms: termsOf(asked).map((term) => ({ term, weight: 1.234 })), size: answers.length };
  const hits = answers.map(({ passage, article: { articleBody: _, ...facts } }) => ({
    ...passage,
    ...facts,
  }));
  return { up: byteLength(query), down: byteLength(hits), rounds: 1 };
}

const waitMs = ({ up, down, rounds }: Traffic, { roundTripMs, megabits }: (typeof LINKS)[number]) =>
  rounds * roundTripMs + SERVER_MS + ((up + down) * 8) / (megabits * 1_000);

export async function benchCluster(size = SIZE): Promise<Figure[]> {
  const records = benchRecords(size);
  const store = createMemorySegmentStore();
  need(await writeRecords(store, records));
  const reader = createSegmentReader(store);
  const fetching = async (asked: readonly string[]): Promise<Traffic> => {
    const { segments } = need(await reader.load(termsOf(asked)));
    const lists = segments.flatMap(({ lists: found }) => [...found.values()]);
    // Dictionary first, then postings.
    return {
      up: byteLength(asked),
      down: lists.reduce((sum, { postings }) => sum + postings.length, 0) * (TEAM_PASSAGES / size),
      rounds: 2,
    };
  };
  const step = Math.floor(records.length / QUESTIONS);
  const places = Array.from({ length: QUESTIONS }, (_, at) => at * step);
  const kinds = [
    { name: 'search of two words', most: 2, hits: SEARCH_HITS },
    { name: 'passages for a page', most: PAGE_WORDS, hits: PAGE_HITS },
  ];
  const figures: Figure[] = [];
  for (const { name, most, hits } of kinds) {
    const asked = places.map((place) => {
      const text = records.slice(place, place + (most > 2 ? 12 : 1)).map(({ passage }) => passage.text);
      return tellingWords(text.join(' '), most);
    });
    const designs = [
      [
        'asked of a cluster',
        asked.map((one, at) => asking(one, records.slice(places[at], places[at]! + hits))),
      ],
      ['postings fetched to rank here', await Promise.all(asked.map(fetching))],
    ] as const;
    for (const [design, traffic] of designs) {
      const bytes = quantile(
        traffic.map(({ up, down }) => up + down),
        0.5,
      );
      const waits = LINKS.map(
        (link) =>
          `${link.name} ${quantile(
            traffic.map((one) => waitMs(one, link)),
            0.5,
          ).toFixed(0)} ms`,
      );
      const measured = `${(bytes / 1_000).toFixed(0)} KB; ${waits.join(', ')}`;
      figures.push({
        what: `simulated, ten million passages: ${name}, ${design}`,
        measured,
        target: '',
        isMet: null,
      });
    }
  }
  return figures;
}

if (import.meta.main) printFigures(await benchCluster(Number(process.argv[2] ?? SIZE)));
