/**
 * From the names recognised in an archive's articles to its entities: the authority file of an archive that has none.
 *
 * The naive version makes every distinct string an entity: four for one person, and one for every slip of the
 * recogniser. Here forms are counted (name-census.ts), variants joined (variant-index.ts, cluster-forms.ts), and short
 * forms given to the names they shorten (short-forms.ts). The result is a function of the set of articles: any order,
 * and any split into additions and removals, gives the same entities. Adding an article compares only the names it
 * changes; writing the list of entities out is linear in the names.
 */
import type { Entity } from '../entity.ts';
import type { ArticleNames } from './article-names.ts';
import { type Cluster, clusterForms, connectedTo } from './cluster-forms.ts';
import { toEntity } from './label-entity.ts';
import { NameCensus } from './name-census.ts';
import { type NameForm, typeOfForm } from './name-form.ts';
import { giveShortForms } from './short-forms.ts';
import { VariantIndex } from './variant-index.ts';

/** All at once. Ordered by id, each id once. */
export function groupNames(articles: Iterable<ArticleNames>): Entity[] {
  const groups = new NameGroups();
  for (const article of articles) groups.add(article);
  return groups.entities();
}

/** Grows and shrinks with its archive. */
export class NameGroups {
  private readonly census = new NameCensus();
  private readonly variants = new VariantIndex();
  private readonly clusterOf = new Map<string, Cluster>();
  private readonly pending = new Set<string>();

  add(article: ArticleNames): void {
    for (const key of this.census.count(article, 1)) this.pending.add(key);
  }

  /** `article` as it was added. */
  remove(article: ArticleNames): void {
    for (const key of this.census.count(article, -1)) this.pending.add(key);
  }

  entities(): Entity[] {
    this.settle();
    const clusters = [...new Set(this.clusterOf.values())];
    const lone = [...this.census.forms.values()].filter(
      (form) => isLoneWord(form) && this.census.isName(form),
    );
    const named = giveShortForms(clusters, lone, this.clusterOf);
    return named.map(toEntity).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private settle(): void {
    const dirty = new Set<string>();
    for (const key of this.pending) {
      const form = this.census.forms.get(key);
      if (form && !isLoneWord(form) && this.census.isName(form)) this.variants.put(form);
      else this.variants.drop(key);
      dirty.add(key);
    }
    this.pending.clear();
    for (const key of this.variants.settle()) dirty.add(key);
    this.clusterAgain(dirty);
  }

  /** Clusters every connected set that a dirty form is in, or was in. */
  private clusterAgain(dirty: Set<string>): void {
    for (const key of [...dirty]) {
      const old = this.clusterOf.get(key);
      if (old) for (const { form } of [...old.nodes, ...old.shared]) dirty.add(form.key);
    }
    const done = new Set<string>();
    for (const key of dirty) {
      if (!this.variants.nodes.has(key)) this.clusterOf.delete(key);
      else if (!done.has(key)) {
        const connected = connectedTo(this.variants, key);
        for (const other of connected) {
          done.add(other);
          this.clusterOf.delete(other);
        }
        for (const cluster of clusterForms(this.variants, connected))
          for (const { form } of cluster.nodes) this.clusterOf.set(form.key, cluster);
      }
    }
  }
}

/** "Costa": a person's single word is settled by the articles' full names, not by how it is spelled. */
function isLoneWord(form: NameForm): boolean {
  return !form.key.includes(' ') && typeOfForm(form) === 'person';
}
