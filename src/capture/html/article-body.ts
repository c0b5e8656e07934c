/**
 * The article's text among a page's blocks.
 *
 * Readability alone keeps captions, bylines and link lists (precision .91 on news pages) and now and then loses a lead
 * paragraph. Here its choice is one witness; the page's linked data and the marks and shape of each block are others.
 * The region is the smallest element that holds nearly all vouched-for prose; inside it every block is judged by itself.
 * O(blocks + elements).
 */
import { isBoilerplateLine } from '../boilerplate.ts';
import { isMarkedCaption } from '../headline.ts';
import { isEndHeading } from './end-headings.ts';
import type { Block, BlockTree } from './read-blocks.ts';
import type { Voucher } from './vouchers.ts';

export interface BodyEvidence {
  readonly tree: BlockTree;
  /** Readability's choice; null where it gave none. */
  readonly readable: Voucher | null;
  /** The text printed in the page's linked data; null where it prints none. */
  readonly linkedData: Voucher | null;
  readonly headline: string | null;
}

/** A block is vouched for when this share of its words is. */
const MOSTLY = 0.6;
/** Shorter blocks are labels, headings and captions as often as prose. */
const SHORTEST_PROSE = 60;
/** The region must hold this share of the prose: less would lose a lead paragraph in a box of its own. */
const REGION_SHARE = 0.92;
/** A mark on an element with this share of the prose is wrong: "page with-sidebar". */
const TOO_MUCH_FOR_CLUTTER = 0.4;

const ENDS_SENTENCE = /[.!?…:;。！？؟۔।]["'”’»)\]」』]*$/u;

interface Judged extends Block {
  readonly vouched: boolean;
  readonly printed: boolean | null;
  /** Characters of prose that speak for the region. */
  readonly weight: number;
}

/** Paragraphs in order; empty where the page holds no prose. */
export function findArticleBody(evidence: BodyEvidence): string[] {
  const { tree, headline } = evidence;
  const judged = evidence.tree.blocks.map((block) => judge(block, evidence));
  const inRegion = regionOf(judged, tree);
  const isTrusted = trustedMarks(judged, tree);
  const blocks = endAtHeading(withinPrinted(judged.filter((block) => inRegion(block.element))), isTrusted);
  const last = blocks.findLastIndex((block) => block.weight > 0);
  const homes = homesOf(blocks, tree);
  const body = blocks.filter(
    (block, at) =>
      isBody(block, isTrusted, tree) && (block.weight > 0 || at < last || homes.has(homeOf(block, tree))),
  );
  return cutEnds(body, headline).map((block) => block.text);
}

/** Share of the vouched-for prose that the linked data must print before it is believed to be the whole article. */
const WHOLE = 0.85;

/** Where the linked data prints the whole article, what lies outside its first and last block is none of it. */
function withinPrinted(blocks: readonly Judged[]): readonly Judged[] {
  const prose = sumOf(blocks.filter((block) => block.weight > 0));
  const printed = blocks.filter((block) => block.weight > 0 && block.printed === true);
  if (printed.length === 0 || sumOf(printed) < prose * WHOLE) return blocks;
  return blocks.slice(blocks.indexOf(printed[0]!), blocks.indexOf(printed.at(-1)!) + 1);
}

function sumOf(blocks: readonly Judged[]): number {
  return blocks.reduce((sum, block) => sum + block.weight, 0);
}

/** Of the prose, how much must stand above a heading that ends articles, and above a line that might; a box in the middle has less. */
const ABOVE_HEADING = 0.5;
const ABOVE_LINE = 0.8;

function endAtHeading(blocks: readonly Judged[], isTrusted: (element: number) => boolean): readonly Judged[] {
  const total = sumOf(blocks);
  let above = 0;
  for (const [at, block] of blocks.entries()) {
    const isEnd = block.printed !== true && isEndHeading(block.text) && !isTrusted(block.markedBy);
    const share = /^h[1-6]$/.test(block.tag) ? ABOVE_HEADING : ABOVE_LINE;
    if (isEnd && above > total * share) return blocks.slice(0, at);
    above += block.weight;
  }
  return blocks;
}

/** The element that holds a block and its neighbours. */
function homeOf(block: Block, tree: BlockTree): number {
  return tree.elements[block.element]?.parent ?? -1;
}

/** Elements that hold vouched-for prose directly. */
function homesOf(blocks: readonly Judged[], tree: BlockTree): ReadonlySet<number> {
  return new Set(blocks.filter((block) => block.weight > 0).map((block) => homeOf(block, tree)));
}

function judge(block: Block, { readable, linkedData }: BodyEvidence): Judged {
  const isProse = isProseShaped(block);
  const vouched = readable === null ? isProse && block.place === 'open' : readable(block.text) >= MOSTLY;
  const printed = linkedData === null ? null : linkedData(block.text) >= MOSTLY;
  const weight = isProse && (vouched || printed === true) ? block.text.length : 0;
  return { ...block, vouched, printed, weight };
}

function isProseShaped(block: Block): boolean {
  const { text, linkChars } = block;
  if (/^h[1-6]$/.test(block.tag) || linkChars > text.length / 2) return false;
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? 2.5 : 1;
  return text.length * wide >= SHORTEST_PROSE;
}

/** Sums over subtrees: children are numbered after their parents. */
function sumsOf(blocks: readonly Judged[], tree: BlockTree): Float64Array {
  const sums = new Float64Array(tree.elements.length);
  for (const block of blocks) sums[block.element]! += block.weight;
  for (let at = sums.length - 1; at > 0; at--) {
    const { parent } = tree.elements[at]!;
    if (parent >= 0) sums[parent]! += sums[at]!;
  }
  return sums;
}

function regionOf(blocks: readonly Judged[], tree: BlockTree): (element: number) => boolean {
  const sums = sumsOf(blocks, tree);
  const total = sums[0] ?? 0;
  let region = 0;
  for (let at = 1; at < sums.length; at++) {
    if (tree.elements[at]!.parent === region && sums[at]! >= total * REGION_SHARE) region = at;
  }
  const inside = new Uint8Array(sums.length);
  inside[region] = 1;
  for (let at = region + 1; at < sums.length; at++) inside[at] = inside[tree.elements[at]!.parent] ?? 0;
  return (element) => inside[element] === 1;
}

/** Which marked elements really are what their marks say. */
function trustedMarks(blocks: readonly Judged[], tree: BlockTree): (element: number) => boolean {
  const sums = sumsOf(blocks, tree);
  const total = sums[0] ?? 0;
  return (element) => element >= 0 && sums[element]! < total * TOO_MUCH_FOR_CLUTTER;
}

function isBody(block: Judged, isTrusted: (element: number) => boolean, tree: BlockTree): boolean {
  const { text, tag } = block;
  if (isTrusted(block.markedBy) && block.printed !== true) return false;
  if (isBoilerplateLine(text) || isMarkedCaption(text) || isEndHeading(text)) return false;
  const linked = block.linkChars / text.length;
  if (linked > 0.8 && !ENDS_SENTENCE.test(text) && !block.printed) return false;
  if (block.vouched || block.printed === true) return true;
  if (/^h[2-6]$/.test(tag)) return linked < 0.5;
  if (tree.elements[homeOf(block, tree)]?.node.localName === 'blockquote') return linked < 0.5;
  return isProseShaped(block) && linked < 0.3 && ENDS_SENTENCE.test(text);
}

/** Bylines, dates and the headline above the first prose; lists of other articles after the last. */
function cutEnds(blocks: readonly Judged[], headline: string | null): Judged[] {
  const first = blocks.findIndex((block) => isProseShaped(block));
  const last = blocks.findLastIndex((block) => isProseShaped(block));
  if (first < 0) return [...blocks];
  const kept = blocks.slice(0, last + 1).filter((block, at) => at >= first || isLead(block, headline));
  const tail = blocks.slice(last + 1).filter((block) => ENDS_SENTENCE.test(block.text));
  return [...kept, ...tail];
}

function isLead(block: Judged, headline: string | null): boolean {
  return ENDS_SENTENCE.test(block.text) && block.text !== headline && block.text.length >= 40;
}
