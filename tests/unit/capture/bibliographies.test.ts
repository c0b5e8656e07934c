import { describe, expect, it } from 'vitest';
import { captureOne } from './collect.ts';

describe('references', () => {
  it.each([
    ['jul # "~30"', '2021-07-30'],
    ['"10~" # jan', '2021-01-10'],
    ['{July 30th}', '2021-07-30'],
    ['"1--3 June"', '2021-06'],
    ['{May/June}', '2021-05'],
    ['7', '2021-07'],
  ])('in BibTeX keep the day beside the month: %s', async (month, datePublished) => {
    const entry = `@misc{a, title={Lock}, year=2021, month=${month}}`;
    expect(await captureOne('a.bib', entry)).toMatchObject({ datePublished });
  });

  it.each([
    ['\\href{https://example.org}{The lock}', 'The lock'],
    ['The \\begin{it}old\\end{it} lock', 'The old lock'],
    ['Lock$^{new}_{old}$, H$_2$O', 'Locknewold, H₂O'],
    ['Locks \\ElsevierGlyph{2014} a list, \\char"2013 b', 'Locks — a list, –b'],
    ['example.org/\\~{}doe and \\~{n}, \\^{}', 'example.org/~doe and ñ, ^'],
  ])('in BibTeX are printed as LaTeX prints them: %s', async (title, headline) => {
    expect(await captureOne('a.bib', `@misc{a, title={${title}}}`)).toMatchObject({ headline });
  });

  it('in BibTeX join strings, of which one that nobody defined is empty', async () => {
    const entries = '@string{old = "Old "}@misc{a, title = old # missing # "lock" # 7}';
    expect(await captureOne('a.bib', entries)).toMatchObject({ headline: 'Old lock7' });
    expect(await captureOne('a.bib', '@misc{a, title = lock}')).toMatchObject({ headline: 'lock' });
  });

  it.each([
    ['Doe, Jane', 'Jane Doe'],
    ['Doe, Jane, Jr.', 'Jane Doe Jr.'],
    ['Doe, III, Jane', 'Jane Doe III'],
    ['Council on Bridges, Roads, Canals and Ports', 'Council on Bridges, Roads, Canals and Ports'],
    ['Board of Locks, Weirs, Canals, and Ports', 'Board of Locks, Weirs, Canals, and Ports'],
  ])('in RIS name authors as they call themselves: %s', async (printed, author) => {
    const entry = `TY  - NEWS\nTI  - Lock\nAU  - ${printed}\nER  - \n`;
    expect(await captureOne('a.ris', entry)).toMatchObject({ author: [author] });
  });
});
