/** The page the reader looks at, in whichever state it is: being read, read, off, out of reach, not yet asked for. */
import type { ComponentChildren } from 'preact';
import type { TabView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { useStore } from '../store.ts';
import type { TabStore } from '../tab-store.ts';
import { HelpLink } from './HelpLink.tsx';
import { ErrorMessage, Skeleton, StateMessage } from './StateMessage.tsx';

interface OnThisPageProps {
  readonly tab: TabStore;
  /** Draws a page that was read and that the archive knows something about. */
  readonly children: (view: TabView) => ComponentChildren;
}

export function OnThisPage({ tab, children }: OnThisPageProps) {
  const { port, t, announce } = usePanel();
  const { view, error } = useStore(tab.state);
  const readPage = async (tabId: number) => {
    const read = await port.calls.readTab({ tabId });
    if (!read.ok) announce(t('reachUnchanged'));
    await tab.reload();
  };
  const switchOn = async (host: string, tabId: number) => {
    await port.calls.switchSite({ host, on: true });
    await readPage(tabId);
  };
  if (error && error !== 'page-unreachable') {
    return <ErrorMessage code={error} retry={() => void tab.reload()} />;
  }
  if (error || view?.reach === 'unreachable') {
    return (
      <StateMessage state="unreachable" title={t('unreachableTitle')}>
        <p>{t('unreachableText')}</p>
        <HelpLink topic="first-steps" />
      </StateMessage>
    );
  }
  if (!view || (view.state === 'reading' && view.reach !== 'off'))
    return <Skeleton label={t('readingTitle')} lines={7} />;
  if (view.reach === 'off') {
    return (
      <StateMessage state="off" title={t('offTitle', view.host)}>
        <p>{t('offText')}</p>
        <button type="button" class="button" onClick={() => void switchOn(view.host, view.tabId)}>
          {t('switchOn')}
        </button>
      </StateMessage>
    );
  }
  if (view.state === 'unread' || view.reach === 'none') {
    return (
      <StateMessage state="no-access" title={t('noAccessTitle')}>
        <p>{t('noAccessText')}</p>
        <button type="button" class="button primary" onClick={() => void readPage(view.tabId)}>
          {t('readThisPage')}
        </button>
      </StateMessage>
    );
  }
  return (
    <>
      <Notices view={view} />
      {children(view)}
    </>
  );
}

/** What the reader should know about how this page was read. */
function Notices({ view }: { readonly view: TabView }) {
  const { t, number } = usePanel();
  return (
    <>
      {view.truncatedAt !== null && <p class="notice">{t('pageTruncated', number(view.truncatedAt))}</p>}
      {view.cardBlocked && <p class="notice">{t('cardBlocked')}</p>}
    </>
  );
}

/** Two ways on: more articles to know names from, and what else there is. */
export function NoNames() {
  const { port, t } = usePanel();
  return (
    <StateMessage state="no-names" title={t('noNamesTitle')}>
      <p>{t('noNamesText')}</p>
      <button type="button" class="link-button" onClick={() => port.openArchive(null)}>
        {t('archiveAddFirst')}
      </button>
      <HelpLink topic="first-steps" />
    </StateMessage>
  );
}
