/** Steps through the marks by keyboard: marks are no elements, so the Tab key cannot reach them. */
import type { TextPosition } from '../text/position.ts';
import { boxesOf, type ShownMark } from './find-mark.ts';
import type { Block, PageBlocks } from './page-blocks.ts';

export interface MarkWalk {
  /** The mark after (1) or before (-1) the last one, round the ends; at first the first one not above the window. */
  next(direction: 1 | -1, marksOf: MarksOf): ShownMark | null;
}

/** A block's marks in reading order. */
type MarksOf = (block: Block) => readonly TextPosition[];

interface Step {
  readonly block: Block;
  readonly mark: TextPosition;
}

export function createMarkWalk(blocks: PageBlocks): MarkWalk {
  let last: Step | null = null;
  return {
    next(direction, marksOf) {
      const steps = allSteps(blocks, marksOf);
      let at = last
        ? steps.findIndex(({ block, mark }) => block.key === last?.block.key && isSamePlace(mark, last.mark))
        : -1;
      if (at < 0) at = firstInView(steps) - (direction > 0 ? 1 : 0);
      for (let tries = 0; tries < steps.length; tries += 1) {
        at = (at + direction + steps.length) % steps.length;
        const step = steps[at]!;
        const box = boxesOf(step.block, step.mark)[0];
        if (!box) continue;
        last = step;
        return { block: step.block, mark: step.mark, box };
      }
      return null;
    },
  };
}

/** In document order, as one walk over the elements finds their containers; O(elements), once per key press. */
function allSteps(blocks: PageBlocks, marksOf: MarksOf): Step[] {
  const steps: Step[] = [];
  const seen = new Set<Block>();
  const take = (block: Block) => {
    if (seen.has(block)) return;
    seen.add(block);
    for (const mark of marksOf(block)) steps.push({ block, mark });
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT);
  do {
    for (const block of blocks.of(walker.currentNode as Element)) take(block);
  } while (walker.nextNode());
  // In shadow roots.
  for (const block of blocks.all()) take(block);
  return steps;
}

export function isSamePlace(one: TextPosition, other: TextPosition): boolean {
  return one.start === other.start && one.end === other.end;
}

function firstInView(steps: readonly Step[]): number {
  const at = steps.findIndex(({ block, mark }) => {
    const box = boxesOf(block, mark)[0];
    return box !== undefined && box.bottom > 0;
  });
  return Math.max(0, at);
}
