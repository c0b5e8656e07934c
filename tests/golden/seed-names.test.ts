/**
 * Names in the five bundled articles against hand-marked copies (⟦surface¦entity-id⟧): nothing marked is missing from
 * the authority file, and the linker's figures do not fall below those recorded in figures.json (rounded down).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Authority, parseAuthority } from '../../src/entities/authority.ts';
import { buildNameKnowledge } from '../../src/entities/name-knowledge.ts';
import { mentionsIn } from '../../src/library/mentions-in.ts';
import { fold } from '../../src/text/tokenise.ts';

interface Gold {
  readonly name: string;
  readonly text: string;
  readonly names: readonly { readonly start: number; readonly end: number; readonly id: string }[];
}
interface Figures {
  readonly names: { readonly recall: number; readonly precision: number };
}

const MARKED = new URL('./seed-names/', import.meta.url);
const SEEDS = new URL('../../seeds/', import.meta.url);
const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8')) as unknown;

function readGold(name: string): Gold {
  const marked = readFileSync(new URL(name, MARKED), 'utf8');
  const names: Gold['names'][number][] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(/⟦([^⟦⟧¦]+)¦([^⟦⟧¦]+)⟧/g)) {
    const [whole, surface = '', id = ''] = mark;
    text += marked.slice(last, mark.index);
    names.push({ start: text.length, end: text.length + surface.length, id });
    text += surface;
    last = mark.index + whole.length;
  }
  return { name, text: text + marked.slice(last), names };
}

function readAuthority(): Authority {
  const folder = new URL('entities/', SEEDS);
  const files = readdirSync(folder).map((file): [string, unknown] => [file, readJson(new URL(file, folder))]);
  const authority = parseAuthority(new Map(files));
  if (!authority.ok) throw new Error(authority.error.message);
  return authority.value;
}

const golds = readdirSync(MARKED)
  .filter((file) => file.endsWith('.txt'))
  .map(readGold);
const { entities } = readAuthority();
const entityOf = new Map<string, (typeof entities)[number]>(entities.map((entity) => [entity.id, entity]));

describe('the hand-marked copies', () => {
  it('are of every bundled article', () => {
    expect(golds.map(({ name }) => name)).toEqual(readdirSync(new URL('articles/', SEEDS)).sort());
  });

  it.each(golds)('$name is its article, byte for byte, once the marks are taken out', ({ name, text }) => {
    const article = readFileSync(new URL(`articles/${name}`, SEEDS));
    expect(Buffer.from(text, 'utf8').equals(article)).toBe(true);
  });

  it.each(golds)('$name marks only names that the authority file holds', ({ names }) => {
    expect(names.length).toBeGreaterThan(10);
    expect(names.map(({ id }) => id).filter((id) => !entityOf.has(id))).toEqual([]);
  });

  it.each(golds)('$name marks only forms that the authority file records', ({ text, names }) => {
    const unrecorded = names.filter(({ start, end, id }) => {
      const entity = entityOf.get(id);
      const labels = [entity?.prefLabel ?? '', ...(entity?.altLabels ?? []).map((label) => label.text)];
      return !labels.map(fold).includes(fold(text.slice(start, end)));
    });
    expect(unrecorded.map(({ start, end, id }) => `${text.slice(start, end)} ${id}`)).toEqual([]);
  });
});

describe('the linker on the hand-marked copies', () => {
  const knowledge = buildNameKnowledge(entities);
  const keyOf = ({ start, end, id }: Gold['names'][number]) => `${start} ${end} ${id}`;
  const scores = golds.map(({ name, text, names }) => {
    const gold = new Set(names.map(keyOf));
    const linked = mentionsIn(knowledge, text).flatMap(({ start, end, entityId, why, exact }) =>
      entityId ? [{ key: keyOf({ start, end, id: entityId }), why, exact, entityId }] : [],
    );
    const right = linked.filter(({ key }) => gold.has(key));
    const others = linked.filter(({ key }) => !gold.has(key));
    const isTold = (why: string) => why === 'event-date' || why === 'event-context';
    const found = new Set(right.map(({ key }) => key));
    return {
      ...{ name, gold: gold.size, right: right.length },
      wrong: others.filter(({ why }) => !isTold(why)).map(({ exact, entityId }) => `${exact} → ${entityId}`),
      told: others.filter(({ why }) => isTold(why)).map(({ exact, entityId }) => `${exact} → ${entityId}`),
      missed: names
        .filter((name) => !found.has(keyOf(name)))
        .map(({ start, end, id }) => `${text.slice(start, end)} ${id}`),
    };
  });
  const sum = (count: (score: (typeof scores)[number]) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const recall = sum(({ right }) => right) / sum(({ gold }) => gold);
  const precision = sum(({ right }) => right) / sum(({ right, wrong }) => right + wrong.length);
  const recorded = readJson(new URL('./figures.json', import.meta.url)) as Figures;

  it('finds at least the share of names it found before', () => {
    expect(recall, JSON.stringify(scores.map(({ name, missed }) => [name, missed]))).toBeGreaterThanOrEqual(
      recorded.names.recall,
    );
  });

  it('is right at least as often as it was before', () => {
    expect(precision, JSON.stringify(scores.map(({ name, wrong }) => [name, wrong]))).toBeGreaterThanOrEqual(
      recorded.names.precision,
    );
  });

  it('has figures recorded that today’s are no more than two hundredths above', () => {
    expect(recall - recorded.names.recall, `recall is now ${recall}: record it`).toBeLessThan(0.02);
    expect(precision - recorded.names.precision, `precision is now ${precision}: record it`).toBeLessThan(
      0.02,
    );
  });

  it('tells of few events that no name in the text names', () => {
    const told = scores.flatMap((score) => score.told);
    expect(told.length, told.join(', ')).toBeLessThanOrEqual(8);
  });
});
