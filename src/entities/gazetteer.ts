/**
 * The gazetteer: every surface form of every entity, as a trie over word hashes in flat typed arrays.
 *
 * The naive version tries each form at each position, O(text × forms); tests keep it as the oracle. A RegExp
 * alternation or an Aho–Corasick automaton of code units costs 4–11× this one and megabytes of objects. Here the
 * whole thing is one ArrayBuffer that opens without parsing:
 *
 *   header   7 × i32   magic, format, slots, states, forms, candidates, bloom words
 *   edges    slots × 4 × i32   from-state, hash1, hash2, to-state (0 = free slot; open addressing, load ≤ .67)
 *   form     states × i32      the form that ends in this state, -1 for none
 *   first    (forms + 1) × i32 where a form's candidates begin
 *   cands    candidates × 2 × i32   entity's index, FormKind
 *   bloom    words × u32       which hashes open a form: most words of a page stop here
 */

import { createTokens, tokenise } from '../text/tokenise.ts';
import type { FormKind, SurfaceForm } from './surface-forms.ts';

const MAGIC = 0x42534731;
const FORMAT = 1;
const HEADER = 7;
/** Bits of the filter per form; 8 lets about 1 word in 50 through by chance. */
const BLOOM_BITS_PER_FORM = 16;

export interface Gazetteer {
  readonly buffer: ArrayBuffer;
  readonly mask: number;
  readonly edges: Int32Array;
  readonly form: Int32Array;
  readonly first: Int32Array;
  readonly candidates: Int32Array;
  readonly bloom: Uint32Array;
  /** A small one of further names that is asked as well; null where there is none. */
  readonly beside: BesideGazetteer | null;
}

interface BesideGazetteer {
  readonly gazetteer: Gazetteer;
  /** Its entities are numbered from here on. */
  readonly firstEntity: number;
}

/** `entity` is an index into the list of entities the gazetteer was built from. */
export interface FormCandidate {
  readonly entity: number;
  readonly kind: FormKind;
}

function powerOfTwo(atLeast: number): number {
  let power = 8;
  while (power < atLeast) power *= 2;
  return power;
}

function slotOf(state: number, hash1: number, hash2: number, mask: number): number {
  return ((Math.imul(hash1 ^ Math.imul(state, 0x9e3779b1), 0x85ebca6b) >>> 7) ^ hash2) & mask;
}

/** The state after `state` on a word, 0 when no form goes on like this. */
export function step(gazetteer: Gazetteer, state: number, hash1: number, hash2: number): number {
  const { edges, mask } = gazetteer;
  for (let slot = slotOf(state, hash1, hash2, mask); ; slot = (slot + 1) & mask) {
    const at = slot * 4;
    const to = edges[at + 3] as number;
    if (to === 0) return 0;
    if (edges[at] === state && edges[at + 1] === hash1 && edges[at + 2] === hash2) return to;
  }
}

/** Whether some form may open with this word; false is certain. */
export function mayOpen(gazetteer: Gazetteer, hash1: number, hash2: number): boolean {
  const bit = (hash1 ^ hash2) & (gazetteer.bloom.length * 32 - 1);
  return ((gazetteer.bloom[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/** Both asked as one, nothing copied: `further` names are numbered from `firstEntity` on. Neither is laid beside another. */
export function layBeside(gazetteer: Gazetteer, further: Gazetteer, firstEntity: number): Gazetteer {
  return { ...gazetteer, beside: { gazetteer: further, firstEntity } };
}

/** One number for a form of each, -1 for none; {@link candidatesOf} takes it apart. */
export function formOfBoth({ first }: Gazetteer, own: number, beside: number): number {
  return own + first.length * (beside + 1);
}

/** Who a form may mean, in the order of the entities. */
export function candidatesOf(gazetteer: Gazetteer, form: number): FormCandidate[] {
  const { beside, first } = gazetteer;
  if (!beside) return candidatesIn(gazetteer, form, 0);
  // -1 of its own is the last before a whole turn.
  const turn = Math.floor((form + 1) / first.length);
  const own = form - turn * first.length;
  return [
    ...(own < 0 ? [] : candidatesIn(gazetteer, own, 0)),
    ...(turn === 0 ? [] : candidatesIn(beside.gazetteer, turn - 1, beside.firstEntity)),
  ];
}

function candidatesIn({ first, candidates }: Gazetteer, form: number, firstEntity: number): FormCandidate[] {
  const found: FormCandidate[] = [];
  for (let at = first[form] as number; at < (first[form + 1] as number); at++)
    found.push({
      entity: firstEntity + (candidates[at * 2] as number),
      kind: candidates[at * 2 + 1] as FormKind,
    });
  return found;
}

/** A list of numbers that grows by doubling: 500,000 names would be tens of millions of boxed objects. */
class Numbers {
  list: Int32Array<ArrayBuffer>;
  length: number;

  constructor(given: Int32Array = new Int32Array(0)) {
    this.length = given.length;
    this.list = new Int32Array(Math.max(1024, powerOfTwo(given.length)));
    this.list.set(given);
  }

  push(...values: readonly number[]): number {
    while (this.length + values.length > this.list.length) {
      const longer = new Int32Array(this.list.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    for (const value of values) this.list[this.length++] = value;
    return this.length;
  }
}

/** The trie while it is built; states are numbered from 0, the root, in order of insertion: deterministic. */
class Trie {
  /** Edges in insertion order, four numbers each as in the buffer. */
  readonly edges: Numbers;
  readonly form: Numbers;
  /** Three numbers a candidate: entity, kind, and where the same form's next candidate stands (-1: it is the last). */
  readonly candidates = new Numbers();
  /** Where each form's first candidate stands. */
  readonly first = new Numbers();
  /** Open addressing over `edges`: place + 1, or 0. */
  private slots = new Int32Array(1024);

  constructor(edges: Int32Array = new Int32Array(0), form: Int32Array = Int32Array.of(-1)) {
    this.edges = new Numbers(edges);
    this.form = new Numbers(form);
    this.slots = new Int32Array(Math.max(1024, powerOfTwo(edges.length)));
    this.fillSlots();
  }

  /** The state after `state` on a word, made when there is none yet. */
  next(state: number, hash1: number, hash2: number): number {
    if (this.edges.length >= this.slots.length * 2) this.grow();
    const slot = this.slotOf(state, hash1, hash2);
    const known = this.slots[slot] as number;
    if (known > 0) return this.edges.list[known * 4 - 1] as number;
    const to = this.form.push(-1) - 1;
    this.slots[slot] = this.edges.push(state, hash1, hash2, to) / 4;
    return to;
  }

  /** Adds a candidate to the form that ends in `state`, unless its entity is one already. */
  enter(state: number, entity: number, kind: FormKind): void {
    const form = this.form.list[state] as number;
    if (form < 0) {
      this.form.list[state] = this.first.push(this.candidates.length / 3) - 1;
      this.candidates.push(entity, kind, -1);
      return;
    }
    const { list } = this.candidates;
    for (let at = this.first.list[form] as number; ; at = list[at * 3 + 2] as number) {
      if (list[at * 3] === entity) return;
      if (list[at * 3 + 2] !== -1) continue;
      list[at * 3 + 2] = this.candidates.length / 3;
      this.candidates.push(entity, kind, -1);
      return;
    }
  }

  private slotOf(state: number, hash1: number, hash2: number): number {
    const mask = this.slots.length - 1;
    for (let slot = slotOf(state, hash1, hash2, mask); ; slot = (slot + 1) & mask) {
      const at = ((this.slots[slot] as number) - 1) * 4;
      const { list } = this.edges;
      if (at < 0 || (list[at] === state && list[at + 1] === hash1 && list[at + 2] === hash2)) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.fillSlots();
  }

  private fillSlots(): void {
    const { list } = this.edges;
    for (let at = 0; at < this.edges.length; at += 4)
      this.slots[this.slotOf(list[at] as number, list[at + 1] as number, list[at + 2] as number)] =
        at / 4 + 1;
  }
}

/** The trie as it was when this was built of it: every edge led to a new state. */
function reopenTrie({ edges, form, first, candidates }: Gazetteer): Trie {
  const inOrder = new Int32Array((form.length - 1) * 4);
  for (let at = 0; at < edges.length; at += 4) {
    const to = edges[at + 3] as number;
    if (to !== 0) inOrder.set(edges.subarray(at, at + 4), (to - 1) * 4);
  }
  const trie = new Trie(inOrder, form);
  for (let place = 0, one = 0; one < first.length - 1; one++) {
    trie.first.push(place);
    for (const end = first[one + 1] as number; place < end; place++) {
      const next = place + 1 < end ? place + 1 : -1;
      trie.candidates.push(candidates[place * 2] as number, candidates[place * 2 + 1] as number, next);
    }
  }
  return trie;
}

function enterForms(trie: Trie, forms: readonly SurfaceForm[]): Trie {
  let tokens = createTokens(64);
  for (const { text, entity, kind } of forms) {
    tokens = tokenise(text, tokens);
    if (tokens.count === 0) continue;
    let state = 0;
    for (let index = 0; index < tokens.count; index++)
      state = trie.next(state, tokens.hash1[index] as number, tokens.hash2[index] as number);
    trie.enter(state, entity, kind);
  }
  return trie;
}

/** Forms of one entity must come in order of preference: the first kind of a form that folds alike wins. */
export function buildGazetteer(forms: readonly SurfaceForm[]): Gazetteer {
  return freezeTrie(enterForms(new Trie(), forms));
}

/** To the byte what building it of its own forms and these would give, some thirty times as fast; it stays as it is. */
export function addToGazetteer(gazetteer: Gazetteer, forms: readonly SurfaceForm[]): Gazetteer {
  return freezeTrie(enterForms(reopenTrie(gazetteer), forms));
}

function freezeTrie(trie: Trie): Gazetteer {
  const edgeCount = trie.edges.length / 4;
  const [formCount, candidateCount] = [trie.first.length, trie.candidates.length / 3];
  const slots = powerOfTwo(edgeCount * 1.5);
  const bloomWords = powerOfTwo((formCount * BLOOM_BITS_PER_FORM) / 32);
  const counts = [MAGIC, FORMAT, slots, trie.form.length, formCount, candidateCount, bloomWords];
  const length = HEADER + slots * 4 + trie.form.length + formCount + 1 + candidateCount * 2 + bloomWords;
  const buffer = new ArrayBuffer(length * 4);
  new Int32Array(buffer, 0, HEADER).set(counts);
  const gazetteer = view(buffer);
  for (let edge = 0; edge < edgeCount; edge++)
    placeEdge(gazetteer, trie.edges.list.subarray(edge * 4, edge * 4 + 4));
  gazetteer.form.set(trie.form.list.subarray(0, trie.form.length));
  placeCandidates(gazetteer, trie);
  return gazetteer;
}

function placeCandidates(gazetteer: Gazetteer, { first, candidates: { list } }: Trie): void {
  let place = 0;
  for (let form = 0; form < first.length; form++) {
    gazetteer.first[form] = place;
    for (let at = first.list[form] as number; at >= 0; at = list[at * 3 + 2] as number) {
      gazetteer.candidates[place * 2] = list[at * 3] as number;
      gazetteer.candidates[place * 2 + 1] = list[at * 3 + 1] as number;
      place++;
    }
  }
  gazetteer.first[first.length] = place;
}

function placeEdge(gazetteer: Gazetteer, edge: Int32Array): void {
  const [state, hash1, hash2] = edge as unknown as [number, number, number];
  let slot = slotOf(state, hash1, hash2, gazetteer.mask);
  while (gazetteer.edges[slot * 4 + 3] !== 0) slot = (slot + 1) & gazetteer.mask;
  gazetteer.edges.set(edge, slot * 4);
  if (state !== 0) return;
  const bit = (hash1 ^ hash2) & (gazetteer.bloom.length * 32 - 1);
  gazetteer.bloom[bit >>> 5] = (gazetteer.bloom[bit >>> 5] as number) | (1 << (bit & 31));
}

function view(buffer: ArrayBuffer): Gazetteer {
  const [, , slots, states, forms, candidates, bloomWords] = new Int32Array(
    buffer,
    0,
    HEADER,
  ) as unknown as number[];
  let at = HEADER * 4;
  const take = (count: number) => {
    const array = new Int32Array(buffer, at, count);
    at += count * 4;
    return array;
  };
  const edges = take((slots as number) * 4);
  const form = take(states as number);
  const first = take((forms as number) + 1);
  const list = take((candidates as number) * 2);
  const bloom = new Uint32Array(buffer, at, bloomWords as number);
  const mask = (slots as number) - 1;
  return { buffer, mask, edges, form, first, candidates: list, bloom, beside: null };
}

/** Opens a built gazetteer without copying; null when the bytes are of another format or length. */
export function openGazetteer(buffer: ArrayBuffer): Gazetteer | null {
  if (buffer.byteLength < HEADER * 4 || buffer.byteLength % 4 !== 0) return null;
  const header = new Int32Array(buffer, 0, HEADER);
  const [magic, format, slots, states, forms, candidates, bloomWords] = header as unknown as number[];
  if (magic !== MAGIC || format !== FORMAT) return null;
  const length = HEADER + slots! * 4 + states! + forms! + 1 + candidates! * 2 + bloomWords!;
  return buffer.byteLength === length * 4 ? view(buffer) : null;
}
