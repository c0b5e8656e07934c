/** One import: how far it is, how fast, what is left, what became of its files. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView, ReportLineView } from '../../protocol/archive-calls.ts';
import type { Result } from '../../text/result.ts';
import { type Panel, usePanel } from '../panel.ts';
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
  const { t, day: dayOf } = usePanel();
  const current = job.files[job.file]?.name ?? null;
  const day = dayOf(job.startedAt);
  return (
    <li class="import" data-testid="import" data-state={job.state} data-indexing={job.isIndexing}>
      <p class="import-title">
        <bdi>{nameOf(job)}</bdi>
        <span class="import-state">
          {t(job.isIndexing ? 'importIndexing' : STATES[job.state])}
          {t('separator')}
          {day}
        </span>
      </p>
      {job.isIndexing ? <Indexing /> : job.state === 'running' && <Progress job={job} current={current} />}
      {job.reason !== null && (
        <p class="field-error" lang="en" dir="auto">
          {job.reason}
        </p>
      )}
      <Counts job={job} />
      <Rejected job={job} />
      <Acts job={job} />
    </li>
  );
}

function nameOf({ files }: ImportView): string {
  const [first] = files;
  const more = files.length - 1;
  return more > 0 ? `${first?.name ?? ''} + ${more}` : (first?.name ?? '');
}

/** Nobody knows how long it takes; everything is kept already. */
function Indexing() {
  const { t } = usePanel();
  return (
    <div class="import-progress">
      <progress aria-label={t('importIndexing')} />
      <span role="status" class="fine-print">
        {t('importIndexingMeans')}
      </span>
    </div>
  );
}

function Progress({ job, current }: { readonly job: ImportView; readonly current: string | null }) {
  const panel = usePanel();
  const { t, number } = panel;
  const { rate, secondsLeft } = usePace(job);
  return (
    <div class="import-progress">
      <progress max={1} value={shareOf(job)} aria-label={t('importRunning')} />
      <span role="status" class="fine-print">
        {t('importRate', number(taken(job)), number(rate))}
        {secondsLeft !== null && `${t('separator')}${timeLeft(panel, secondsLeft)}`}
        {current !== null && (
          <>
            {t('separator')}
            <bdi>{current}</bdi>
          </>
        )}
      </span>
    </div>
  );
}

const bytesOf = (files: ImportView['files']) => files.reduce((sum, file) => sum + file.bytes, 0);

/** By bytes: nobody knows how many articles a file holds before it is read. 0–1. */
function shareOf({ files, file, bytesRead }: ImportView): number {
  return Math.min(1, (bytesOf(files.slice(0, file)) + bytesRead) / Math.max(1, bytesOf(files)));
}

function timeLeft({ t, plural }: Panel, seconds: number): string {
  if (seconds < 60) return t('importUnderMinute');
  return plural('importMinutes', Math.round(seconds / 60));
}

/** Before this much was seen, a rate is a guess. */
const LEAST_SECONDS = 2;

/** Of this page's own seeing, so that a pause does not slow it. `secondsLeft` null: not known yet. */
function usePace(job: ImportView): { rate: number; secondsLeft: number | null } {
  const start = useRef<{ at: number; taken: number; share: number } | null>(null);
  const now = performance.now();
  useEffect(() => {
    start.current ??= { at: performance.now(), taken: taken(job), share: shareOf(job) };
  }, []);
  const { at, taken: before, share } = start.current ?? { at: now, taken: 0, share: 0 };
  const seconds = (now - at) / 1000;
  const gained = shareOf(job) - share;
  const isKnown = seconds >= LEAST_SECONDS && gained > 0;
  return {
    rate: seconds < 1 ? 0 : Math.round((taken(job) - before) / seconds),
    secondsLeft: isKnown ? ((1 - shareOf(job)) / gained) * seconds : null,
  };
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

/** Told without being asked; the report has the rest. */
const MOST_TOLD = 5;

/** What was not taken, and why. */
function Rejected({ job }: { readonly job: ImportView }) {
  const { plural } = usePanel();
  const { port } = useArchivePage();
  const [lines, setLines] = useState<readonly ReportLineView[]>([]);
  const count = job.state === 'running' ? 0 : job.counts.rejected;
  useEffect(() => {
    if (count === 0) return setLines([]);
    void port.calls.readReport({ job: job.job }).then((read) => {
      if (read.ok) setLines(read.value.filter(({ outcome }) => outcome === 'rejected'));
    });
  }, [job.job, count]);
  if (lines.length === 0) return null;
  return (
    <div class="import-report" data-testid="import-rejected">
      <RejectedList lines={lines.slice(0, MOST_TOLD)} />
      {lines.length > MOST_TOLD && (
        <p class="fine-print">{plural('rejectedMore', lines.length - MOST_TOLD)}</p>
      )}
    </div>
  );
}

function RejectedList({ lines }: { readonly lines: readonly ReportLineView[] }) {
  return (
    <ul>
      {lines.map(({ file, line, reason }, at) => (
        // Two refusals of one file may be the same in every field.
        <li key={`${at} ${file}`}>
          <bdi>{line === null ? file : `${file}:${line}`}</bdi> <bdi lang="en">{reason}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Acts({ job }: { readonly job: ImportView }) {
  const { t, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const [report, setReport] = useState<readonly ReportLineView[] | null>(null);
  const act = (work: Promise<Result<unknown>>) =>
    void work.then((result) => {
      if (!result.ok) announce(explain(result.error));
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
          <button
            type="button"
            class="button"
            data-testid="import-pause"
            onClick={() => act(port.desk.pause(job.job))}
          >
            {t('importPause')}
          </button>
        )}
        {job.state === 'paused' && (
          <button
            type="button"
            class="button primary"
            data-testid="import-resume"
            onClick={() => act(port.desk.resume(job.job))}
          >
            {t('importResume')}
          </button>
        )}
        {isOpen && (
          <button
            type="button"
            class="button"
            data-testid="import-cancel"
            onClick={() => act(port.desk.cancel(job.job))}
          >
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
      <RejectedList lines={rejected.slice(0, MOST_LINES)} />
      <button type="button" class="link-button" onClick={save}>
        {t('importSaveReport')}
      </button>
    </div>
  );
}
