/** In place of the Archive page where the browser gives no database, as in some private windows. */
import { usePanel } from '../panel.ts';
import { StateMessage } from '../parts/StateMessage.tsx';

export function NoDatabase() {
  const { t } = usePanel();
  return (
    <main class="page">
      <StateMessage state="error" title={t('noDatabaseTitle')}>
        <p>{t('noDatabaseText')}</p>
        <p>{t('noDatabaseHelp')}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('tryAgain')}
        </button>
      </StateMessage>
    </main>
  );
}
