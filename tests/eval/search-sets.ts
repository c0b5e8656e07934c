/** The collections that ranking is measured on, in one form: articles, questions, and which articles answer them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}

export interface Collection {
  readonly documents: readonly Document[];
  readonly questions: readonly Question[];
}

type Row = Readonly<Record<string, string>>;

function readRows(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** Judgements above 0 are relevant: binary, as the reference figures were computed. */
function readJudgements(path: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [question = '', document = '', grade] = line.split('\t');
    if (Number(grade) > 0) relevant.set(question, (relevant.get(question) ?? new Set()).add(document));
  }
  return relevant;
}

/** scifact, cranfield; checkthat2020 in parts. */
export function readBeir(data: string, name: string, part = ''): Collection {
  const suffix = part === '' ? '' : `.${part}`;
  const relevant = readJudgements(join(data, name, `qrels${suffix}.tsv`));
  const documents = readRows(join(data, name, 'corpus.jsonl'));
  const questions = readRows(join(data, name, `queries${suffix}.jsonl`));
  return {
    documents: documents.map(({ _id, title, text }) => ({ id: String(_id), title: title!, text: text! })),
    questions: questions.flatMap(({ _id, text }) => {
      const answers = relevant.get(String(_id));
      return answers ? [{ id: String(_id), text: text!, relevant: answers }] : [];
    }),
  };
}

/** Titles ask for their articles, which are indexed without them; the same article printed twice answers either way. */
export function readBbc(data: string): Collection {
  const rows = readRows(join(data, 'bbc_news/articles.jsonl.gz'));
  const twins = new Map<string, Set<string>>();
  const keyOf = ({ title, text }: Row) => `${title}\n${text}`;
  for (const row of rows) twins.set(keyOf(row), (twins.get(keyOf(row)) ?? new Set()).add(row.id!));
  return {
    documents: rows.map(({ id, text }) => ({ id: id!, title: '', text: text! })),
    questions: rows.map((row) => ({ id: row.id!, text: row.title!, relevant: twins.get(keyOf(row))! })),
  };
}

export interface EventPages extends Collection {
  /** Articles of the same topic about its other event: they look alike and are wrong. */
  readonly lookAlikes: ReadonlyMap<string, ReadonlySet<string>>;
}

interface EcbRow {
  readonly id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly sentences: Readonly<Record<string, readonly string[]>>;
}

/** Every document is a page once, all others are the archive; those of its subtopic belong to it. */
export function readEcb(data: string, part: 'train' | 'dev'): EventPages {
  const rows = readRows(join(data, `ecbplus/${part}.jsonl`)) as unknown as EcbRow[];
  const documents = rows.map(({ id, sentences }) => ({
    ...{ id, title: '' },
    text: Object.values(sentences)
      .map((words) => words.join(' '))
      .join(' '),
  }));
  const others = (row: EcbRow, isWanted: (other: EcbRow) => boolean) =>
    new Set(rows.filter((other) => other.id !== row.id && isWanted(other)).map(({ id }) => id));
  const questions = rows.map((row, at) => ({
    ...{ id: row.id, text: documents[at]!.text },
    relevant: others(row, ({ subtopic }) => subtopic === row.subtopic),
  }));
  return {
    documents,
    questions: questions.filter(({ relevant }) => relevant.size > 0),
    lookAlikes: new Map(
      rows.map((row) => [
        row.id,
        others(row, ({ topic, subtopic }) => topic === row.topic && subtopic !== row.subtopic),
      ]),
    ),
  };
}
