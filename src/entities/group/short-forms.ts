/**
 * Whom the short forms of an archive may mean: "Costa", "the Trust".
 *
 * The naive version gives a surname to its most frequent owner, and every other Costa becomes him. Here a short form is
 * a candidate of everybody it stands for in some article, marked as short: a page must settle it. One that no full
 * name explains is a name of its own when the archive is sure enough of it.
 */
import type { Cluster } from './cluster-forms.ts';
import { certaintyOf, type NameForm } from './name-form.ts';

/** A cluster with the short forms that may mean it. */
export interface NamedCluster {
  readonly forms: readonly NameForm[];
  readonly short: readonly NameForm[];
}

/** A surname of more people than this tells nothing, on any page. */
const MOST_OWNERS = 32;
/** A single word that is nobody's surname: printed in two articles, or surely recognised in one. */
const OWN_ARTICLES = 2;
const OWN_CERTAINTY = 0.8;
/** From this share of its articles on, a word is the short form of one name and no name of its own. */
const MOSTLY_SHORT = 0.8;

/** `lone`: persons' single words. `clusterOf`: the cluster of every other form. */
export function giveShortForms(
  clusters: readonly Cluster[],
  lone: readonly NameForm[],
  clusterOf: ReadonlyMap<string, Cluster>,
): NamedCluster[] {
  const short = new Map<Cluster, NameForm[]>(
    clusters.map((cluster) => [cluster, cluster.shared.map(({ form }) => form)]),
  );
  const give = (form: NameForm, owners: Iterable<Cluster>) => {
    for (const owner of owners) short.get(owner)?.push(form);
  };
  const swallowed = new Set<Cluster>();
  for (const cluster of clusters) {
    const owners = ownersOfWord(cluster, clusterOf);
    if (owners.length === 1 && owners[0] !== cluster) {
      swallowed.add(cluster);
      give((cluster.nodes[0] as Cluster['nodes'][number]).form, owners);
    }
  }
  const bearers = bearersOf(clusters);
  const own: NamedCluster[] = [];
  for (const form of lone) {
    const shown = ownersShown(form, clusterOf);
    const owners = shown.length > 0 ? shown : [...(bearers.get(form.key) ?? [])];
    if (owners.length === 0 && isNameOfItsOwn(form)) own.push({ forms: [form], short: [] });
    if (owners.length <= MOST_OWNERS) give(form, owners);
  }
  const named = clusters
    .filter((cluster) => !swallowed.has(cluster))
    .map((cluster) => ({
      forms: cluster.nodes.map(({ form }) => form),
      short: short.get(cluster) as NameForm[],
    }));
  return [...named, ...own];
}

/** Clusters of the fuller forms beside which some article uses it. */
function ownersShown(form: NameForm, clusterOf: ReadonlyMap<string, Cluster>): Cluster[] {
  return [...new Set([...form.fuller.keys()].flatMap((key) => clusterOf.get(key) ?? []))];
}

/** A cluster of one word that nearly always stands for one longer name: "Airways" of one airline. */
function ownersOfWord(cluster: Cluster, clusterOf: ReadonlyMap<string, Cluster>): Cluster[] {
  const [node, second] = cluster.nodes;
  if (!node || second || node.form.key.includes(' ')) return [];
  let asShort = 0;
  for (const articles of node.form.fuller.values()) asShort += articles;
  return asShort >= MOSTLY_SHORT * node.form.articles ? ownersShown(node.form, clusterOf) : [];
}

/** People by the first and last word of their forms. */
function bearersOf(clusters: readonly Cluster[]): Map<string, Set<Cluster>> {
  const bearers = new Map<string, Set<Cluster>>();
  for (const cluster of clusters) {
    for (const { form, type } of cluster.nodes) {
      if (type !== 'person') continue;
      const words = form.key.split(' ');
      for (const word of [words[0] as string, words.at(-1) as string]) {
        const known = bearers.get(word);
        if (known) known.add(cluster);
        else bearers.set(word, new Set([cluster]));
      }
    }
  }
  return bearers;
}

function isNameOfItsOwn(form: NameForm): boolean {
  return form.articles >= OWN_ARTICLES || certaintyOf(form) >= OWN_CERTAINTY;
}
