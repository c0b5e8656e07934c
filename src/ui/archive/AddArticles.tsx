/** Bringing articles in: drop, choose, paste, watch, pause, cancel, and read what became of every file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView, TableColumns, TablePreview } from '../../protocol/archive-calls.ts';
import type { Result } from '../../text/result.ts';
import type { ImportSource } from '../import-desk.ts';
import { usePanel } from '../panel.ts';
import { HelpLink } from '../parts/HelpLink.tsx';
import { ErrorMessage } from '../parts/StateMessage.tsx';
import { useArchivePage, useFresh } from './archive-page.ts';
import { ColumnPicker } from './ColumnPicker.tsx';
import { chosenFiles, droppedFiles, type FoundFile } from './dropped-files.ts';
import { ImportRow } from './ImportRow.tsx';
import { Packs } from './Packs.tsx';
import { SampleSection } from './SampleArchive.tsx';
import { KeepStorage } from './StorageNotes.tsx';
import { usePacks } from './use-packs.tsx';

/** A table whose columns are to be chosen, before anything is begun. */
interface AskedTable {
  readonly sources: readonly ImportSource[];
  readonly name: string;
  readonly preview: TablePreview;
}

export function AddArticles() {
  const { t } = usePanel();
  const { port } = useArchivePage();
  const [isReplacing, setReplacing] = useState(true);
  const [asked, setAsked] = useState<AskedTable | null>(null);
  const [wrong, told] = useBegun();
  const versions = isReplacing ? 'replace' : 'keep-both';
  /** Tables are asked about one by one; those with the same heading once. */
  const begin = async (sources: readonly ImportSource[]): Promise<void> => {
    setAsked(null);
    if (sources.length === 0) return;
    for (const { name, file, columns } of sources) {
      const preview = columns === null ? await port.desk.previewTable(file) : null;
      if (preview) return setAsked({ sources, name, preview });
    }
    told(await port.desk.begin(sources, versions));
  };
  const packs = usePacks((sources) => void begin(sources), told);
  const take = (found: readonly FoundFile[]) =>
    void packs.askFirst(found.map((one) => ({ ...one, columns: null })));
  const choose = async ({ sources, preview }: AskedTable, columns: TableColumns) => {
    const heading = preview.heading.join('\n');
    const isAlike = async (file: File) =>
      (await port.desk.previewTable(file))?.heading.join('\n') === heading;
    const decided: ImportSource[] = [];
    for (const one of sources)
      decided.push(one.columns === null && (await isAlike(one.file)) ? { ...one, columns } : one);
    await begin(decided);
  };
  return (
    <>
      {packs.question}
      {asked === null ? (
        !packs.question && <DropZone onFiles={take} />
      ) : (
        <ColumnPicker
          key={asked.name}
          name={asked.name}
          preview={asked.preview}
          onChosen={(columns) => void choose(asked, columns)}
          onCancel={() => setAsked(null)}
        />
      )}
      <PasteBox
        onText={async (text) => told(await port.desk.beginText(text, versions))}
        onFiles={(files) => take(files)}
      />
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
      <KeepStorage />
      <Imports />
      <Packs />
      <SampleSection />
    </>
  );
}

/** What went wrong with the last beginning, and where its answer goes; true when it went well. */
function useBegun(): [wrong: string | null, told: (begun: Result<unknown>) => boolean] {
  const { t, announce, explain } = usePanel();
  const [wrong, setWrong] = useState<string | null>(null);
  const told = (begun: Result<unknown>) => {
    if (begun.ok) announce(t('importBegun'));
    setWrong(begun.ok ? null : explain(begun.error));
    return begun.ok;
  };
  return [wrong, told];
}

interface PasteBoxProps {
  /** True when it was taken. */
  readonly onText: (text: string) => Promise<boolean>;
  readonly onFiles: (files: readonly FoundFile[]) => void;
}

/** Files may be pasted anywhere on the page, text into its box. */
function PasteBox({ onText, onFiles }: PasteBoxProps) {
  const { t } = usePanel();
  const [text, setText] = useState('');
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const onPaste = (event: ClipboardEvent) => {
      const files = chosenFiles(event.clipboardData?.files ?? null);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  const add = async () => {
    if (await onText(text)) setText('');
  };
  return (
    <details class="paste-box">
      <summary>{t('pasteTitle')}</summary>
      <p class="fine-print" id="paste-means">
        {t('pasteMeans')}
      </p>
      <textarea
        rows={8}
        dir={text === '' ? undefined : 'auto'}
        data-testid="paste-text"
        aria-label={t('pasteTitle')}
        aria-describedby="paste-means"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        data-testid="paste-add"
        disabled={text.trim() === ''}
        onClick={() => void add()}
      >
        {t('pasteAdd')}
      </button>
    </details>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly FoundFile[]) => void }) {
  const { t } = usePanel();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const taken = (input: HTMLInputElement) => {
    onFiles(chosenFiles(input.files));
    input.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(onFiles);
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
      <p class="fine-print">
        {t('importFormats')} <HelpLink topic="adding" />
      </p>
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
