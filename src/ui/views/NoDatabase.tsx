/** In place of the Archive page where there is no database to open, as in some private windows, or none that this version knows. */
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { StateMessage } from '../parts/StateMessage.tsx';

export function NoDatabase() {
  return <Unopened title="noDatabaseTitle" text="noDatabaseText" help="noDatabaseHelp" />;
}

/** A newer Backstory wrote it, and then an older one was installed, or both are. */
export function NewerDatabase() {
  return <Unopened title="newerDatabaseTitle" text="newerDatabaseText" help="newerDatabaseHelp" />;
}

interface UnopenedProps {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly help: MessageKey;
}

function Unopened({ title, text, help }: UnopenedProps) {
  const { t } = usePanel();
  return (
    <main class="page">
      <StateMessage state="error" title={t(title)}>
        <p>{t(text)}</p>
        <p>{t(help)}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('tryAgain')}
        </button>
      </StateMessage>
    </main>
  );
}
