/**
 * `npm run eval -- [task…] [--record]`: how good the answers are, beside peers on the same data in the same run.
 *
 * Every other file of this folder named as a task exports `evaluate`. The sets lie outside the project, in the folder
 * BACKSTORY_DATA. Figures stand in tests/golden/figures.json and are guarded: one that falls fails the run; `--record`
 * writes what was measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluate, Figure } from './figure.ts';

const TASKS = ['names', 'compare', 'events', 'mentions', 'search', 'read', 'reuse', 'attribute'] as const;
type Task = (typeof TASKS)[number];

const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../shared/data');
const FIGURES = join(import.meta.dirname, '../golden/figures.json');
/** Ties between equal scores may fall otherwise on another machine; a real fall is larger. */
const TOLERANCE = 0.003;

type Recorded = Record<string, Omit<Figure, 'set' | 'measure'>>;

const keyOf = (task: Task, { set, measure }: Figure) => `${task} · ${set} · ${measure}`;
const round = (value: number) => Math.round(value * 1_000) / 1_000;

async function evaluateTask(task: Task): Promise<readonly Figure[]> {
  const module = (await import(`./${task}.ts`)) as { evaluate: Evaluate };
  return module.evaluate(DATA);
}

function describe(figure: Figure, before: number | null): string {
  const { set, measure, value, target, isCost = false, peers = {} } = figure;
  const aim = target === null ? '' : `${isCost ? '≤' : '≥'} ${target}`;
  const isReached = target === null || (isCost ? value <= target : value >= target);
  const others = Object.entries(peers).map(([name, other]) => `${name} ${round(other)}`);
  const past = before === null ? '' : `was ${round(before)}`;
  return `| ${[`${set}: ${measure}`, round(value), `${aim}${isReached ? '' : ' ✗'}`, past, others.join(', ')].join(' | ')} |`;
}

const hasFallen = ({ value, isCost = false }: Figure, before: number) =>
  isCost ? value > before + TOLERANCE : value < before - TOLERANCE;

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const isRecording = args.includes('--record');
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.filter((arg) => !TASKS.includes(arg as Task));
  if (unknown.length > 0) {
    console.error(`There is no task ${unknown.join(', ')}; there are ${TASKS.join(', ')}.`);
    return 2;
  }
  if (!existsSync(DATA)) {
    console.error(`No evaluation data at ${DATA}; set BACKSTORY_DATA to the folder that holds the sets.`);
    return 2;
  }
  const recorded: Recorded = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
  let fallen = 0;
  for (const task of asked.length > 0 ? (asked as Task[]) : TASKS) {
    console.log(
      `\n**${task}**\n\n| measure | value | target | before | in the same run |\n|---|---|---|---|---|`,
    );
    for (const figure of await evaluateTask(task)) {
      const key = keyOf(task, figure);
      const before = recorded[key]?.value ?? null;
      console.log(describe(figure, before));
      if (before !== null && hasFallen(figure, before)) fallen++;
      const { set: _set, measure: _measure, ...rest } = figure;
      const peers = Object.fromEntries(Object.entries(figure.peers ?? {}).map(([n, v]) => [n, round(v)]));
      if (isRecording) recorded[key] = { ...rest, value: round(figure.value), peers };
    }
  }
  if (isRecording) {
    const sorted = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(FIGURES, `${JSON.stringify(sorted, null, 2)}\n`);
    return 0;
  }
  if (fallen > 0) console.error(`\n${fallen} figures fell below ${FIGURES}.`);
  return fallen > 0 ? 1 : 0;
}

process.exitCode = await main();
