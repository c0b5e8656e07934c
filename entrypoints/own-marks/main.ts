import { askOwnMarks, hearPlaces } from '../../src/platform/browser/own-marks-port.ts';
import { createOwnMarksDesk } from '../../src/ui/own-marks/draw-own-marks.ts';

const desk = createOwnMarksDesk(document.body, askOwnMarks);
void hearPlaces((news) => desk.hear(news));
