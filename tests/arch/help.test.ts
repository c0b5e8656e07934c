/** The help page says what is so: formats, fields, keys and figures stand in it as the code and the records have them. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/capture/formats.ts';
import { parseQuery } from '../../src/retrieval/parse-query.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { document } = parseHTML(read('entrypoints/help/index.html'));
const codes = [...document.querySelectorAll('code')].map((code) => code.textContent ?? '');

describe('the help page', () => {
  it('names every ending that can be imported, and no other', () => {
    const named = codes.filter((code) => /^\.[a-z]+$/.test(code));
    expect([...new Set(named)].sort()).toEqual([...FORMATS.flatMap(({ extensions }) => extensions)].sort());
  });

  it('shows queries that are understood whole', () => {
    const rows = [...document.querySelectorAll('#search td:first-child code')];
    expect(rows.length).toBeGreaterThan(6);
    for (const { textContent } of rows)
      expect(parseQuery(textContent ?? '').hints, textContent ?? '').toEqual([]);
  });

  it('names every field of the query language', () => {
    const said = document.querySelector('#search')?.textContent ?? '';
    const hint = JSON.parse(read('public/_locales/en/messages.json')).hintUnknownField.message as string;
    const fields = /Known: (.*)\./.exec(hint)?.[1]?.split(', ') ?? [];
    expect(fields.length).toBeGreaterThan(7);
    expect(fields.filter((field) => !said.includes(`${field}:`))).toEqual([]);
  });

  it('gives the shortcuts that the manifest suggests', () => {
    const suggested = [...read('wxt.config.ts').matchAll(/default: '(Alt\+Shift\+\w)'/g)].map(
      ([, keys]) => keys,
    );
    const given = [...document.querySelectorAll('#shortcuts kbd')].map((key) => key.textContent);
    expect(suggested.length).toBe(4);
    expect(given).toEqual(expect.arrayContaining(suggested));
  });

  it('repeats the figures of error as they are recorded', () => {
    const recorded = JSON.parse(read('tests/golden/figures.json')) as Record<string, { value?: number }>;
    const shown = [...document.querySelectorAll('[data-figure]')];
    expect(shown.length).toBeGreaterThan(6);
    for (const figure of shown) {
      const name = figure.getAttribute('data-figure') ?? '';
      const value = recorded[name]?.value ?? Number.NaN;
      expect(figure.textContent, name).toBe(`${Number((value * 100).toFixed(1))} %`);
    }
  });

  it('runs no script, carries no style of its own, and links to what is there', () => {
    expect(document.querySelectorAll('script, style, [style], [onclick]').length).toBe(0);
    for (const link of document.querySelectorAll('a')) {
      const [page = '', anchor] = (link.getAttribute('href') ?? '').split('#');
      if (page === '') expect(document.getElementById(anchor ?? ''), anchor).not.toBeNull();
      else expect(page).toMatch(/^(?:welcome|archive|options)\.html(?:\?tab=(?:add|names|keep))?$/);
    }
  });
});
