/** What of a page was printed before, as the panels show it: the sentences with their printings, and their share. */
import type { MentionPlace, SeenSentence, SeenView } from '../protocol/views.ts';
import type { PageReuseMemory } from './page-reuse.ts';
import { toProvenanceView } from './passage-view.ts';
import { toPrintingViews } from './printing-view.ts';
import type { SeenStretch } from './seen-page.ts';

/** Listed of one page, which reprints an article or two; a list of more is nothing a reader goes through. */
const MOST_LISTED = 60;
/** Printings listed of one sentence. */
const MOST_PRINTINGS = 8;
/** Code units of all listed words: browsers keep 10 MB for the summaries of all tabs. */
const MOST_TEXT = 120_000;
/** Code units of the page's own words shown of one stretch. */
const LONGEST_SHOWN = 2_000;

type Texts = ReadonlyMap<number, string>;

export function toSeenView(memory: PageReuseMemory, texts: Texts): SeenView {
  const { archive, same } = memory;
  const stretches = stretchesOf(memory, texts);
  needPrintings(memory, [...stretches.keys()].slice(0, MOST_LISTED));
  const sentences: SeenSentence[] = [];
  let room = MOST_TEXT;
  for (const [stretch, places] of stretches) {
    if (sentences.length === MOST_LISTED || room <= 0) break;
    const sentence = toSeenSentence(memory, stretch, places, texts);
    sentences.push(sentence);
    room -= sizeOf(sentence);
  }
  const blocks = [...texts.keys()].flatMap((key) => memory.blocks.get(key) ?? []);
  const sum = (one: 'words' | 'reusedWords' | 'sentences' | 'verbatim') =>
    blocks.reduce((total, block) => total + block[one], 0);
  const article = same && archive.articles.get(same.articleId);
  return {
    share: sum('reusedWords') / Math.max(1, sum('words')),
    same: article && same ? { provenance: toProvenanceView(article), by: same.by } : null,
    sentenceCount: sum('sentences'),
    verbatimCount: sum('verbatim'),
    sentences,
    total: stretches.size,
  };
}

/** Their articles were read when they were found, which may be long ago. */
function needPrintings({ archive, same }: PageReuseMemory, stretches: readonly SeenStretch[]): void {
  const ids = stretches.flatMap(({ printings }) => printings.map(({ articleId }) => articleId));
  const held = [...ids, ...(same ? [same.articleId] : [])].filter((id) => archive.articles.has(id));
  archive.articles.need?.(held);
}

/** In the order in which the page shows them. */
function stretchesOf({ blocks }: PageReuseMemory, texts: Texts): Map<SeenStretch, MentionPlace[]> {
  const stretches = new Map<SeenStretch, MentionPlace[]>();
  for (const key of texts.keys()) {
    for (const { start, end, stretch } of blocks.get(key)?.pieces ?? []) {
      const places = stretches.get(stretch);
      if (places) places.push({ key, start, end });
      else stretches.set(stretch, [{ key, start, end }]);
    }
  }
  return stretches;
}

/** The sentence that stands at this place of a block, null when none does. */
export function seenSentenceAt(memory: PageReuseMemory, texts: Texts, at: MentionPlace): SeenSentence | null {
  const piece = memory.blocks
    .get(at.key)
    ?.pieces.find(({ start, end }) => start === at.start && end === at.end);
  const places = piece && stretchesOf(memory, texts).get(piece.stretch);
  return places ? toSeenSentence(memory, piece.stretch, places, texts) : null;
}

function toSeenSentence(
  { archive, same }: PageReuseMemory,
  { printings }: SeenStretch,
  places: readonly MentionPlace[],
  texts: Texts,
): SeenSentence {
  const itself = (same && archive.articles.get(same.articleId)) ?? null;
  const text = places.map(({ key, start, end }) => texts.get(key)!.slice(start, end)).join(' ');
  return {
    text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text,
    places,
    printings: toPrintingViews(archive, printings, itself).slice(0, MOST_PRINTINGS),
    articleCount: new Set(printings.map(({ articleId }) => articleId)).size,
  };
}

function sizeOf({ text, printings }: SeenSentence): number {
  return printings.reduce(
    (sum, printing) => sum + 2 * printing.text.length + printing.before.length + printing.after.length,
    text.length,
  );
}
