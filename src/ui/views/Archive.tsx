/** The Archive page: the reader's articles, how they come in, the names in them, and how they are kept safe. */
import { useMemo, useState } from 'preact/hooks';
import { AddArticles } from '../archive/AddArticles.tsx';
import { Articles } from '../archive/Articles.tsx';
import { ArchivePageContext, createArchivePage, useArchivePage } from '../archive/archive-page.ts';
import { Keeping } from '../archive/Keeping.tsx';
import { NamesEditor } from '../archive/NamesEditor.tsx';
import { StorageNotes } from '../archive/StorageNotes.tsx';
import type { ArchivePort } from '../archive-port.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Wordmark } from '../parts/Wordmark.tsx';
import { useStore } from '../store.ts';

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
    const page = useMemo(() => createArchivePage(port), []);
    const { t, port: panel } = usePanel();
    const asked = panel.searchParams.get('tab');
    const [tab, setTab] = useState<Tab>(TABS.find((one) => one === asked) ?? 'articles');
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

/** The last act, and the way back; it stays until the next act, because a decision needs no haste. */
function UndoLine() {
  const { t } = usePanel();
  const { undoable } = useArchivePage();
  const last = useStore(undoable);
  const undo = async () => {
    await last?.undo();
    undoable.set(null);
  };
  return (
    <div class="undo-line" role="status" data-testid="undo-line" data-shown={last !== null}>
      {last && (
        <>
          <span>{last.text}</span>
          <button type="button" class="button" onClick={() => void undo()}>
            {t('undo')}
          </button>
          <button type="button" class="link-button" onClick={() => undoable.set(null)}>
            {t('close')}
          </button>
        </>
      )}
    </div>
  );
}
