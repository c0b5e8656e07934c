/** The line above popup and panel: whose they are, help, settings, and the way from the popup to the panel. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Icon } from './Icon.tsx';
import { Wordmark } from './Wordmark.tsx';

interface TopProps {
  readonly onHelp: () => void;
  readonly offerPanel?: boolean;
}

export function Top({ onHelp, offerPanel = false }: TopProps) {
  const { port, t } = usePanel();
  const button = (key: MessageKey, onClick: () => void, sign: ComponentChildren) => (
    <button type="button" class="icon-button" title={t(key)} aria-label={t(key)} onClick={onClick}>
      {sign}
    </button>
  );
  return (
    <header class="top">
      <h1 class="top-title">
        <Wordmark />
      </h1>
      {button('helpOpen', onHelp, <span aria-hidden="true">{t('keyHelp')}</span>)}
      {button('openArchive', () => port.openArchive(null), <Icon name="archive" />)}
      {button('openOptions', () => port.openOptions(), <Icon name="gear" />)}
      {offerPanel && button('openPanel', () => port.openPanel(), <Icon name="panel" />)}
    </header>
  );
}
