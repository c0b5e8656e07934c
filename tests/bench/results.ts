/** A whole run, kept: what was measured on which kind of machine and when, as a table and as a picture of growth. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { drawGrowth, type GrowthRow } from './growth.ts';

const FOLDER = join(import.meta.dirname, 'results');

/** Nothing that names a machine, its owner or its folders. */
function describeMachine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = (loadavg()[0] ?? 0).toFixed(0);
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}; ${load} processes at work on it at the end`;
}

const cell = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

function growthTable(rows: readonly GrowthRow[]): string[] {
  const measures = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured)))];
  return [
    `| passages | engine | ${measures.join(' | ')} |`,
    `|--:|---|${measures.map(() => '--:').join('|')}|`,
    ...[...rows]
      .sort((a, b) => a.passages - b.passages)
      .map(
        ({ passages, engine, measured }) =>
          `| ${passages.toLocaleString('en')} | ${engine} | ${measures.map((one) => cell(measured[one])).join(' | ')} |`,
      ),
  ];
}

function figureTable(figures: readonly Figure[]): string[] {
  const verdict = ({ isMet, target }: Figure) => (isMet === null ? '' : `${target}${isMet ? '' : ' ✗'}`);
  return [
    '| measure | value | target |',
    '|---|--:|---|',
    ...figures.map((figure) => `| ${figure.what} | ${figure.measured} | ${verdict(figure)} |`),
  ];
}

/** `note`: what a reader of the figures must know of this run. */
export function keepResults(figures: readonly Figure[], rows: readonly GrowthRow[], note: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const lines = [
    '# Measured',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${describeMachine()}`,
    '',
    note,
    '',
    '![Cost by number of passages](growth.svg)',
    '',
    ...growthTable(rows),
    '',
    ...figureTable(figures),
    '',
  ];
  writeFileSync(join(FOLDER, 'figures.md'), lines.join('\n'));
  writeFileSync(join(FOLDER, 'growth.svg'), drawGrowth(rows));
}
