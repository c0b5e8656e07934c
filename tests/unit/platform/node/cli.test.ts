import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackManifest } from '../../../../src/archive/pack.ts';
import { ADA, ENTITIES } from '../../invented-archive.ts';
import { type Line, linesOf, type Outcome, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'backstory-cli-'));
const at = (name: string) => join(folder, name);
const ARTICLES = [
  {
    identifier: 'bridge',
    headline: 'Bridge opens at last',
    publisher: 'Vell Courier',
    datePublished: '2021-06-13',
  },
  { identifier: 'library', headline: 'A library that lends boats', url: 'https://island.example/library' },
];
const BODIES = [
  'Ada Lindgren opened the Marn bridge in Port Marn. She said: “The bridge will carry us to the islands.”',
  'The new library in Vell lends boats. Omar Haddad called it the best harbour for a rainy day.',
];
const QUOTING = 'We read: “The bridge will carry us to the islands.” So be it.';
let baked: Outcome;

beforeAll(async () => {
  mkdirSync(at('seeds/entities'), { recursive: true });
  const lines = ARTICLES.map((fields, index) => JSON.stringify({ ...fields, articleBody: BODIES[index] }));
  writeFileSync(at('seeds/news.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(at('seeds/entities/all.json'), JSON.stringify(ENTITIES));
  const pages = [
    { id: 1, text: 'Ada Lindgren came to Port Marn.', url: 'https://x.example' },
    { id: 'b', text: 'Rain.' },
  ];
  writeFileSync(at('pages.jsonl'), pages.map((page) => JSON.stringify(page)).join('\n'));
  writeFileSync(
    at('bad.jsonl'),
    '{"id":1,"text":"library"}\nnot json\n\n{"text":"no id"}\n{"id":2}\n[]\n{"id":3,"text":"bridge"}',
  );
  writeFileSync(at('quotes.jsonl'), JSON.stringify({ id: 'q', text: QUOTING }));
  writeFileSync(at('empty.txt'), ' \n');
  writeFileSync(
    at('binary.txt'),
    Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 32),
  );
  writeFileSync(at('latin.txt'), Uint8Array.from([0x48, 0xe9, 0x6c, 0x6c, 0x6f, 0x20, 0xff, 0xfe, 0x20]));
  baked = await runCli(['bake', '--out', at('pack'), at('seeds')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Checks a line against the part of JSON Schema that the schemas use. */
function problems(value: unknown, schema: Line, path = 'line'): string[] {
  const types = [schema.type ?? []].flat() as string[];
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const fits = (type: string) => type === actual || (type === 'integer' && Number.isInteger(value));
  if (types.length > 0 && !types.some(fits)) return [`${path} is ${actual}, not ${types.join(' or ')}`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [`${path} is ${String(value)}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => problems(item, (schema.items ?? {}) as Line, `${path}[${index}]`));
  if (actual !== 'object' || !schema.properties) return [];
  const [fields, properties] = [value as Line, schema.properties as Record<string, Line>];
  const missing = ((schema.required ?? []) as string[]).filter((name) => !Object.hasOwn(fields, name));
  const unknown =
    schema.additionalProperties === false
      ? Object.keys(fields).filter((name) => !Object.hasOwn(properties, name))
      : [];
  const inside = Object.entries(fields).flatMap(([name, field]) =>
    problems(field, properties[name] ?? {}, `${path}.${name}`),
  );
  return [
    ...missing.map((name) => `${path} has no ${name}`),
    ...unknown.map((name) => `${path} has ${name} too`),
    ...inside,
  ];
}

const pack = ['--pack', at('pack')];
const RUNS: Readonly<Record<string, readonly string[]>> = {
  bake: ['--out', at('pack-for-schema'), at('seeds')],
  read: [at('seeds')],
  search: [...pack, '--queries', at('pages.jsonl')],
  mentions: [...pack, '--pages', at('pages.jsonl')],
  related: [...pack, '--pages', at('pages.jsonl')],
  trace: [...pack, '--quotes', at('quotes.jsonl')],
  seen: [...pack, '--pages', at('quotes.jsonl')],
};

describe('bake', () => {
  it('writes a pack and says what is in it', () => {
    expect(baked).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(baked)).toEqual([
      { out: at('pack'), counts: { articles: 2, passages: 2, entities: ENTITIES.length }, rejected: [] },
    ]);
    expect(readdirSync(at('pack'))).toContain('manifest.json');
  });

  it('writes the same bytes again, and leaves nothing else behind', async () => {
    await runCli(['bake', '--out', at('again'), at('seeds')]);
    for (const file of readdirSync(at('pack')))
      expect(readFileSync(join(at('again'), file)).equals(readFileSync(join(at('pack'), file)))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('writing'))).toEqual([]);
  });

  it('names each unreadable, empty and binary file with the reason, exits 1 and writes nothing', async () => {
    const outcome = await runCli([
      'bake',
      '--out',
      at('none'),
      at('empty.txt'),
      at('binary.txt'),
      at('latin.txt'),
    ]);
    expect([outcome.code, existsSync(at('none'))]).toEqual([1, false]);
    const [summary] = linesOf(outcome);
    const rejected = summary?.rejected as readonly { file: string; code: string; reason: string }[];
    expect(rejected.map(({ file, code }) => [file, code])).toEqual([
      ['empty.txt', 'empty'],
      ['binary.txt', 'binary'],
      ['latin.txt', 'not-utf-8'],
    ]);
    for (const { file, reason } of rejected) expect(outcome.stderr).toContain(`${file}: ${reason}`);
    expect(summary).toMatchObject({ out: null, counts: { articles: 0 } });
  });

  it('bakes a curated folder whole or not at all', async () => {
    const outcome = await runCli(['bake', '--out', at('none'), at('seeds'), at('empty.txt')]);
    expect([outcome.code, existsSync(at('none'))]).toEqual([1, false]);
    expect(outcome.stderr).toContain('empty.txt');
    expect(outcome.stderr).toContain('whole or not at all');
  });

  it('keeps the pack that was there when it has nothing to write', async () => {
    const before = readFileSync(at('pack/manifest.json'));
    const outcome = await runCli(['bake', '--out', at('pack'), at('empty.txt')]);
    expect(outcome.code).toBe(1);
    expect(readFileSync(at('pack/manifest.json')).equals(before)).toBe(true);
  });
});

const resultsOf = (line: Line | undefined) => (line?.results ?? []) as readonly Line[];

describe('questions', () => {
  it('search gives the best passage of each article, best first, one line a query', async () => {
    const queries = '{"id":"q1","text":"library boats"}\n{"id":2,"text":"zeppelins"}\n';
    const lines = linesOf(await runCli(['search', ...pack, '--queries', '-'], queries));
    expect(lines.map(({ id }) => id)).toEqual(['q1', 2]);
    expect(lines[0]?.results).toMatchObject([
      { identifier: 'library', datePublished: null, publisher: null },
    ]);
    expect(lines[1]?.results).toEqual([]);
  });

  it('mentions gives exact offsets, entity, label, type, confidence and reason', async () => {
    const [first, second] = linesOf(await runCli(['mentions', ...pack, '--pages', at('pages.jsonl')]));
    expect(first).toMatchObject({
      id: 1,
      mentions: [
        {
          start: 0,
          end: 12,
          exact: 'Ada Lindgren',
          entityId: ADA.id,
          label: 'Ada Lindgren',
          type: 'person',
          why: 'label',
        },
        { start: 21, end: 30, exact: 'Port Marn', type: 'place' },
      ],
    });
    expect(second).toEqual({ id: 'b', mentions: [] });
  });

  it('related gives the evidence, and leaves out the page that is itself archived', async () => {
    const page = { text: `${BODIES[1]} Ada Lindgren.`, id: 'same', url: ARTICLES[1]?.url };
    const input = `${JSON.stringify({ ...page, id: 'other', url: undefined })}\n${JSON.stringify(page)}\n`;
    const [other, same] = linesOf(await runCli(['related', ...pack, '--pages', '-'], input));
    const identifiers = (line: Line | undefined) => resultsOf(line).map(({ identifier }) => identifier);
    expect(identifiers(other)).toContain('library');
    expect(identifiers(same)).toEqual(['bridge']);
    expect(resultsOf(same)[0]).toMatchObject({ evidence: { entityOverlap: expect.any(Number) } });
  });

  it('trace and seen give the printings of a sentence, with offsets in the body as given', async () => {
    const [traced, seen] = await Promise.all([
      runCli(['trace', ...pack, '--quotes', at('quotes.jsonl')]),
      runCli(['seen', ...pack, '--pages', at('quotes.jsonl')]),
    ]);
    const [start, text] = [BODIES[0]!.indexOf('The bridge'), 'The bridge will carry us to the islands'];
    const printing = { identifier: 'bridge', start, end: start + text.length, publisher: 'Vell Courier' };
    expect(linesOf(traced)).toMatchObject([
      { id: 'q', printings: [{ ...printing, datePublished: '2021-06-13' }] },
    ]);
    const at0 = QUOTING.indexOf(text);
    expect(linesOf(seen)).toMatchObject([
      {
        reused: [
          {
            start: at0,
            end: at0 + text.length,
            printings: [{ ...printing, similarity: 1, speaker: 'Ada Lindgren' }],
          },
        ],
      },
    ]);
  });

  it('bad lines are told by number and passed over, exit code 1', async () => {
    const outcome = await runCli(['search', ...pack, '--queries', at('bad.jsonl')]);
    expect(outcome.code).toBe(1);
    expect(linesOf(outcome).map(({ id }) => id)).toEqual([1, 3]);
    expect(outcome.stderr.trim().split('\n')).toEqual([
      'line 2: is not JSON.',
      'line 4: has no “id”.',
      'line 5: has no “text”.',
      expect.stringMatching(/^line 6: /),
    ]);
  });

  it('a pack whose derived part is damaged is made again, and says so', async () => {
    await runCli(['bake', '--out', at('worn'), at('seeds')]);
    const manifest = JSON.parse(readFileSync(at('worn/manifest.json'), 'utf8')) as PackManifest;
    const body = readFileSync(at('worn/pack.0.bin'));
    body.write('worn', manifest.sections.index!.start);
    writeFileSync(at('worn/pack.0.bin'), body);
    const outcome = await runCli(
      ['search', '--pack', at('worn'), '--queries', '-'],
      '{"id":1,"text":"library"}',
    );
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('made again');
    expect(linesOf(outcome)[0]?.results).toHaveLength(1);
  });
});

describe('the shape of each command’s lines', () => {
  it.concurrent.each(Object.entries(RUNS))(
    '%s: actual lines satisfy what --json-schema prints',
    async (command, args) => {
      const [schema, outcome] = await Promise.all([
        runCli([command, '--json-schema']),
        runCli([command, ...args]),
      ]);
      expect([schema.code, outcome.code]).toEqual([0, 0]);
      const lines = linesOf(outcome);
      expect(lines.length).toBeGreaterThan(0);
      const shape = JSON.parse(schema.stdout) as Line;
      expect((shape.required as string[]).length).toBeGreaterThan(1);
      expect(lines.flatMap((line) => problems(line, shape))).toEqual([]);
    },
  );
});

describe('an unusable argument', () => {
  it.concurrent.each([
    ['no command', []],
    ['an unknown command', ['fly']],
    ['a property of objects as command', ['constructor']],
    ['an unknown option', ['search', '--fast']],
    ['a missing option', ['search', ...pack]],
    ['no path', ['bake', '--out', at('x')]],
    ['a path that is not there', ['read', at('nowhere.txt')]],
    ['a file of questions that is not there', ['search', ...pack, '--queries', at('nowhere.jsonl')]],
    ['a folder of questions', ['search', ...pack, '--queries', folder]],
    ['a limit of 0', ['search', ...pack, '--queries', at('pages.jsonl'), '--limit', '0']],
    ['a limit above 1,000', ['related', ...pack, '--pages', at('pages.jsonl'), '--limit', '1001']],
    ['a limit that is no number', ['search', ...pack, '--queries', at('pages.jsonl'), '--limit', 'ten']],
    ['a pack that is none', ['search', '--pack', at('seeds'), '--queries', at('pages.jsonl')]],
    ['a path where none is taken', ['search', ...pack, '--queries', at('pages.jsonl'), 'more']],
  ])('is exit code 2 and one sentence: %s', async (_what, args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });
});
