/** The packs that others made and the reader loaded: what they hold, taken out and brought back; nothing edits one. */
import { useState } from 'preact/hooks';
import type { MountedPack } from '../../archive/mounted-pack.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import { usePanel } from '../panel.ts';
import { OutletName } from '../parts/Provenance.tsx';
import { useArchivePage, useFresh } from './archive-page.ts';
import { usePackFacts } from './pack-facts.ts';

export function Packs() {
  const { t } = usePanel();
  const packs = useFresh(({ port }) => port.calls.listPacks({}));
  if (packs.state !== 'ready' || packs.value.length === 0) return null;
  return (
    <section class="page-section" aria-labelledby="packs">
      <h2 id="packs">{t('packsTitle')}</h2>
      <p class="page-lead">{t('packsMeans')}</p>
      <ul class="imports">
        {packs.value.map((pack) => (
          <PackRow key={pack.digest} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

function PackRow({ pack }: { readonly pack: MountedPack }) {
  const { t, date } = usePanel();
  const facts = usePackFacts();
  const { name, digest, isRemoved, loadedAt } = pack;
  return (
    <li class="import" data-testid="pack" data-removed={isRemoved}>
      <p class="import-title">
        <bdi class="pack-name">{name}</bdi>
        <span class="import-state">{t(isRemoved ? 'packRemovedState' : 'packReadOnly')}</span>
      </p>
      <p class="fine-print">{facts(pack)}</p>
      <p class="fine-print">
        {t('packLoadedOn', date(loadedAt.slice(0, 10) as IsoDate))} ·{' '}
        <span class="pack-digest" title={digest}>
          {digest.slice(0, 'sha256:'.length + 12)}…
        </span>
      </p>
      {!isRemoved && <PackArticles digest={digest} />}
      <PackActs pack={pack} />
    </li>
  );
}

function PackActs({ pack: { digest, name, isRemoved } }: { readonly pack: MountedPack }) {
  const { t, undoable, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const move = (remove: readonly string[], restore: readonly string[]) =>
    port.calls.movePacks({ remove, restore });
  const remove = async () => {
    const moved = await move([digest], []);
    if (!moved.ok) return announce(explain(moved.error));
    undoable.set({ text: t('packRemoved', name), undo: () => move([], [digest]) });
  };
  if (!isRemoved)
    return (
      <button
        type="button"
        class="link-button"
        data-testid="pack-remove"
        aria-label={t('packRemoveOf', name)}
        onClick={() => void remove()}
      >
        {t('archiveRemove')}
      </button>
    );
  return (
    <div class="button-row">
      <button type="button" class="link-button" onClick={() => void move([], [digest])}>
        {t('packRestore')}
      </button>
      <button
        type="button"
        class="link-button"
        data-testid="pack-drop"
        onClick={() => void port.calls.dropPack({ digest })}
      >
        {t('packDrop')}
      </button>
    </div>
  );
}

/** Headlines in a list: a pack of thousands is searched, not scrolled. */
const MOST_LISTED = 100;

function PackArticles({ digest }: { readonly digest: string }) {
  const { t } = usePanel();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('packArticles')}</summary>
      {isOpen && <PackList digest={digest} />}
    </details>
  );
}

function PackList({ digest }: { readonly digest: string }) {
  const { t, date, port: panel } = usePanel();
  const listed = useFresh(
    ({ port }) => port.calls.listPackArticles({ digest, limit: MOST_LISTED }),
    [digest],
  );
  if (listed.state !== 'ready') return null;
  return (
    <ul class="check-list">
      {listed.value.map(({ articleId, headline, datePublished, ...outlet }) => (
        <li key={articleId}>
          <button type="button" class="row-title" onClick={() => panel.openReader(articleId, null)}>
            <bdi>{headline ?? t('noHeadlinePrinted')}</bdi>
          </button>
          <span class="fine-print">
            <bdi>
              <OutletName of={outlet} />
            </bdi>{' '}
            · {datePublished ? date(datePublished) : t('noDatePrinted')}
          </span>
        </li>
      ))}
    </ul>
  );
}
