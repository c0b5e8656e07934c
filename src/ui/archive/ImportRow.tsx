/** One import: how far it is, how fast, what is left, what became of its files. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView, ReportLineView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { useArchivePage } from './archive-page.ts';

const STATES: Record<ImportView['state'], MessageKey> = {
  running: 'importRunning',
  paused: 'importPaused',
  done: 'importDone',
  cancelled: 'importCancelled',
};

const taken = ({ counts }: ImportView) =>
  counts.added + counts.updated + counts.duplicates + counts.reprints + counts.rejected;

export function ImportRow({ job }: { readonly job: ImportView }) {
  const { t, date } = usePanel();
  const current = job.files[job.file]?.name ?? null;
  const day = date(job.startedAt.slice(0, 10) as Parameters<typeof date>[0]);
  return (
    <li class="import" data-testid="import" data-state={job.state}>
      <p class="import-title">
        <bdi>{nameOf(job)}</bdi>
        <span class="import-state">
          {t(STATES[job.state])} · {day}
        </span>
      </p>
      {job.state === 'running' && <Progress job={job} current={current} />}
      {job.reason !== null && <p class="field-error">{job.reason}</p>}
      <Counts job={job} />
      <Acts job={job} />
    </li>
  );
}

function nameOf({ files }: ImportView): string {
  const [first] = files;
  const more = files.length - 1;
  return more > 0 ? `${first?.name ?? ''} + ${more}` : (first?.name ?? '');
}

/** Files done count by their bytes; the rate is of this page's own seeing, so that a pause does not slow it. */
function Progress({ job, current }: { readonly job: ImportView; readonly current: string | null }) {
  const { t, number } = usePanel();
  const rate = useRate(job);
  const bytes = (files: ImportView['files']) => files.reduce((sum, file) => sum + file.bytes, 0);
  const share = bytes(job.files.slice(0, job.file)) / Math.max(1, bytes(job.files));
  return (
    <div class="import-progress">
      <progress max={1} value={job.files.length === 1 ? undefined : share} aria-label={t('importRunning')} />
      <span role="status" class="fine-print">
        {t('importRate', number(taken(job)), number(rate))}
        {current !== null && (
          <>
            {' · '}
            <bdi>{current}</bdi>
          </>
        )}
      </span>
    </div>
  );
}

function useRate(job: ImportView): number {
  const start = useRef<{ at: number; taken: number } | null>(null);
  const now = performance.now();
  useEffect(() => {
    start.current ??= { at: performance.now(), taken: taken(job) };
  }, []);
  const seconds = start.current ? (now - start.current.at) / 1000 : 0;
  return seconds < 1 ? 0 : Math.round((taken(job) - (start.current?.taken ?? 0)) / seconds);
}

const COUNTED = ['added', 'updated', 'duplicates', 'reprints', 'rejected'] as const;
const COUNT_WORDS: Record<(typeof COUNTED)[number], MessageKey> = {
  added: 'countAdded',
  updated: 'countUpdated',
  duplicates: 'countDuplicates',
  reprints: 'countReprints',
  rejected: 'countRejected',
};

function Counts({ job }: { readonly job: ImportView }) {
  const { t, number } = usePanel();
  const told = COUNTED.filter((field) => job.counts[field] > 0 || field === 'added');
  return (
    <dl class="import-counts">
      {told.map((field) => (
        <div key={field} data-count={field}>
          <dt>{t(COUNT_WORDS[field])}</dt>
          <dd>{number(job.counts[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Acts({ job }: { readonly job: ImportView }) {
  const { t, announce } = usePanel();
  const { port } = useArchivePage();
  const [report, setReport] = useState<readonly ReportLineView[] | null>(null);
  const act = (work: Promise<{ ok: boolean; error?: { message: string } }>) =>
    void work.then((result) => {
      if (!result.ok && result.error) announce(result.error.message);
    });
  const show = async () => {
    const read = await port.calls.readReport({ job: job.job });
    if (read.ok) setReport(report === null ? read.value : null);
  };
  const isOpen = job.state === 'running' || job.state === 'paused';
  return (
    <>
      <div class="button-row">
        {job.state === 'running' && (
          <button type="button" class="button" onClick={() => act(port.desk.pause(job.job))}>
            {t('importPause')}
          </button>
        )}
        {job.state === 'paused' && (
          <button type="button" class="button primary" onClick={() => act(port.desk.resume(job.job))}>
            {t('importResume')}
          </button>
        )}
        {isOpen && (
          <button type="button" class="button" onClick={() => act(port.desk.cancel(job.job))}>
            {t('importCancel')}
          </button>
        )}
        {taken(job) > 0 && (
          <button
            type="button"
            class="link-button"
            aria-expanded={report !== null}
            onClick={() => void show()}
          >
            {t('importReport')}
          </button>
        )}
      </div>
      {report && <Report lines={report} name={nameOf(job)} />}
    </>
  );
}

/** Rejected files first: they are what a reader may want to do something about. */
const MOST_LINES = 200;

function Report({ lines, name }: { readonly lines: readonly ReportLineView[]; readonly name: string }) {
  const { t } = usePanel();
  const { port } = useArchivePage();
  const rejected = lines.filter(({ outcome }) => outcome === 'rejected');
  const save = () => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    port.saveText(`${name.replace(/[^\p{L}\p{N}.]+/gu, '-')} report.jsonl`, text, 'application/jsonl');
  };
  return (
    <div class="import-report">
      {rejected.length === 0 && <p class="fine-print">{t('importNoneRejected')}</p>}
      <ul>
        {rejected.slice(0, MOST_LINES).map(({ file, line, reason }, at) => (
          // Two refusals of one file may be the same in every field.
          <li key={`${at} ${file}`}>
            <bdi>{line === null ? file : `${file}:${line}`}</bdi> {reason}
          </li>
        ))}
      </ul>
      <button type="button" class="link-button" onClick={save}>
        {t('importSaveReport')}
      </button>
    </div>
  );
}
