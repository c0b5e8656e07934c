/** Which name another one is the same as: chosen among the archive's names, so that nobody is joined with a word. */
import { useState } from 'preact/hooks';
import type { ArchiveNameView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { Correct } from '../use-correct.ts';

interface OtherNameProps {
  readonly name: Pick<ArchiveNameView, 'entityId' | 'type' | 'label'>;
  readonly correct: Correct;
  readonly onDone: () => void;
}

export function OtherName({ name, correct, onDone }: OtherNameProps) {
  const { t, port } = usePanel();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ArchiveNameView[]>([]);
  const look = async (typed: string) => {
    setText(typed);
    const names = await port.calls.listNames({ text: typed, type: name.type, limit: 6 });
    if (names.ok) setFound(names.value.filter(({ entityId }) => entityId !== name.entityId));
  };
  return (
    <div class="name-form">
      <label class="field">
        <span>{t('nameSameAsAsk')}</span>
        <input
          type="search"
          dir={text === '' ? undefined : 'auto'}
          value={text}
          onInput={({ currentTarget }) => void look(currentTarget.value)}
        />
      </label>
      <ul>
        {found.map((other) => (
          <li key={other.entityId}>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                const correction = {
                  kind: 'same-as',
                  entityId: name.entityId,
                  into: other.entityId,
                } as const;
                void correct(correction, t('nameJoined', name.label, other.label));
                onDone();
              }}
            >
              <bdi>{other.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
