import { describe, expect, it } from 'vitest';
import { limitAttributes } from '../../../../src/capture/html/limit-attributes.ts';
import { bridgePage, draftOf, PARAGRAPHS } from './page.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => `data-a${at}="${at}"`).join(' ');

describe('attributes', () => {
  it.each([
    bridgePage({ inside: '<p class="lead big" data-a=1 hidden>one<img src="a.jpg" alt="a > b"/></p>' }),
    `<p ${many(200)}>text</p>`,
    `<!-- ${many(5_000)} --><script>if (a <b) { ${many(5_000)} }</script><p>text</p>`,
    '<p title="never closed>text',
    'one < two <3 <',
    '',
  ])('of an ordinary page stay as they are (%#)', (page) => {
    expect(limitAttributes(page)).toBe(page);
  });

  it('beyond what a tag needs are dropped, and the text after them is kept', () => {
    const limited = limitAttributes(`<p ${many(100_000)}>text</p><p class="x">more</p>`);
    expect(limited).toBe(`<p ${many(200)}>text</p><p class="x">more</p>`);
  });

  it('of closing tags are counted too', () => {
    expect(limitAttributes(`</p ${many(1_000)}>text`)).toBe(`</p ${many(200)}>text`);
  });

  it('that hold signs of tags are one each', () => {
    const values = Array.from({ length: 300 }, (_, at) => ` a${at}="<b>"`);
    expect(limitAttributes(`<p${values.join('')}>text`)).toBe(`<p${values.slice(0, 200).join('')}>text`);
  });

  it('that list half a million classes do not keep the page from being read', () => {
    const inside = `<p class="${'ab '.repeat(500_000)}" id="x">${PARAGRAPHS[0]}</p>`;
    expect(limitAttributes(inside)).toBe(`<p id="x">${PARAGRAPHS[0]}</p>`);
    expect(draftOf(bridgePage({ inside })).articleBody.split(PARAGRAPHS[0]!)).toHaveLength(3);
  });
});
