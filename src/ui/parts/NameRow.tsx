/** One name in a list: the line of its kind, its reference form, a figure; opens to say who or what it is. */

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { EntityId, EntityType } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { useAnswer } from '../use-answer.ts';
import { EntityFacts, EntityPassages } from './EntityFacts.tsx';
import { Icon } from './Icon.tsx';
import { ErrorMessage, Skeleton } from './StateMessage.tsx';

interface NameRowProps {
  readonly entityId: EntityId;
  readonly type: EntityType;
  readonly label: string;
  /** What is counted: passages of the archive that name it, or places where the page or the article does. */
  readonly counts: 'passages' | 'timesOnPage' | 'timesInArticle';
  readonly count: number;
  /** Shown under the name once it is open, before what the archive holds. */
  readonly children?: ComponentChildren;
  /** Beside the row. */
  readonly aside?: ComponentChildren;
  readonly onOpen?: () => void;
}

export function NameRow({ entityId, type, label, counts, count, children, aside, onOpen }: NameRowProps) {
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const toggle = () => {
    if (!isOpen) onOpen?.();
    setOpen(!isOpen);
  };
  return (
    <li class="name-item" data-open={isOpen}>
      <div class="name-line">
        <button
          type="button"
          class="name-row"
          data-item
          data-testid="name-row"
          data-kind={type}
          data-count={count}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          onClick={toggle}
        >
          <Icon name="chevron" />
          <span class="name-label" data-testid="name-label">
            <bdi class="name" data-kind={type}>
              {label}
            </bdi>
          </span>
          <NameCount counts={counts} count={count} />
        </button>
        {aside}
      </div>
      {isOpen && (
        <div id={details} class="name-details">
          <EntityDetails entityId={entityId}>{children}</EntityDetails>
        </div>
      )}
    </li>
  );
}

/** "14 passages"; how often it stands here, in a sign: "5×". */
function NameCount({ counts, count }: Pick<NameRowProps, 'counts' | 'count'>) {
  const { number, plural } = usePanel();
  const inWords = plural(counts, count);
  if (counts === 'passages') return <span class="name-count">{inWords}</span>;
  return (
    <>
      <span class="name-count" aria-hidden="true">
        {number(count)}×
      </span>
      <span class="visually-hidden">{inWords}</span>
    </>
  );
}

export function EntityDetails({
  entityId,
  children,
}: {
  readonly entityId: EntityId;
  readonly children?: ComponentChildren;
}) {
  const { port, t } = usePanel();
  const answer = useAnswer(() => port.calls.describeEntity({ entityId }), [entityId]);
  if (answer.state === 'loading') return <Skeleton label={t('loading')} lines={3} />;
  if (answer.state === 'failed') return <ErrorMessage code={answer.code} />;
  return (
    <>
      <EntityFacts entity={answer.value} />
      {children}
      <EntityPassages entity={answer.value} />
    </>
  );
}
