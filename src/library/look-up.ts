/** The highlighted words: names in them (however spelt), printings of the sentence, related passages. */
import { linkMentions, needNames, readBlock } from '../entities/link-mentions.ts';
import type { Mention } from '../entities/mention.ts';
import type { EntitySummary, LookupView, PrintingView } from '../protocol/views.ts';
import type { Printing } from '../quotes/printing.ts';
import type { PageQuestion } from '../retrieval/related.ts';
import { search } from '../retrieval/search.ts';
import { stepOf } from '../retrieval/searchable.ts';
import { words } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';
import { namesMeant } from './name-list.ts';
import { toEntitySummary, toPassageView } from './passage-view.ts';
import { toPrintingViews } from './printing-view.ts';
import { relatedPassages } from './related-passages.ts';
import { resolveQuery } from './search-archive.ts';
import { traceSentence } from './trace-articles.ts';

const MOST_PASSAGES = 8;
/** A selection of more words than this is no name. */
const LONGEST_NAME = 8;

export function lookUp(archive: Archive, text: string): LookupView {
  const linked = stepOf(archive, () => {
    needNames(archive.knowledge, [text]);
    return linkMentions(archive.knowledge, [readBlock(archive.knowledge, text)]).flat();
  });
  const names = stepOf(archive, () => namesIn(archive, text, linked));
  const traced = stepOf(archive, () => tracePrintings(archive, text));
  return { text, names, ...traced, passages: passagesFor(archive, text, linked, names) };
}

/** Names linked as on a page; a selection that is one name may also be found by its sound. */
function namesIn(archive: Archive, text: string, linked: readonly Mention[]): EntitySummary[] {
  const found = new Map<string, EntitySummary>();
  for (const mention of linked) {
    const ids = mention.entityId ? [mention.entityId] : mention.alternatives.map(({ entityId }) => entityId);
    for (const id of ids) {
      const entity = archive.entityOf.get(id);
      if (entity && !found.has(id)) found.set(id, toEntitySummary(archive, entity, mention.why));
    }
  }
  if (found.size === 0 && words(text).length <= LONGEST_NAME) {
    for (const { entity, why } of namesMeant(archive, text, { limit: 5 })) {
      found.set(entity.id, toEntitySummary(archive, entity, why === 'part' ? 'alias' : why));
    }
  }
  return [...found.values()];
}

/** A short selection is a query; a long one a page. When a name was found by sound, its passages count. */
function passagesFor(
  archive: Archive,
  text: string,
  linked: readonly Mention[],
  names: readonly EntitySummary[],
): LookupView['passages'] {
  const bySound = names
    .filter((name) => !linked.some(({ entityId }) => entityId === name.entityId))
    .map(({ entityId, why }) => ({
      ...{ start: 0, end: text.length, exact: text, entityId, confidence: 0.6 },
      why: why === 'spelling' ? ('alias' as const) : why,
      alternatives: [],
      because: [],
    }));
  const mentions = [...linked, ...bySound];
  if (mentions.length === 0 && words(text).length <= LONGEST_NAME) {
    const answer = search(archive, resolveQuery(archive, text), { limit: MOST_PASSAGES, lines: 'texts' });
    return answer.passages.map((passage) => toPassageView(archive, passage));
  }
  const question: PageQuestion = {
    mentions,
    text,
    limit: MOST_PASSAGES,
    lines: 'texts',
    except: () => false,
  };
  return relatedPassages(archive, question).map((passage) => toPassageView(archive, passage));
}

/** Earliest printed day first, undated last. */
export function tracePrintings(
  archive: Archive,
  quote: string,
): { readonly printings: readonly PrintingView[]; readonly similar: readonly PrintingView[] } {
  const traced = traceSentence(archive, quote);
  const isSimilar = ({ evidence }: Printing) => evidence === 'similar';
  const similar = toPrintingViews(archive, traced.filter(isSimilar));
  return {
    printings: toPrintingViews(
      archive,
      traced.filter((printing) => !isSimilar(printing)),
    ),
    similar: similar.map((view) => (view.role === 'first' ? { ...view, role: 'reprint' } : view)),
  };
}
