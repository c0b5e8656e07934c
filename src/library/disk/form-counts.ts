/**
 * Which outlets print which forms of each name, counted while articles come: twelve bytes for each name of each article,
 * where maps of maps take hundreds. What is counted is that of countOutlets.
 */
import type { EntityId } from '../../entities/entity.ts';
import { NumberList } from '../../text/number-list.ts';
import type { DerivedArticle } from '../derive-archive.ts';
import { countOutlets } from '../outlet-counts.ts';
import { invertLists, ListsWriter, listAt } from './columns.ts';
import type { SummedForms } from './disk-reader.ts';

/** Texts by number. */
class Numbered<Text extends string | null> {
  readonly texts: Text[] = [];
  private readonly numbers = new Map<Text, number>();

  of(text: Text): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

export class FormCounts {
  private readonly names = new ListsWriter();
  private readonly formOf = new NumberList();
  private readonly outletOf = new NumberList();
  private readonly forms = new Numbered<string>();
  private readonly outlets = new Numbered<string | null>();

  /** `named`: the names in its passages, by place too. */
  add({ article, mentions }: DerivedArticle, named: Iterable<readonly [EntityId, place: number]>): void {
    const printing = [{ publisher: article.publisher, mentions }];
    for (const [id, place] of named)
      for (const form of countOutlets(printing, id).keys()) {
        this.names.add([place]);
        this.formOf.push(this.forms.of(form));
        this.outletOf.push(this.outlets.of(article.publisher));
      }
  }

  /** By the names' places, `count` of them. None may come after. */
  *end(count: number): Generator<SummedForms> {
    const byName = invertLists(this.names.end(), count);
    const [formOf, outletOf] = [this.formOf.all, this.outletOf.all];
    for (let name = 0; name < count; name++) {
      const sums = new Map<string, Map<string | null, number>>();
      for (const one of listAt(byName, name)) {
        const form = this.forms.texts[formOf[one] as number] as string;
        const outlet = this.outlets.texts[outletOf[one] as number] ?? null;
        const outlets = sums.get(form) ?? new Map<string | null, number>();
        sums.set(form, outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1));
      }
      yield Array.from(sums, ([form, outlets]) => [form, [...outlets]] as const);
    }
  }
}
