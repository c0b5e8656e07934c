/** What a reader can set right about a name of the page, where it is read: one step each, and one back. */
import { useState } from 'preact/hooks';
import type { NameOnPage } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { useCorrect } from '../use-correct.ts';
import { Icon } from './Icon.tsx';
import { Menu, type MenuAct } from './Menu.tsx';
import { OtherName } from './OtherName.tsx';

export function CorrectName({ name }: { readonly name: NameOnPage }) {
  const { port, t } = usePanel();
  const correct = useCorrect(port.correcting);
  const [isJoining, setJoining] = useState(false);
  const { entityId, label, exact } = name;
  const acts: readonly MenuAct[] = [
    {
      id: 'correct-not-this',
      words: t('nameNotMeant', exact),
      act: () =>
        void correct({ kind: 'not-this', form: exact, entityId }, t('nameNotThisDone', exact, label)),
    },
    { id: 'correct-same-as', words: t('nameSameAs'), act: () => setJoining(true) },
    {
      id: 'correct-ignore',
      words: t('nameIgnore'),
      act: () => void correct({ kind: 'ignore', form: label }, t('nameIgnored', label)),
    },
    { id: 'correct-edit', words: t('nameEdit'), act: () => port.openArchive(label) },
  ];
  const words = t('nameCorrect', label);
  return (
    <>
      <Menu label={words} acts={acts} class="icon-button" opener={{ 'aria-label': words, 'data-key': 'x' }}>
        <Icon name="more" />
      </Menu>
      {isJoining && <OtherName name={name} correct={correct} onDone={() => setJoining(false)} />}
    </>
  );
}
