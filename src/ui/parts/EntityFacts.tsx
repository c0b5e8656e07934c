/**
 * Who or what a name stands for, as sourced: one line and its source, an event's date, place and participants,
 * what single outlets call it, its other forms, and how much the archive holds. Never a claim of our own.
 */
import { useContext } from 'preact/hooks';
import type { EntityView } from '../../protocol/views.ts';
import { RoomContext } from '../charts/room.ts';
import { usePanel } from '../panel.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { Passage } from './Passage.tsx';
import { Said } from './Said.tsx';
import { Sentence } from './Sentence.tsx';

const ALIASES_SHOWN = 6;

interface EntityFactsProps {
  readonly entity: EntityView;
  /** Leaves out the other forms of the name: in the card. */
  readonly brief?: boolean;
}

export function EntityFacts({ entity, brief = false }: EntityFactsProps) {
  const { t } = usePanel();
  return (
    <div class="facts">
      <p class="fact-description">
        {entity.description ? (
          <bdi>{entity.description}</bdi>
        ) : (
          <span class="missing">{t('noDescription')}</span>
        )}{' '}
        <DescriptionSource entity={entity} />
      </p>
      <EventFacts entity={entity} />
      {entity.calledBy.map(({ term, outlet }) => (
        <p key={`${term} ${outlet}`} class="fact">
          <Sentence message="calledBy" parts={[term, outlet]} />
        </p>
      ))}
      {!brief && entity.aliases.length > 0 && (
        <p class="fact">
          <Sentence message="alsoWritten" parts={[<Aliases key="aliases" of={entity.aliases} />]} />
        </p>
      )}
    </div>
  );
}

function Aliases({ of }: { readonly of: readonly string[] }) {
  const { t, plural } = usePanel();
  const shown = of.slice(0, ALIASES_SHOWN);
  return (
    <>
      {shown.map((alias, index) => (
        <span key={alias}>
          {index > 0 && t('listComma')}
          <bdi>{alias}</bdi>
        </span>
      ))}
      {of.length > shown.length && plural('andMore', of.length - shown.length)}
    </>
  );
}

function DescriptionSource({ entity }: { readonly entity: EntityView }) {
  const { date } = usePanel();
  const source = entity.descriptionSource;
  if (!entity.description || !source) return null;
  return (
    <span class="source">
      <Sentence
        message="sourceAsOf"
        parts={[<ExternalLink key="link" href={source.url} />, date(source.date)]}
      />
    </span>
  );
}

function EventFacts({ entity }: { readonly entity: EntityView }) {
  const { t, date } = usePanel();
  const { when, where, participants } = entity;
  return (
    <>
      {(when || where) && (
        <p class="fact">
          {when && (when.from === when.to ? date(when.from) : t('dateRange', date(when.from), date(when.to)))}
          {when && where && t('separator')}
          {where && <bdi>{where}</bdi>}
        </p>
      )}
      {participants.length > 0 && (
        <p class="fact">
          <Sentence message="participants" parts={[participants.join(t('listComma'))]} />
        </p>
      )}
    </>
  );
}

/** How much the archive holds, then the earliest and the newest passage. */
export function EntityPassages({ entity }: { readonly entity: EntityView }) {
  const { t, plural } = usePanel();
  const room = useContext(RoomContext);
  const { earliest, newest } = entity;
  const isSame = earliest !== null && earliest.provenance.articleId === newest?.provenance.articleId;
  return (
    <div class="entity-passages">
      <p class="fact">
        {t(
          'passagesInArticles',
          plural('passages', entity.passageCount),
          plural('articles', entity.articleCount),
        )}
      </p>
      {earliest && <Passage passage={earliest} label={t(isSame ? 'onlyDated' : 'earliest')} brief />}
      {newest && !isSame && <Passage passage={newest} label={t('newest')} brief />}
      {entity.undated && <Passage passage={entity.undated} brief />}
      <Said entity={entity} />
      {room && <room.NameCharts entityId={entity.entityId} label={entity.label} />}
    </div>
  );
}
