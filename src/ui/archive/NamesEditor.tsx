/** The archive's names, each with its forms: renamed, joined, split, given an alias, refused; every act undoable. */
import { useState } from 'preact/hooks';
import type { ArchiveNameView } from '../../protocol/archive-calls.ts';
import { KIND_PLURAL, KINDS } from '../kinds.ts';
import type { EntityType } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { HelpLink } from '../parts/HelpLink.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ErrorMessage, Skeleton, StateMessage } from '../parts/StateMessage.tsx';
import { useFresh } from './archive-page.ts';
import { Decisions } from './Decisions.tsx';
import { NameEntry } from './NameEntry.tsx';

const MOST_NAMES = 60;

export function NamesEditor({ initial }: { readonly initial: string }) {
  const { t } = usePanel();
  const [text, setText] = useState(initial);
  const [type, setType] = useState<EntityType | null>(null);
  const names = useFresh(
    (_page, { port }) => port.calls.listNames({ text, type, limit: MOST_NAMES }),
    [text, type],
  );
  return (
    <>
      <p class="page-lead">
        {t('namesLead')} <HelpLink topic="names" />
      </p>
      <search class="search archive-search">
        <div class="search-field">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('namesFilter')}
            dir={text === '' ? undefined : 'auto'}
            placeholder={t('namesFilter')}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </div>
      </search>
      <div class="button-row kind-filter">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={type === kind}
            onClick={() => setType(type === kind ? null : kind)}
          >
            {t(KIND_PLURAL[kind])}
          </button>
        ))}
      </div>
      {names.state === 'loading' && <Skeleton label={t('loading')} />}
      {names.state === 'failed' && <ErrorMessage code={names.code} />}
      {names.state === 'ready' && <NameList names={names.value} />}
      <Decisions />
    </>
  );
}

function NameList({ names }: { readonly names: readonly ArchiveNameView[] }) {
  const { t } = usePanel();
  if (names.length === 0) return <StateMessage state="empty" title={t('nothingFoundTitle')} />;
  return (
    <ul class="name-entries">
      {names.map((name) => (
        <NameEntry key={name.entityId} name={name} />
      ))}
    </ul>
  );
}
