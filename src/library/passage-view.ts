/** Archived things as the panels show them: always with outlet, date, byline and whose words they are. */
import type { Article } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { SAMPLE_FILE } from '../archive/provenance.ts';
import { siteOf } from '../archive/site.ts';
import type { Entity, EntityId } from '../entities/entity.ts';
import type { EntitySummary, PassageView, ProvenanceView } from '../protocol/views.ts';
import type { PassageRecord } from '../retrieval/passage-record.ts';
import type { RankedPassage } from '../retrieval/ranked-passage.ts';
import { makeSnippet, SNIPPET_LENGTH } from '../retrieval/snippet.ts';
import type { TextPosition } from '../text/position.ts';
import type { Archive } from './archive.ts';
import { whosePassage } from './whose-words.ts';

export function toProvenanceView(article: Article): ProvenanceView {
  return {
    articleId: article.id,
    headline: article.headline,
    publisher: article.publisher,
    site: siteOf(article),
    datePublished: article.datePublished,
    author: article.author,
    republishedFrom: article.provenance.republishedFrom,
    republishedBy: article.provenance.republishedBy,
    collection: article.provenance.collection,
    isSample: article.provenance.file === SAMPLE_FILE,
    url: article.url,
  };
}

export function toPassageView(archive: Archive, ranked: RankedPassage): PassageView {
  const record = archive.records.at(archive.placeOf.get(ranked.passageId)!)!;
  const labels = (wanted: (id: EntityId) => boolean) =>
    ranked.shared.filter(wanted).map((id) => archive.entityOf.get(id)?.prefLabel ?? id);
  return {
    passageId: ranked.passageId,
    provenance: toProvenanceView(record.article),
    snippet: ranked.snippet,
    highlights: ranked.highlights,
    shown: inBody(record.passage, ranked.shown),
    language: record.article.inLanguage,
    evidence: {
      sharedNames: labels((id) => !id.startsWith('event:')),
      sharedEvents: labels((id) => id.startsWith('event:')),
      sharedWords: ranked.sharedWords,
    },
    ...speakersOf(record),
    alsoPrintedIn: ranked.alsoPrintedIn.map((id) =>
      toProvenanceView(archive.records.at(archive.placeOf.get(id)!)!.article),
    ),
  };
}

/** A passage shown for one name: its snippet is the part that names it, of at most `length` code units. */
export function toNamedPassageView(
  archive: Archive,
  place: number,
  entity: Entity,
  length: number = SNIPPET_LENGTH,
): PassageView {
  const record = archive.records.at(place)!;
  const { passage, article, names } = record;
  const snippet = makeSnippet(
    passage.text,
    names.filter(({ entityId }) => entityId === entity.id),
    length,
  );
  return {
    passageId: passage.id,
    provenance: toProvenanceView(article),
    ...snippet,
    shown: inBody(passage, snippet.shown),
    language: article.inLanguage,
    evidence: { sharedNames: [], sharedEvents: [], sharedWords: [] },
    ...speakersOf(record),
    alsoPrintedIn: [],
  };
}

const inBody = ({ start }: Passage, shown: TextPosition): TextPosition => ({
  start: start + shown.start,
  end: start + shown.end,
});

function speakersOf(record: PassageRecord): Pick<PassageView, 'speaker' | 'quoted'> {
  const { speaker, quoted } = whosePassage(record);
  return { speaker, quoted };
}

export function toEntitySummary(archive: Archive, entity: Entity, why: EntitySummary['why']): EntitySummary {
  return {
    entityId: entity.id,
    type: entity.type,
    label: entity.prefLabel,
    why,
    passageCount: archive.passagesOf.get(entity.id)?.length ?? 0,
  };
}
