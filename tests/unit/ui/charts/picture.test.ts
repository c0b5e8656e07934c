import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawRows } from '../../../../src/ui/charts/draw-bars.ts';
import { PICTURE_ROOM, wrap, writeSvg } from '../../../../src/ui/charts/picture.ts';

const measure = (text: string) => [...text].length * 7;
const drawing = drawRows(
  [
    { label: 'Gazette & <Courier>', count: 3 },
    { label: 'صحيفة الميناء', count: 1 },
  ],
  { width: PICTURE_ROOM, measure, number: String },
);
const sources = ['Printed by: Gazette & <Courier> (3)', '4 articles', 'Newest date: 12 Sep 2021'];
const svg = writeSvg(
  { title: 'Articles by “outlet”', drawing, sources, direction: 'ltr', language: 'en' },
  measure,
);
const { document } = parseHTML(`<!doctype html><body>${svg}</body>`);
const texts = [...document.querySelectorAll('text')].map((one) => one.textContent);

describe('a chart as an SVG file', () => {
  it('holds its title, its labels and its sources', () => {
    expect(texts).toEqual(
      expect.arrayContaining([
        'Articles by “outlet”',
        'Gazette & <Courier>',
        'صحيفة الميناء',
        '3',
        ...sources,
      ]),
    );
    expect(document.querySelector('title')?.textContent).toBe('Articles by “outlet”');
  });

  it('is one element, white, with nothing to fetch and nothing that runs', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="\d+"/);
    expect(svg).not.toMatch(/<script|href=|url\(|style=/);
    expect(document.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
  });

  it('says its direction where lines run the other way', () => {
    const other = writeSvg({ title: 'כותרת', drawing, sources, direction: 'rtl', language: 'he' }, measure);
    expect(other).toContain('direction="rtl"');
    expect(other).toContain('<text x="696"');
  });
});

describe('a long line below a chart', () => {
  it('is broken at blanks, and between signs where there are none', () => {
    expect(wrap('one two three', 7 * 7, measure)).toEqual(['one two', 'three']);
    expect(wrap('刊载者港口公报河流信使报', 7 * 4, measure)).toEqual(['刊载者港', '口公报河', '流信使报']);
    expect(wrap('unbreakable', 7, measure)).toEqual(['unbreakable']);
  });
});
