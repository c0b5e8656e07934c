/** How wide words are in a chart: a canvas knows, without drawing anything on the page. */
import { LETTER_PX, type Measure } from './drawing.ts';
import { fontOf } from './picture.ts';

/** Where a browser gives no canvas: wider than most letters are. */
const GUESSED_PX = LETTER_PX * 0.62;

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => [...text].length * GUESSED_PX;
  context.font = fontOf(LETTER_PX, false);
  return (text) => context.measureText(text).width;
}
