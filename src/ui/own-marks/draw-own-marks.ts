/**
 * Draws own marks in our frame above a page: boxes without a word in them, put in place by transforms. What is told of
 * the page is where all its words are; which of them are marked the background tells this frame alone.
 */
import type { OwnMarks } from '../../protocol/calls.ts';
import type { BlockPlaces, PlaceNews } from '../../protocol/word-places.ts';
import { type PlacedMark, placeMarks } from './place-marks.ts';

/** More on one screen is a list of names, and nobody's reading. */
const MOST_BOXES = 600;

export interface OwnMarksDesk {
  hear(news: PlaceNews): void;
}

/** `ask`: the own marks of this tab's page, null when nobody answers. */
export function createOwnMarksDesk(root: HTMLElement, ask: () => Promise<OwnMarks | null>): OwnMarksDesk {
  let blocks: readonly BlockPlaces[] = [];
  let marks: ReadonlyMap<number, OwnMarks['blocks'][number]['marks']> = new Map();
  let asked = 0;
  const boxes: HTMLElement[] = [];

  function draw(): void {
    let drawn = 0;
    for (const places of blocks) {
      for (const placed of placeMarks(places, marks.get(places.key) ?? [])) {
        if (drawn === MOST_BOXES) return;
        const box = boxes[drawn] ?? addBox();
        drawn += 1;
        setBox(box, placed, places);
      }
    }
    for (const box of boxes.slice(drawn)) box.hidden = true;
  }

  function addBox(): HTMLElement {
    const box = document.createElement('div');
    boxes.push(box);
    root.append(box);
    return box;
  }

  async function renew(): Promise<void> {
    asked += 1;
    const mine = asked;
    const own = await ask();
    if (!own || mine !== asked) return;
    marks = new Map(own.blocks.map((block) => [block.key, block.marks]));
    draw();
  }

  return {
    hear(news) {
      if (news.kind === 'renew') return void renew();
      if (news.kind === 'places') blocks = news.blocks;
      else blocks = news.keys === null ? [] : blocks.filter(({ key }) => !news.keys?.includes(key));
      draw();
    },
  };
}

function setBox(box: HTMLElement, { left, top, width, height, type }: PlacedMark, places: BlockPlaces): void {
  const { colour, turn, isVertical } = places;
  const matrix = turn ? ` matrix(${turn.join(',')},0,0)` : '';
  box.hidden = false;
  box.className = 'own-mark';
  box.dataset.kind = type;
  box.dataset.side = isVertical ? 'side' : 'below';
  const { style } = box;
  style.width = `${width}px`;
  style.height = `${height}px`;
  style.color = colour;
  // Turned round its middle, which is where the box was measured.
  style.transform = `translate(${left}px,${top}px)${matrix}`;
}
