/** The trie against the naive search: each form tried at each word, the longest kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/entities/find-names.ts';
import {
  buildGazetteer,
  candidatesOf,
  type Gazetteer,
  openGazetteer,
} from '../../../src/entities/gazetteer.ts';
import { FORM_KINDS, type SurfaceForm } from '../../../src/entities/surface-forms.ts';
import { cliticCuts } from '../../../src/text/clitics.ts';
import { foldToken, tokenise, words } from '../../../src/text/tokenise.ts';

interface Found {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** One blank, hyphen or stop may stand between the words of a name, and one line break. */
function joins(gap: string): boolean {
  const bare = gap.replace(/\p{M}|\u200d|['’]/gu, '');
  return /^[ \u00a0\t\r\n\-–./&·]*$/.test(bare) && bare.split('\n').length <= 2;
}

function isInsideRun(text: string, { start, end }: Found): boolean {
  const katakana = /[ァ-ヺー]/;
  if (katakana.test(text[start] ?? '') && katakana.test(text[start - 1] ?? '')) return true;
  if (katakana.test(text[end - 1] ?? '') && katakana.test(text[end] ?? '')) return true;
  return (
    /[가-힣]/.test(text[start] ?? '') &&
    /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') &&
    isHangul(text[start - 1])
  );
}
const isHangul = (letter = '') => /[가-힣]/.test(letter);

function findNaively(forms: readonly string[], text: string): Found[] {
  const folded = [...new Set(forms.map((form) => words(form).join(' ')))].filter((form) => form !== '');
  const tokens = tokenise(text);
  const at = Array.from({ length: tokens.count }, (_, index) => ({
    start: tokens.start[index] as number,
    end: tokens.end[index] as number,
  }));
  const longestFrom = (index: number, first: string, start: number): (Found & { last: number }) | null => {
    let best: (Found & { last: number }) | null = null;
    for (const form of folded) {
      const parts = form.split(' ');
      const matches = parts.every((part, offset) => {
        const token = at[index + offset];
        if (!token) return false;
        if (offset === 0) return part === first;
        const gap = text.slice(at[index + offset - 1]?.end, token.start);
        return part === foldToken(text, token.start, token.end) && joins(gap);
      });
      const last = index + parts.length - 1;
      if (matches && (!best || last > best.last)) best = { form, start, end: at[last]?.end ?? 0, last };
    }
    return best;
  };
  const found: Found[] = [];
  for (let index = 0; index < at.length; index++) {
    const { start, end } = at[index] as { start: number; end: number };
    let match = longestFrom(index, foldToken(text, start, end), start);
    for (const cut of match ? [] : cliticCuts(text, start, end)) {
      match = longestFrom(index, cut.prefix + foldToken(text, cut.start, end), cut.start);
      if (match) break;
    }
    if (!match || isInsideRun(text, match)) continue;
    const { last, ...hit } = match;
    found.push(hit);
    index = last;
  }
  return found;
}

function findWithTrie(forms: readonly string[], text: string, via = (built: Gazetteer) => built): Found[] {
  const listed = formsOf(forms);
  const gazetteer = via(buildGazetteer(listed));
  return findNames(gazetteer, text).map(({ form, start, end }) => {
    const [candidate] = candidatesOf(gazetteer, form);
    return { form: words(forms[candidate?.entity ?? -1] ?? '').join(' '), start, end };
  });
}

const formsOf = (forms: readonly string[]): SurfaceForm[] =>
  forms.map((text, entity) => ({ text, entity, kind: FORM_KINDS.label }));

const WORDS = [
  'ab',
  'ba',
  'abba',
  'Ab',
  'é',
  'حماس',
  'حمّاس',
  'قدس',
  'القدس',
  'בית',
  'ירושלים',
  '中',
  '国',
  '東',
  'ガ',
  'ザ',
  'ー',
  '한',
  '국',
  'b',
];
const CLITICS = ['', '', '', 'و', 'ال', 'لل', 'وب', 'ו', 'ה', 'וב'];
const GAPS = [
  ' ',
  ' ',
  ' ',
  '',
  '-',
  '\u00a0',
  '. ',
  ', ',
  '\n',
  '\n\n',
  ' \n ',
  '’',
  '’s ',
  '…',
  '/',
  '\u200d',
  '😀',
];
const form = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '-', '')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
const gazetteers = fc.array(form, { maxLength: 8 });
const texts = fc
  .array(fc.tuple(fc.constantFrom(...CLITICS), fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), {
    maxLength: 14,
  })
  .map((parts) => parts.flat().join(''));

describe('finding names', () => {
  it('finds exactly what the naive search finds', () => {
    fc.assert(
      fc.property(gazetteers, texts, (forms, text) => {
        expect(findWithTrie(forms, text)).toEqual(findNaively(forms, text));
      }),
      { numRuns: 1500 },
    );
  });

  it('finds something in a fair share of these random texts', () => {
    const samples = fc.sample(fc.tuple(gazetteers, texts), { numRuns: 200, seed: 1 });
    const withHits = samples.filter(([forms, text]) => findWithTrie(forms, text).length > 0);
    expect(withHits.length).toBeGreaterThan(25);
  });

  it('gives hits in reading order, apart, each folding to its form but for clitics', () => {
    fc.assert(
      fc.property(gazetteers, texts, (forms, text) => {
        let last = 0;
        for (const { form: found, start, end } of findWithTrie(forms, text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          const slice = words(text.slice(start, end)).join(' ');
          expect([slice, `ال${slice}`]).toContain(found);
        }
      }),
    );
  });

  it('finds the same after a journey as bytes', () => {
    const reopen = (built: Gazetteer) => {
      const bytes = new Uint8Array(built.buffer).slice();
      return openGazetteer(bytes.buffer)!;
    };
    fc.assert(
      fc.property(gazetteers, texts, (forms, text) => {
        expect(findWithTrie(forms, text, reopen)).toEqual(findWithTrie(forms, text));
      }),
    );
  });

  it('does not care in which order the entities’ forms were given', () => {
    fc.assert(
      fc.property(gazetteers, texts, (forms, text) => {
        expect(findWithTrie([...forms].reverse(), text)).toEqual(findWithTrie(forms, text));
      }),
    );
  });

  it('gives every entity of a shared form as a candidate, each once, with its first kind', () => {
    const gazetteer = buildGazetteer([
      { text: 'Lindgren', entity: 0, kind: FORM_KINDS.short },
      { text: 'LINDGREN', entity: 0, kind: FORM_KINDS.alias },
      { text: 'lindgren', entity: 4, kind: FORM_KINDS.label },
    ]);
    const [hit, ...more] = findNames(gazetteer, 'Lindgren');
    expect(more).toEqual([]);
    expect(candidatesOf(gazetteer, hit!.form)).toEqual([
      { entity: 0, kind: FORM_KINDS.short },
      { entity: 4, kind: FORM_KINDS.label },
    ]);
  });
});

describe('a gazetteer’s bytes', () => {
  const built = buildGazetteer(formsOf(['Ada Lindgren', 'Port Marn', 'حماس']));

  it('are the same however often they are built', () => {
    const again = buildGazetteer(formsOf(['Ada Lindgren', 'Port Marn', 'حماس']));
    expect(new Uint8Array(again.buffer)).toEqual(new Uint8Array(built.buffer));
  });

  it('are refused when any number of the header differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer(), (field, value) => {
        const bytes = built.buffer.slice(0);
        const header = new Int32Array(bytes, 0, 7);
        fc.pre(header[field] !== value);
        header[field] = value;
        expect(openGazetteer(bytes)).toBeNull();
      }),
    );
  });

  it('are refused when something is missing or left over', () => {
    for (const length of [0, 3, 4, 27, 28, built.buffer.byteLength - 4, built.buffer.byteLength - 1])
      expect(openGazetteer(built.buffer.slice(0, length))).toBeNull();
    const longer = new Uint8Array(built.buffer.byteLength + 4);
    longer.set(new Uint8Array(built.buffer));
    expect(openGazetteer(longer.buffer)).toBeNull();
  });

  it('open and find nothing when there are no forms', () => {
    const empty = openGazetteer(buildGazetteer([]).buffer)!;
    expect(findNames(empty, 'Ada Lindgren of Port Marn')).toEqual([]);
  });
});

describe('names under clitics', () => {
  it.each([
    ['حماس', 'قالت وحماس هنا', 'حماس'],
    ['القدس', 'ذهب للقدس', 'قدس'],
    ['القدس', 'ذهب إلى والقدس', 'القدس'],
    ['غزة', 'في بغزة', 'غزة'],
    ['بيروت', 'إلى لبيروت', 'بيروت'],
    ['قدس', 'في القدس', 'قدس'],
    ['ירושלים', 'הלך לירושלים', 'ירושלים'],
    ['ירושלים', 'ובירושלים', 'ירושלים'],
    ['נמל מארן', 'הנמל מארן', 'נמל מארן'],
  ])('finds %s in “%s” with exact offsets', (name, text, exact) => {
    const [hit, ...more] = findWithTrie([name], text);
    expect(more).toEqual([]);
    expect(text.slice(hit?.start, hit?.end)).toBe(exact);
  });

  it('prefers the word as it stands to a name under a clitic', () => {
    expect(findWithTrie(['ولید', 'لید'], 'وليد')).toMatchObject([{ start: 0, end: 4 }]);
  });
});
