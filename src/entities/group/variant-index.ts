/**
 * Which written forms of an archive are the same name: candidates by sound keys, decided by compareParts.
 *
 * The naive version compares all forms, n²: 60,000 forms would take a day. Here names of several words are compared when
 * two of their words sound alike, others when one does, through blocks of forms by key. A block over its limit is passed
 * over: what so many names share says nothing of any two of them, and comparing them would cost its square. Edges depend
 * on the forms that are there and not on their order: a block that grows past the limit has its forms compared anew.
 */
import { compareParts } from '../compare-names.ts';
import { type CompareCode, type Comparison, verdict } from '../compare-reasons.ts';
import type { EntityType } from '../entity.ts';
import { type NameType, partsOfName } from '../name-parts.ts';
import { blockingKeys, isTellingKey } from './blocking-keys.ts';
import { areInflected } from './inflection.ts';
import { type NameForm, spellingOf, typeOfForm } from './name-form.ts';

/** Under one word's key: names of one word are looked for among these, a microsecond each. */
const LARGEST_BLOCK = 512;
/** Under a pair of words, where each is compared with each: 32 forms are 496 comparisons, some 20 ms. */
const LARGEST_PAIR_BLOCK = 32;

const limitOf = (block: string) => (isTellingKey(block) ? LARGEST_PAIR_BLOCK : LARGEST_BLOCK);

/** One name from this score on. Lower links more spellings and more strangers; below .8 one in four is a stranger. */
const SAME = 0.8;
/** The recogniser's types differ: only what is nearly the same to the letter. */
const SAME_OF_OTHER_TYPE = 0.95;
/** Two names for certain. */
export const DIFFERENT = 0.3;

export interface NameNode {
  readonly form: NameForm;
  readonly type: EntityType;
  readonly spelling: string;
  readonly keys: readonly string[];
  /** How complete the name is: 10 a word, 5 an initial. */
  readonly width: number;
  readonly isSingle: boolean;
}

export interface Edge {
  readonly score: number;
  readonly code: CompareCode;
}

export class VariantIndex {
  readonly nodes = new Map<string, NameNode>();
  private readonly blocks = new Map<string, Set<string>>();
  private readonly edges = new Map<string, Map<string, Edge>>();
  /** Forms that lost a neighbour since the last settling. */
  private readonly loosened = new Set<string>();
  /** Forms to compare again. */
  private readonly stale = new Set<string>();

  neighbours(key: string): ReadonlyMap<string, Edge> {
    return this.edges.get(key) ?? NO_EDGES;
  }

  /** Takes a form in, or notes that its commonest spelling or type has changed. */
  put(form: NameForm): void {
    const known = this.nodes.get(form.key);
    const [type, spelling] = [typeOfForm(form), spellingOf(form)];
    if (known && known.type === type && known.spelling === spelling) return;
    this.drop(form.key);
    const node = createNode(form, type, spelling);
    this.nodes.set(form.key, node);
    for (const key of node.keys) this.enter(key, form.key);
    this.stale.add(form.key);
  }

  drop(key: string): void {
    const node = this.nodes.get(key);
    if (!node) return;
    for (const block of node.keys) this.leave(block, key);
    this.cut(key);
    this.nodes.delete(key);
    this.stale.delete(key);
  }

  /** Compares what is new; returns every form whose edges may have changed. */
  settle(): Set<string> {
    for (const key of this.stale) this.cut(key);
    const touched = new Set([...this.stale, ...this.loosened]);
    this.loosened.clear();
    for (const key of this.stale) this.connect(this.nodes.get(key) as NameNode, touched);
    this.stale.clear();
    return touched;
  }

  private enter(block: string, key: string): void {
    const keys = this.blocks.get(block);
    if (!keys) this.blocks.set(block, new Set([key]));
    else {
      keys.add(key);
      if (keys.size === limitOf(block) + 1) for (const other of keys) this.stale.add(other);
    }
  }

  private leave(block: string, key: string): void {
    const keys = this.blocks.get(block) as Set<string>;
    keys.delete(key);
    if (keys.size === limitOf(block)) for (const other of keys) this.stale.add(other);
    if (keys.size === 0) this.blocks.delete(block);
  }

  private cut(key: string): void {
    for (const other of this.neighbours(key).keys()) {
      this.edges.get(other)?.delete(key);
      this.loosened.add(other);
    }
    this.edges.delete(key);
  }

  private connect(node: NameNode, touched: Set<string>): void {
    const seen = new Set<string>([node.form.key]);
    for (const key of node.keys) {
      const block = this.blocks.get(key) as Set<string>;
      if (block.size > limitOf(key)) continue;
      const isTelling = isTellingKey(key);
      for (const other of block) {
        const candidate = this.nodes.get(other) as NameNode;
        if (seen.has(other) || !(isTelling || mayBeSame(node, candidate))) continue;
        seen.add(other);
        // Two new forms are compared once, by the one that sorts first.
        if (this.stale.has(other) && other < node.form.key) continue;
        const edge = compareNodes(node, candidate);
        if (!edge) continue;
        this.join(node.form.key, other, edge);
        touched.add(other);
      }
    }
  }

  private join(one: string, other: string, edge: Edge): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = this.edges.get(from) ?? new Map<string, Edge>();
      this.edges.set(from, known.set(to, edge));
    }
  }
}

const NO_EDGES: ReadonlyMap<string, Edge> = new Map();

function createNode(form: NameForm, type: EntityType, spelling: string): NameNode {
  const { keys, width, isSingle } = blockingKeys(spelling, type);
  return { form, type, spelling, keys, width, isSingle };
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** Whether one word that sounds alike is reason enough to compare: "Costa" and "Ana Costa" are no variants. */
function mayBeSame(a: NameNode, b: NameNode): boolean {
  if (a.isSingle === b.isSingle) return a.isSingle;
  const single = a.isSingle ? a : b;
  return single.width % 10 !== 0 || UNSPACED.test(single.spelling);
}

function compareNodes(a: NameNode, b: NameNode): Edge | null {
  const { score, why } = scoreOf(a, b);
  // One word with a slip in it is another word: Poland, Holland.
  if (why.code === 'slip' && (a.isSingle || b.isSingle)) return null;
  if (a.type !== b.type && why.code === 'short-form') return null;
  return score >= (a.type === b.type ? SAME : SAME_OF_OTHER_TYPE) ? { score, code: why.code } : null;
}

/** How surely two forms are one name; the same whichever comes first. */
export function scoreOf(a: NameNode, b: NameNode): Comparison {
  const [first, second] = a.spelling <= b.spelling ? [a, b] : [b, a];
  const type = a.type === b.type ? a.type : 'organization';
  if (areInflected(first.spelling, second.spelling)) return INFLECTED;
  return compareParts(partsOf(first.spelling, type), partsOf(second.spelling, type), type);
}

/** Log-odds 3: as sure as a name with a middle name left out. */
const INFLECTED = verdict(3, 'spelling');

/** Names taken apart lately: a block compares each of its names many times. */
const PARTS_KEPT = 20_000;
const partsKept = new Map<string, ReturnType<typeof partsOfName>>();

function partsOf(spelling: string, type: NameType) {
  const key = `${type} ${spelling}`;
  let parts = partsKept.get(key);
  if (!parts) {
    parts = partsOfName(spelling, type);
    if (partsKept.size >= PARTS_KEPT) partsKept.clear();
    partsKept.set(key, parts);
  }
  return parts;
}
