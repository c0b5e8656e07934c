import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnspaced } from '../../../src/text/fold.ts';
import { analyseText, STEM_MARK, stemsOf } from '../../../src/text/stem-terms.ts';
import { fold, foldToken, type Tokens, tokenise, words } from '../../../src/text/tokenise.ts';

/** Everything a page can hold: letters of many scripts, marks, halves of pairs, controls, blanks. */
const CHARACTERS =
  'abzABZéÅøßﬁ½ĳŉ09٣۴ \n\t.-_’\'"“”«»—…' +
  'بوالحماسقدضّةىیکـּًשלוםךףץ中国カタ゛ー한국กรุงё' +
  '\u0000\u00ad\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\u0301😀𝐀𠀀🄐㍿ﷺﲐ';
const units = [...CHARACTERS, '\ud800', '\udc00', 'ᄒ', 'ᅡ', 'ᆫ'];
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...units), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes)),
);

interface Token {
  readonly start: number;
  readonly end: number;
  readonly hash: string;
  readonly folded: string;
}

function listTokens(text: string, into?: Tokens): Token[] {
  const tokens = tokenise(text, into);
  return Array.from({ length: tokens.count }, (_, index) => {
    const start = tokens.start[index] as number;
    const end = tokens.end[index] as number;
    const hash = `${tokens.hash1[index]} ${tokens.hash2[index]}`;
    return { start, end, hash, folded: foldToken(text, start, end) };
  });
}

describe('folding and tokenising', () => {
  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(fold(text))).toEqual(words(text));
      }),
    );
  });

  it('changes nothing when done twice, for every single code unit', () => {
    const changed: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const once = fold(String.fromCharCode(unit));
      if (fold(once) !== once) changed.push(unit.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('changes nothing when done twice, for characters beyond the basic plane', () => {
    const changed: string[] = [];
    for (let point = 0x10000; point < 0x20000; point++) {
      const once = fold(String.fromCodePoint(point));
      if (fold(once) !== once) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('gives the words that its tokens are, in print of Latin letters', () => {
    const print = [...' \t\n\r!#&()*+,-./:;<=>?@[]^_{|}~\xa0£«·»–—“”•…€', ..."'`‘’'’sSsaZ9é"];
    const text = fc.string({ unit: fc.constantFrom(...print), maxLength: 12 });
    const tokensOf = (one: string) => listTokens(one).map(({ folded }) => folded);
    fc.assert(
      fc.property(text, (one) => {
        expect(words(one)).toEqual(tokensOf(one));
      }),
      { numRuns: 3_000 },
    );
    for (const sign of print)
      for (const one of [`a${sign}s b`, `${sign}s`, `a’s${sign}`]) expect(words(one)).toEqual(tokensOf(one));
  });

  it('gives the words that its tokens are, quick stretches or not', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, more) => {
        const whole = [text, 'a plain stretch', ...more].join(' ');
        expect(words(whole)).toEqual(listTokens(whole).map(({ folded }) => folded));
      }),
    );
  });

  it('pairs words for ranking where characters without spaces touch, and nowhere else', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const text = `${before} bridges ${after}`;
        const tokens = listTokens(text);
        const paired = tokens.map(({ folded, end }, at) => {
          const next = tokens[at + 1];
          if (!isUnspaced(folded.charCodeAt(0))) return stemsOf([folded], 'en')[0];
          const touches = next?.start === end && isUnspaced(next.folded.charCodeAt(0));
          return touches ? STEM_MARK + folded + next.folded : folded;
        });
        expect(analyseText(text, 'en')).toEqual({ words: words(text), stems: paired });
      }),
    );
  });

  it('gives tokens that are ordered, apart, not empty and inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of listTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('gives offsets whose slice, read alone, is that very token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, hash, folded } of listTokens(text)) {
          expect(folded).not.toBe('');
          expect(listTokens(text.slice(start, end))).toEqual([{ start: 0, end: end - start, hash, folded }]);
        }
      }),
    );
  });

  it('never begins or ends a token inside a surrogate pair', () => {
    const isInsidePair = (text: string, at: number) =>
      /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
    fc.assert(
      fc.property(anyText, (text) => {
        const cuts = listTokens(text).flatMap(({ start, end }) => [start, end]);
        expect(cuts.filter((at) => isInsidePair(text, at))).toEqual([]);
      }),
    );
  });

  it('gives equal hashes exactly to words that fold alike', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aAáàbBßsشسيىیه ةك', 'ss', 'ك', 'ک'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(word, word, (left, right) => {
        for (const a of listTokens(left)) {
          for (const b of listTokens(right)) expect(a.hash === b.hash).toBe(a.folded === b.folded);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the words of a dictionary’s worth of short strings different hashes', () => {
    const seen = new Map<string, string>();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (const a of letters) {
      for (const b of letters) {
        for (const c of letters) {
          const [token] = listTokens(a + b + c);
          seen.set(token?.hash ?? '', a + b + c);
        }
      }
    }
    expect(seen.size).toBe(26 ** 3);
  });

  it('gives the same tokens whatever the reused buffer held before', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const reused = tokenise(`${before} and more words than the text has`);
        expect(listTokens(text, reused)).toEqual(listTokens(text));
      }),
    );
  });

  it('reads on after a lone surrogate, a null byte and a bidi control', () => {
    expect(words('bridge\ud800harbour')).toEqual(['bridge', 'harbour']);
    expect(words('\udc00bridge \u0000 harbour\u0000library')).toEqual(['bridge', 'harbour', 'library']);
    expect(words('\u202ebridge\u202c \u2066har\u2069bour')).toEqual(['bridge', 'harbour']);
  });

  it('reads one megabyte of one word as one word, and one of marks as none', () => {
    const [token, ...more] = listTokens('a'.repeat(1_000_000));
    expect([token?.start, token?.end, more]).toEqual([0, 1_000_000, []]);
    expect(listTokens('\u0301'.repeat(1_000_000))).toEqual([]);
  });
});

describe('what counts as the same word', () => {
  it.each([
    ['case', 'Lindgren', 'LINDGREN'],
    ['diacritics', 'Åse Bjørnson', 'Ase Bjornson'],
    ['composed and decomposed letters', 'Jose\u0301', 'Jos\u00e9'],
    ['composed and decomposed Korean', '\ud55c\uad6d', '\ud55c\uad6d'.normalize('NFD')],
    ['straight and curly apostrophes', "O'Brien", 'O’Brien'],
    ['hyphens and blanks', 'Al-Arouri', 'al Arouri'],
    ['the many hyphens', 'Port‑Marn', 'Port–Marn'],
    ['soft hyphens', 'Lind\u00adgren', 'Lindgren'],
    ['zero-width blanks', 'Lind\u200bgren', 'Lindgren'],
    ['Arabic vowel marks', 'الضَّفّة', 'الضفة'],
    ['tatweel', 'حمـــاس', 'حماس'],
    ['hamza on its seat', 'أحمد إلى', 'احمد الى'],
    ['final ta marbuta and ha', 'غزة', 'غزه'],
    ['Persian letters', 'ایران کی', 'ايران كي'],
    ['Arabic-Indic digits', '٢٠٢٣', '2023'],
    ['Persian digits', '۲۰۲۳', '2023'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Hebrew final letters', 'שלום', 'שלומ'],
    ['ligatures', 'ﬁre ŒUVRE', 'fire oeuvre'],
    ['Arabic presentation forms', 'ﻻ ﻯ ﲐ', 'لا ي ى'],
    ['sharp s', 'STRASSE', 'straße'],
    ['full-width letters', 'ＡＢＣ１', 'abc1'],
    ['Greek final sigma', 'ΟΔΟΣ', 'οδος'],
    ['Cyrillic yo', 'Ёлка', 'елка'],
  ])('folds %s alike', (_kind, left, right) => {
    expect(fold(left)).toBe(fold(right));
    expect(fold(left)).not.toBe('');
  });

  it('leaves an English possessive out of the word and of its offsets', () => {
    const text = "Lindgren’s, LINDGREN'S and Jonas’ boats";
    expect(words(text)).toEqual(['lindgren', 'lindgren', 'and', 'jonas', 'boats']);
    const slices = listTokens(text).map(({ start, end }) => text.slice(start, end));
    expect(slices).toEqual(['Lindgren', 'LINDGREN', 'and', 'Jonas', 'boats']);
  });

  it('keeps an s behind an apostrophe when the word goes on', () => {
    expect(words('O’Sullivan d’souza ma’sum')).toEqual(['osullivan', 'dsouza', 'masum']);
  });

  it('takes runs of scripts without spaces apart, one word a character', () => {
    expect(words('中国a東京')).toHaveLength(5);
    expect(words('กรุง')).toEqual(['ก', 'ร', 'ง']);
  });
});
