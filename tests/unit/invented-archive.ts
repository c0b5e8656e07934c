/** People, places, events and articles that never were, from which the tests of the core rooms build what they need. */
import type { Article, ArticleId } from '../../src/archive/article.ts';
import type { Authority } from '../../src/entities/authority.ts';
import type { Entity, EntityId, EntityType } from '../../src/entities/entity.ts';
import { buildNameKnowledge, type NameKnowledge } from '../../src/entities/name-knowledge.ts';
import type { MemoryArchive } from '../../src/library/archive.ts';
import { assembleArchive } from '../../src/library/assemble-archive.ts';
import { deriveParts } from '../../src/library/derive-archive.ts';
import { parseIsoDate } from '../../src/text/iso-date.ts';
import type { LanguageTag } from '../../src/text/language.ts';

export const eid = (id: string) => id as EntityId;

type More = Partial<Omit<Entity, 'id' | 'type' | 'prefLabel' | 'when'>> & {
  readonly forms?: readonly string[];
  readonly termOf?: Readonly<Record<string, string>>;
  readonly when?: readonly [string, string];
};

/** `forms` become ordinary labels, `termOf` an outlet's own: outlet → term. */
export function entity(id: string, prefLabel: string, more: More = {}): Entity {
  const { forms = [], termOf = {}, when, ...fields } = more;
  const span = when && { from: parseIsoDate(when[0])!, to: parseIsoDate(when[1])! };
  return {
    ...{ id: eid(id), type: id.slice(0, id.indexOf(':')) as EntityType, prefLabel },
    altLabels: [
      ...forms.map((text) => ({ text, language: 'en', usedBy: null })),
      ...Object.entries(termOf).map(([usedBy, text]) => ({ text, language: 'en', usedBy })),
    ],
    ...{ description: null, descriptionSource: null, where: null, participants: [], cues: [], sameAs: null },
    ...fields,
    when: span ?? null,
  };
}

export const ADA = entity('person:ada-lindgren', 'Ada Lindgren', {
  forms: ['Lindgren', 'آدا ليندغرين', 'אדה לינדגרן'],
  description: 'Harbour master of Port Marn.',
});
export const OMAR = entity('person:omar-haddad', 'Omar Haddad', {
  forms: ['Haddad', 'عمر حداد', 'עומר חדאד'],
});
export const PORT = entity('place:port-marn', 'Port Marn', {
  forms: ['بورت مارن'],
  where: eid('place:vell'),
});
export const VELL = entity('place:vell', 'Vell');
export const TRUST = entity('organization:harbour-trust', 'Harbour Trust', {
  forms: ['HT'],
  termOf: { 'Vell Courier': 'the Quay Gang' },
});
export const OPENING = entity('event:bridge-opening', 'Opening of the Marn Bridge', {
  forms: ['Marn Bridge opening'],
  termOf: { 'Vell Courier': 'Battle of the Ribbon' },
  when: ['2021-06-12', '2021-06-12'],
  where: PORT.id,
  participants: [ADA.id, OMAR.id, TRUST.id],
  cues: ['ribbon', 'opening'],
});

export const ENTITIES: readonly Entity[] = [OPENING, TRUST, ADA, OMAR, PORT, VELL];

export function authority(entities: readonly Entity[] = ENTITIES): Authority {
  return {
    entities,
    outlets: [
      {
        ...{ name: 'Vell Courier', altNames: ['The Vell Courier'], entityId: null, owner: 'Vell Press' },
        ...{ country: 'Vell', affiliation: null, source: null },
      },
    ],
  };
}

/** Of an archive in memory, or inside of a question. */
export const allNames = ({ knowledge: { entities } }: { readonly knowledge: NameKnowledge }) =>
  Array.from({ length: entities.length }, (_, place) => entities.at(place) as Entity);

export function knowledgeOf(...entities: readonly Entity[]): NameKnowledge {
  return buildNameKnowledge(entities);
}

type ArticleFields = Partial<Omit<Article, 'datePublished' | 'id' | 'inLanguage'>> & {
  readonly datePublished?: string | null;
  readonly inLanguage?: string;
};

export function article(id: string, articleBody: string, fields: ArticleFields = {}): Article {
  const { datePublished = null, inLanguage = 'en', provenance, ...others } = fields;
  return {
    id: id as ArticleId,
    ...{ identifier: `${id}.txt`, url: null, headline: null, author: [], publisher: null },
    ...others,
    datePublished: datePublished === null ? null : parseIsoDate(datePublished),
    inLanguage: inLanguage as LanguageTag,
    articleBody,
    provenance: {
      ...{ collection: 'bundled', capturedAt: null, capturedFrom: null, republishedFrom: null },
      ...{ republishedBy: null, digest: `sha256:${'0'.repeat(64)}`, file: `${id}.txt`, parser: 'test' },
      ...{ license: null, curated: [] },
      ...provenance,
    },
  };
}

export const BRIDGE = article(
  'a1',
  'Ada Lindgren opened the Marn bridge in Port Marn on 12 June 2021. “The bridge will carry us to the islands for a hundred years,” Lindgren said beside the harbour.\n\nOmar Haddad of the Harbour Trust cut the ribbon.',
  {
    ...{ headline: 'Bridge opens at last', author: ['Ingrid Vale'], publisher: 'Vell Courier' },
    ...{ datePublished: '2021-06-13', url: 'https://courier.example/bridge' },
  },
);
export const REPRINT = article(
  'a2',
  'The harbour master was proud. “The bridge will carry us to the islands for hundred years,” said Ada Lindgren of Port Marn, and the crowd cheered.',
  { headline: 'A proud day', publisher: 'Island News', datePublished: '2021-06-20' },
);
export const LIBRARY = article(
  'a3',
  'The new library in Vell lends boats as well as books. Omar Haddad, who chairs it, called the reading room the best harbour for a rainy day.',
  { headline: 'A library that lends boats', publisher: 'Island News', inLanguage: 'en' },
);
export const ARTICLES: readonly Article[] = [BRIDGE, REPRINT, LIBRARY];

export function archiveOf(
  articles: readonly Article[] = ARTICLES,
  entities: readonly Entity[] = ENTITIES,
): MemoryArchive {
  return assembleArchive(deriveParts(articles, authority(entities)), false);
}
