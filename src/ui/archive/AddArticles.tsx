/** Bringing articles in: drop, choose, watch, pause, cancel, and read what became of every file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import { ErrorMessage } from '../parts/StateMessage.tsx';
import { useArchivePage, useFresh } from './archive-page.ts';
import { ImportRow } from './ImportRow.tsx';

export function AddArticles() {
  const { t, announce } = usePanel();
  const { port } = useArchivePage();
  const [isReplacing, setReplacing] = useState(true);
  const [wrong, setWrong] = useState<string | null>(null);
  const begin = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setWrong(null);
    const begun = await port.desk.begin(files, isReplacing ? 'replace' : 'keep-both');
    if (begun.ok) announce(t('importBegun'));
    else setWrong(begun.error.message);
  };
  return (
    <>
      <DropZone onFiles={(files) => void begin(files)} />
      <label class="switch">
        <input
          type="checkbox"
          checked={isReplacing}
          onChange={({ currentTarget }) => setReplacing(currentTarget.checked)}
        />
        <span class="switch-name">{t('importReplace')}</span>
        <span class="switch-means">{t('importReplaceMeans')}</span>
      </label>
      {wrong && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <Imports />
    </>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = usePanel();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const taken = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  // An attribute that Preact's types do not know.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  return (
    <fieldset
      class="drop-zone"
      data-over={isOver}
      data-testid="drop-zone"
      aria-label={t('importTitle')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p class="drop-title">{t('importDrop')}</p>
      <p class="fine-print">{t('importFormats')}</p>
      <div class="button-row">
        <button type="button" class="button primary" onClick={() => files.current?.click()}>
          {t('importFiles')}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {t('importFolder')}
        </button>
      </div>
      <input
        ref={files}
        class="visually-hidden"
        data-testid="import-files"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('importFiles')}
        onChange={({ currentTarget }) => taken(currentTarget)}
      />
      <input
        ref={folder}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('importFolder')}
        onChange={({ currentTarget }) => taken(currentTarget)}
      />
    </fieldset>
  );
}

/** Stored imports, with the running ones as they are told batch by batch. */
function Imports() {
  const { t } = usePanel();
  const { port } = useArchivePage();
  const stored = useFresh(() => port.calls.listImports({}));
  const [live, setLive] = useState<ReadonlyMap<string, ImportView>>(new Map());
  useEffect(() => {
    const listening = new AbortController();
    port.desk.onProgress((job) => setLive((known) => new Map([...known, [job.job, job]])), listening.signal);
    return () => listening.abort();
  }, []);
  const [shown, setShown] = useState<readonly ImportView[]>([]);
  useEffect(() => {
    if (stored.state === 'ready') setShown(stored.value);
  }, [stored]);
  if (stored.state === 'failed') return <ErrorMessage code={stored.code} />;
  if (shown.length === 0) return null;
  return (
    <section class="page-section" aria-labelledby="imports">
      <h2 id="imports">{t('importsTitle')}</h2>
      <ul class="imports">
        {shown.map((job) => (
          <ImportRow key={job.job} job={live.get(job.job) ?? job} />
        ))}
      </ul>
    </section>
  );
}
