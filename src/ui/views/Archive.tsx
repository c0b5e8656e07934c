/** The Archive page: the reader's articles, how they come in, the names in them, and how they are kept safe. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { AddArticles } from '../archive/AddArticles.tsx';
import { Articles } from '../archive/Articles.tsx';
import { ArchivePageContext } from '../archive/archive-page.ts';
import { Keeping } from '../archive/Keeping.tsx';
import { NamesEditor } from '../archive/NamesEditor.tsx';
import { StorageNotes } from '../archive/StorageNotes.tsx';
import type { ArchivePort } from '../archive-port.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { HelpLink } from '../parts/HelpLink.tsx';
import { UndoLine } from '../parts/UndoLine.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';

const TABS = ['articles', 'add', 'names', 'keep'] as const;
type Tab = (typeof TABS)[number];

const LABELS: Record<Tab, MessageKey> = {
  articles: 'archiveTabArticles',
  add: 'archiveTabAdd',
  names: 'archiveTabNames',
  keep: 'archiveTabKeep',
};

export function createArchiveView(port: ArchivePort) {
  return function Archive() {
    const page = useMemo(() => ({ port }), []);
    const { t, port: panel } = usePanel();
    const asked = panel.searchParams.get('tab');
    const [tab, setTab] = useState<Tab>(TABS.find((one) => one === asked) ?? 'articles');
    useEffect(() => {
      document.title = t('archiveTitleOf', t(LABELS[tab]));
    }, [tab]);
    return (
      <ArchivePageContext.Provider value={page}>
        <div class="page archive">
          <header class="page-top">
            <Wordmark />
            <nav class="tabs" aria-label={t('archiveTitle')}>
              {TABS.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="tab"
                  aria-current={tab === one ? 'page' : undefined}
                  onClick={() => setTab(one)}
                >
                  {t(LABELS[one])}
                </button>
              ))}
            </nav>
            <div class="page-ways">
              <HelpLink topic="first-steps" words="helpOpen" />
              <button type="button" class="link-button" onClick={() => panel.openOptions()}>
                {t('openOptions')}
              </button>
            </div>
          </header>
          <main>
            <h1 class="visually-hidden">{t('archiveTitle')}</h1>
            <StorageNotes isKeeping={tab === 'keep'} onKeep={() => setTab('keep')} />
            {tab === 'articles' && <Articles onAdd={() => setTab('add')} />}
            {tab === 'add' && <AddArticles />}
            {tab === 'names' && <NamesEditor initial={panel.searchParams.get('name') ?? ''} />}
            {tab === 'keep' && <Keeping />}
          </main>
          <UndoLine />
        </div>
      </ArchivePageContext.Provider>
    );
  };
}
