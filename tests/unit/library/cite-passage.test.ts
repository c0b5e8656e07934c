import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import type { PassageId } from '../../../src/archive/passage.ts';
import { citePassage } from '../../../src/library/cite-passage.ts';
import { searchArchive } from '../../../src/library/search-archive.ts';
import type { CitationFormat, CitedPart } from '../../../src/protocol/views.ts';
import type { TextPosition } from '../../../src/text/position.ts';
import { captureOne } from '../capture/collect.ts';
import { archiveOf, article, BRIDGE } from '../invented-archive.ts';

function cite(one: Article, format: CitationFormat, part: CitedPart = null): string {
  const cited = citePassage(archiveOf([one]), `${one.id}/0` as PassageId, format, part);
  if (!cited.ok) throw new Error(cited.error.message);
  return cited.value;
}

/** The note, in the formats that have one. */
function noteOf(
  one: Article,
  format: 'bibtex' | 'ris' | 'csl-json',
  part: TextPosition | null = null,
): string {
  const citation = cite(one, format, part);
  if (format === 'csl-json') return (JSON.parse(citation) as [{ note: string }])[0].note;
  const note = (format === 'ris' ? /^N1 {2}- (.*)$/m : /^ {2}note = \{(.*)\}$/m).exec(citation);
  return note?.[1]?.replace('\r', '') ?? '';
}

function partOf({ articleBody }: Article, words: string): TextPosition {
  const start = articleBody.indexOf(words);
  return { start, end: start + words.length };
}

const NOTED = ['bibtex', 'ris', 'csl-json'] as const;
const SPOKEN = 'The bridge will carry us to the islands for a hundred years';

const BARE = article('a9', 'Rain fell on the bridge.');
const HOSTILE = article(
  'a8',
  'First } line.\nER  - \nTY  - JOUR\r\n@misc{forged,\u2028DO  - 10.1/x \\end{document}',
  {
    headline: 'A } bridge\nTY  - BOOK\rwith {two} ends',
    author: ['Vale\nAU  - Forger', 'Moe } Tor'],
    publisher: 'Courier\r\nUR  - https://forged.example',
    identifier: 'rain}\nTY  - BOOK',
    provenance: { ...BARE.provenance, republishedFrom: 'Island }\r\nUR  - https://forged.example' },
  },
);

describe('a citation', () => {
  it('names text, outlet, date, byline, headline and address, in this order', () => {
    const plain = cite(BRIDGE, 'plain');
    expect(plain).toMatch(
      /^“Ada Lindgren opened .*” — Vell Courier · 2021-06-13 · by Ingrid Vale · “Bridge opens at last” · quotes Ada Lindgren · https:\/\/courier\.example\/bridge#:~:text=Ada%20Lindgren%20opened%20the%20Marn,.*$/s,
    );
  });

  it('says what was not printed, and makes nothing up', () => {
    expect(cite(BARE, 'plain')).toBe(
      '“Rain fell on the bridge.” — no outlet printed · no date printed · archived as file a9.txt',
    );
    expect(cite(BARE, 'ris')).toBe(
      'TY  - NEWS\r\nID  - unsignedndrainfellbridge\r\nTI  - [no headline printed]\r\nN1  - “Rain fell on the bridge.” — archived as file a9.txt\r\nER  - ',
    );
    expect(cite(BARE, 'bibtex')).toBe(
      '@misc{unsignedndrainfellbridge,\n  title = {[no headline printed]},\n  note = {“Rain fell on the bridge.” — archived as file a9.txt}\n}',
    );
    expect(JSON.parse(cite(BARE, 'csl-json'))).toEqual([
      {
        id: 'unsignedndrainfellbridge',
        type: 'article-newspaper',
        note: '“Rain fell on the bridge.” — archived as file a9.txt',
      },
    ]);
  });

  it('names the source that a reprint names, in every format', () => {
    const reprint = article('a7', 'Rain fell.', {
      provenance: { ...BARE.provenance, republishedFrom: 'Island News' },
      url: 'https://courier.example/rain',
    });
    expect(cite(reprint, 'plain')).toContain(' — republished from Island News · read at courier.example · ');
    expect(cite(reprint, 'markdown')).toContain(
      ' — republished from Island News · read at courier.example · ',
    );
    for (const format of NOTED)
      expect(noteOf(reprint, format)).toBe('“Rain fell.” — republished from Island News');
  });

  it('says whose words it mostly quotes', () => {
    const part = partOf(BRIDGE, SPOKEN);
    const whose = 'words of Ada Lindgren, as printed by Vell Courier';
    expect(cite(BRIDGE, 'plain', part)).toMatch(new RegExp(`^“${SPOKEN}” — ${whose} · 2021-06-13 · by `));
    expect(cite(BRIDGE, 'markdown', part)).toMatch(
      new RegExp(`^> ${SPOKEN}\\n>\\n> — ${whose} · 2021-06-13 · `),
    );
    for (const format of NOTED) expect(noteOf(BRIDGE, format, part)).toBe(`“${SPOKEN}” — ${whose}`);
  });

  it('says whose words a whole passage is', () => {
    const speech = article('a3', `“${SPOKEN}, and ${SPOKEN.toLowerCase()},” said Ada Lindgren.`, {
      url: 'https://courier.example/speech',
    });
    expect(cite(speech, 'plain')).toMatch(
      /^“‘The bridge .* years,’ said Ada Lindgren\.” — words of Ada Lindgren · read at/,
    );
  });

  it('says whose words it quotes also where no outlet is printed', () => {
    const unsigned = { ...BRIDGE, publisher: null };
    const part = partOf(unsigned, SPOKEN);
    expect(cite(unsigned, 'plain', part)).toContain(
      ' · “Bridge opens at last” · read at courier.example · https:',
    );
    for (const format of NOTED)
      expect(noteOf(unsigned, format, part)).toBe(`“${SPOKEN}” — words of Ada Lindgren`);
  });

  it('says who is quoted where no one person’s words fill it', () => {
    expect(cite(BRIDGE, 'markdown')).toContain(' · quotes Ada Lindgren · https:');
    for (const format of NOTED) expect(noteOf(BRIDGE, format)).toMatch(/ribbon\.” — quotes Ada Lindgren$/);
  });

  it('names nobody for a part that quotes nobody, though its passage does', () => {
    const part = partOf(BRIDGE, 'Omar Haddad of the Harbour Trust cut the ribbon.');
    expect(cite(BRIDGE, 'plain', part)).not.toMatch(/words of|quotes/);
    for (const format of NOTED)
      expect(noteOf(BRIDGE, format, part)).toBe('Omar Haddad of the Harbour Trust cut the ribbon.');
  });

  it('leads to an article without an address by its identifier, else its file', () => {
    const { provenance } = BARE;
    const file = { ...provenance, file: '002_934f.txt' };
    const tellings: [Partial<Article>, string][] = [
      [{ identifier: '002_934f.txt', provenance: file }, 'archived as file 002_934f.txt'],
      [{ identifier: '002_934f.txt:7', provenance: file }, 'archived as file 002_934f.txt:7'],
      [{ identifier: null, provenance: file }, 'archived as file 002_934f.txt'],
      [{ identifier: 'courier-17', provenance: file }, 'identifier courier-17'],
      [{ identifier: 'courier-17', provenance: { ...file, file: 'c' } }, 'identifier courier-17'],
      [{ identifier: 'courier-17', provenance: { ...provenance, file: '' } }, 'identifier courier-17'],
    ];
    for (const [fields, told] of tellings) {
      const one = { ...BARE, ...fields };
      expect(cite(one, 'plain')).toMatch(new RegExp(` · ${told}$`));
      expect(cite(one, 'markdown')).toMatch(new RegExp(` · ${told}$`));
      for (const format of NOTED) expect(noteOf(one, format)).toBe(`“Rain fell on the bridge.” — ${told}`);
      const found = { ...one, url: 'https://courier.example/rain' };
      for (const format of ['plain', 'markdown', ...NOTED] as const)
        expect(cite(found, format)).not.toContain(told);
    }
    const lost = { ...BARE, identifier: null, provenance: { ...provenance, file: '' } };
    expect(cite(lost, 'plain')).toMatch(/ · no date printed$/);
  });

  it.each([{ headline: 'Rain' }, { publisher: 'Vell Courier', datePublished: '2021-06-13' }])(
    'names no file where print tells the article from others: %o',
    (printed) => {
      const one = article('a9', 'Rain fell on the bridge.', printed);
      for (const format of ['plain', 'markdown', ...NOTED] as const)
        expect(cite(one, format)).not.toContain('file');
    },
  );

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
      'ID  - vale2021rain',
      'TI  - [no headline printed]',
      'AU  - Ingrid Vale',
      'AU  - Moe Tor',
      'DA  - 2021/06/13',
      'N1  - “Rain.” — archived as file a5.txt',
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

  it('quotes a long passage by its beginning, and a chosen part whole where a reader sees it', () => {
    const text = 'Rain fell on the bridge, and the river rose. '.repeat(12).trim();
    const long = article('a2', text, { publisher: 'Vell Courier', url: 'https://courier.example/rain' });
    const part = { start: 0, end: text.length };
    for (const format of ['plain', 'markdown', ...NOTED] as const) {
      expect(cite(long, format)).toMatch(/the river rose. Rain fell on the bridge, and…/);
      expect(cite(long, format)).not.toContain(text);
    }
    for (const format of ['plain', 'markdown'] as const) expect(cite(long, format, part)).toContain(text);
    for (const format of NOTED) expect(noteOf(long, format, part).length).toBeLessThan(320);
  });

  it('of an article as a whole quotes nothing of it, and leads to its beginning', () => {
    expect(cite(BRIDGE, 'plain', 'article')).toBe(
      'Vell Courier · 2021-06-13 · by Ingrid Vale · “Bridge opens at last” · https://courier.example/bridge',
    );
    expect(cite(BRIDGE, 'markdown', 'article')).toBe(cite(BRIDGE, 'plain', 'article'));
    for (const format of NOTED) {
      const cited = cite(BRIDGE, format, 'article');
      expect(cited).toContain('https://courier.example/bridge');
      expect(cited).not.toMatch(/note|N1|ribbon|#:~:text/);
    }
  });

  it('is not found for a passage that is gone', () => {
    expect(citePassage(archiveOf(), 'a1/99' as PassageId, 'plain')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('quotation marks within a citation', () => {
  it.each([
    ['The lanes run “in parallel” now.', 'The lanes run ‘in parallel’ now.'],
    ['The lanes run "in parallel" now.', 'The lanes run ‘in parallel’ now.'],
    ['"Parallel," they say ("at last").', '‘Parallel,’ they say (‘at last’).'],
    ['Spuren „nebeneinander“ jetzt.', 'Spuren ‚nebeneinander‘ jetzt.'],
    ['Les voies « en parallèle » ici.', 'Les voies « en parallèle » ici.'],
    ['It’s a 5" pipe.', 'It’s a 5" pipe.'],
    ['מנכ"ל הגשר אמר "היום" בבוקר.', 'מנכ"ל הגשר אמר ‘היום’ בבוקר.'],
  ])('are single: %s', (text, inner) => {
    const one = article('a4', text, { headline: text });
    const [quotation, facts] = cite(one, 'plain').split(' — ');
    expect(quotation).toBe(`“${inner}”`);
    expect(facts).toContain(`“${inner}” · `);
    for (const format of NOTED)
      expect(noteOf({ ...one, headline: null }, format)).toBe(`“${inner}” — archived as file a4.txt`);
  });

  it('stay as printed where the citation adds none', () => {
    const text = 'The lanes run “in parallel” now.';
    const one = article('a4', text, { url: 'https://courier.example/lanes' });
    expect(cite(one, 'markdown')).toContain(`> ${text}\n`);
    for (const format of NOTED) expect(noteOf(one, format)).toBe(text);
  });
});

describe('a citation of a hostile article', () => {
  it('is still one RIS record with its own tags only', () => {
    const lines = cite(HOSTILE, 'ris').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      'TY  - ',
      'ID  - ',
      'TI  - ',
      'AU  - ',
      'AU  - ',
      'T2  - ',
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

it('quotes of a found passage what was shown, however far behind its beginning that stands', () => {
  const sentence = 'Nobody in the class had seen a printing press before';
  const before = 'The reading room collects sentences about the weather and keeps them in boxes. '.repeat(6);
  const long = article('a7', `${before}${sentence}, the teacher wrote.`);
  const [found] = searchArchive(archiveOf([long]), 'printing press', 1).passages;
  expect(found?.snippet).toContain(sentence);
  expect(cite(long, 'plain', found?.shown)).toContain(sentence);
  expect(cite(long, 'plain')).not.toContain(sentence);
});

it.each(['bibtex', 'ris'] as const)(
  'is read again as %s without a headline that nobody printed',
  async (format) => {
    const file = format === 'ris' ? 'a.ris' : 'a.bib';
    const read = await captureOne(file, cite({ ...BARE, headline: null }, format));
    expect(read).toMatchObject({
      headline: null,
      articleBody: expect.stringContaining('Rain fell on the bridge.'),
    });
  },
);
