import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import type { PassageId } from '../../../src/archive/passage.ts';
import { citePassage } from '../../../src/library/cite-passage.ts';
import type { CitationFormat } from '../../../src/protocol/views.ts';
import { archiveOf, article, BRIDGE } from '../invented-archive.ts';

function cite(one: Article, format: CitationFormat): string {
  const cited = citePassage(archiveOf([one]), `${one.id}/0` as PassageId, format);
  if (!cited.ok) throw new Error(cited.error.message);
  return cited.value;
}

const BARE = article('a9', 'Rain fell on the bridge.');
const HOSTILE = article(
  'a8',
  'First } line.\nER  - \nTY  - JOUR\r\n@misc{forged,\u2028DO  - 10.1/x \\end{document}',
  {
    headline: 'A } bridge\nTY  - BOOK\rwith {two} ends',
    author: ['Vale\nAU  - Forger', 'Moe } Tor'],
    publisher: 'Courier\r\nUR  - https://forged.example',
  },
);

describe('a citation', () => {
  it('names text, outlet, date, byline, headline and address, in this order', () => {
    const plain = cite(BRIDGE, 'plain');
    expect(plain).toMatch(
      /^“Ada Lindgren opened .*” — Vell Courier · 2021-06-13 · by Ingrid Vale · “Bridge opens at last” · https:\/\/courier\.example\/bridge#:~:text=Ada%20Lindgren%20opened%20the%20Marn,.*$/s,
    );
  });

  it('says what was not printed, and makes nothing up', () => {
    expect(cite(BARE, 'plain')).toBe('“Rain fell on the bridge.” — no outlet printed · no date printed');
    expect(cite(BARE, 'ris')).toBe('TY  - NEWS\r\nN1  - Rain fell on the bridge.\r\nER  - ');
    expect(cite(BARE, 'bibtex')).toBe('@misc{a9,\n  note = {Rain fell on the bridge.}\n}');
    expect(JSON.parse(cite(BARE, 'csl-json'))).toEqual([
      { id: 'a9', type: 'article-newspaper', note: 'Rain fell on the bridge.' },
    ]);
  });

  it('names the source that a reprint names', () => {
    const reprint = article('a7', 'Rain fell.', {
      provenance: { ...BARE.provenance, republishedFrom: 'Island News' },
    });
    expect(cite(reprint, 'plain')).toContain('republished from Island News');
  });

  it('is CSL-JSON with the date as far as it is known', () => {
    expect(JSON.parse(cite(BRIDGE, 'csl-json'))).toMatchObject([
      {
        title: 'Bridge opens at last',
        author: [{ literal: 'Ingrid Vale' }],
        issued: { 'date-parts': [[2021, 6, 13]] },
      },
    ]);
    const month = article('a6', 'Rain.', { datePublished: '2021-06' });
    expect(JSON.parse(cite(month, 'csl-json'))).toMatchObject([{ issued: { 'date-parts': [[2021, 6]] } }]);
  });

  it('is RIS with one line an author', () => {
    const two = article('a5', 'Rain.', { author: ['Ingrid Vale', 'Moe Tor'], datePublished: '2021-06-13' });
    const lines = cite(two, 'ris').split('\r\n');
    expect(lines).toEqual([
      'TY  - NEWS',
      'AU  - Ingrid Vale',
      'AU  - Moe Tor',
      'DA  - 2021/06/13',
      'N1  - Rain.',
      'ER  - ',
    ]);
  });

  it('leads to the quoted words in every format, and says when the article was captured', () => {
    const kept = { ...BRIDGE, provenance: { ...BRIDGE.provenance, capturedAt: '2024-02-03T10:00:00Z' } };
    const part = { start: 0, end: 'Ada Lindgren opened the Marn bridge'.length };
    const address = 'https://courier.example/bridge#:~:text=Ada%20Lindgren%20opened%20the%20Marn%20bridge';
    for (const format of ['plain', 'markdown', 'bibtex', 'ris', 'csl-json'] as const) {
      const cited = citePassage(archiveOf([kept]), `${kept.id}/0` as PassageId, format, part);
      expect(cited.ok && cited.value).toContain(address);
      expect(cited.ok && cited.value.replace(/\s/g, '')).toMatch(/2024[-/,]0?2[-/,]0?3/);
    }
  });

  it('is not found for a passage that is gone', () => {
    expect(citePassage(archiveOf(), 'a1/99' as PassageId, 'plain')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('a citation of a hostile article', () => {
  it('is still one RIS record with its own tags only', () => {
    const lines = cite(HOSTILE, 'ris').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      'TY  - ',
      'TI  - ',
      'AU  - ',
      'AU  - ',
      'PB  - ',
      'N1  - ',
      'ER  - ',
    ]);
  });

  it('is still one BibTeX entry: every field’s braces balance, escaped or not', () => {
    const entry = cite(HOSTILE, 'bibtex');
    const fields = entry.split('\n').slice(1, -1);
    expect(fields.map((field) => /^ {2}(\w+) = \{.*\},?$/.exec(field)?.[1])).toEqual([
      'title',
      'author',
      'publisher',
      'note',
    ]);
    for (const field of fields) {
      let depth = 0;
      const depths = [...field.replace(/,$/, '')].map((letter) => {
        depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
        return depth;
      });
      expect([depths.at(-1), depths.lastIndexOf(0, -2) < field.indexOf('{')]).toEqual([0, true]);
    }
  });

  it('is still one Markdown quotation', () => {
    const lines = cite(HOSTILE, 'markdown').split(/\r\n|[\r\n\u2028\u2029]/);
    expect(lines.filter((line) => !line.startsWith('>'))).toEqual([]);
  });

  it('is still one CSL-JSON item', () => {
    expect(JSON.parse(cite(HOSTILE, 'csl-json'))).toHaveLength(1);
  });
});
