/**
 * From forms that look alike two by two to names that are one, for one connected set of forms.
 *
 * The naive version takes the connected set itself, and "J. Smith" then joins John Smith and Jane Smith. Here a form
 * that fits two names which are surely different belongs to neither and stays a candidate of both; the rest is joined
 * from the surest pair down, and two clusters never join across a contradiction. A function of the set alone, O(n² ) of
 * a set's size, which is seldom above ten.
 */
import { DIFFERENT, type Edge, type NameNode, scoreOf, type VariantIndex } from './variant-index.ts';

export interface Cluster {
  readonly nodes: readonly NameNode[];
  /** Forms that may mean this name or another one. */
  readonly shared: readonly NameNode[];
}

/** Neighbours looked at when asking whether a form is torn between two names; beyond, it surely is a common one. */
const MOST_CLAIMS = 12;
/** A cluster is held against another by so many of its forms. */
const MOST_WITNESSES = 8;
/** Three capitals stand for too many names to go by without an article that prints both. */
const TELLING_ACRONYM = 4;

/** Every form of the connected set around `start`. */
export function connectedTo(index: VariantIndex, start: string): string[] {
  const found = new Set([start]);
  for (const key of found) for (const other of index.neighbours(key).keys()) found.add(other);
  return [...found].sort();
}

export function clusterForms(index: VariantIndex, keys: readonly string[]): Cluster[] {
  const nodes = keys.map((key) => index.nodes.get(key) as NameNode);
  if (nodes.length === 1) return [{ nodes, shared: [] }];
  const torn = new Set(nodes.filter((node) => isTorn(index, node)).map(({ form }) => form.key));
  const clusters = join(
    index,
    nodes.filter(({ form }) => !torn.has(form.key)),
  );
  return [...new Set(clusters.values())].map((members) => ({
    nodes: members,
    shared: nodes.filter(
      ({ form }) => torn.has(form.key) && members.some((node) => edgeOf(index, form.key, node)),
    ),
  }));
}

function edgeOf(index: VariantIndex, key: string, { form }: NameNode): Edge | undefined {
  return index.neighbours(key).get(form.key);
}

/** Whether it shortens two names that are surely not one. */
function isTorn(index: VariantIndex, node: NameNode): boolean {
  const fuller = [...index.neighbours(node.form.key).keys()]
    .map((key) => index.nodes.get(key) as NameNode)
    .filter((other) => other.width > node.width && isEvident(index, node, other))
    .sort((a, b) => b.form.uses - a.form.uses || (a.form.key < b.form.key ? -1 : 1))
    .slice(0, MOST_CLAIMS);
  return fuller.some((one, at) => fuller.slice(at + 1).some((other) => areDifferent(index, one, other)));
}

function areDifferent(index: VariantIndex, one: NameNode, other: NameNode): boolean {
  return !edgeOf(index, one.form.key, other) && scoreOf(one, other).score < DIFFERENT;
}

/** An acronym needs an article that uses it for the name, or letters enough. */
function isEvident(index: VariantIndex, one: NameNode, other: NameNode): boolean {
  if (edgeOf(index, one.form.key, other)?.code !== 'acronym') return true;
  const short = one.width < other.width ? one : other;
  const long = short === one ? other : one;
  return short.form.key.length >= TELLING_ACRONYM || short.form.fuller.has(long.form.key);
}

interface Pair {
  readonly one: NameNode;
  readonly other: NameNode;
  readonly score: number;
}

/** Each form's cluster, joined from the surest pair down. */
function join(index: VariantIndex, nodes: readonly NameNode[]): Map<string, NameNode[]> {
  const clusters = new Map(nodes.map((node) => [node.form.key, [node]]));
  for (const { one, other } of pairsOf(index, nodes)) {
    const [from, to] = [clusters.get(one.form.key) as NameNode[], clusters.get(other.form.key) as NameNode[]];
    if (from === to || contradict(index, from, to)) continue;
    const joined = [...from, ...to].sort(byUse);
    for (const { form } of joined) clusters.set(form.key, joined);
  }
  return clusters;
}

const byUse = (a: NameNode, b: NameNode) => b.form.uses - a.form.uses || (a.form.key < b.form.key ? -1 : 1);

function pairsOf(index: VariantIndex, nodes: readonly NameNode[]): Pair[] {
  const pairs = nodes.flatMap((one) =>
    nodes.flatMap((other): Pair[] => {
      const edge = one.form.key < other.form.key ? edgeOf(index, one.form.key, other) : undefined;
      return edge && isEvident(index, one, other) ? [{ one, other, score: edge.score }] : [];
    }),
  );
  const order = ({ one, other }: Pair) => `${one.form.key}\n${other.form.key}`;
  return pairs.sort((a, b) => b.score - a.score || (order(a) < order(b) ? -1 : 1));
}

function contradict(index: VariantIndex, from: readonly NameNode[], to: readonly NameNode[]): boolean {
  return from
    .slice(0, MOST_WITNESSES)
    .some((one) => to.slice(0, MOST_WITNESSES).some((other) => areDifferent(index, one, other)));
}
