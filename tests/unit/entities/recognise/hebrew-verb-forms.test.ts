import { describe, expect, it } from 'vitest';
import { hebrewVerbForms } from '../../../../src/platform/node/train/names-hebrew-roots.ts';

const FINALS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
const plain = (word: string) => word.replace(/[ךםןףץ]/g, (letter) => FINALS[letter] as string);
const forms = new Set(hebrewVerbForms().map(plain));

describe('forms of Hebrew verbs that are no names', () => {
  it.each([
    ['past and participles', 'כתבו כותבת נכתב התכתבו תרגמה תירגמו הצליחו הופעל מוחלט קנתה קנו הקימה הוקמה'],
    ['future and infinitives', 'ילמד תשמור לבדוק לדבר להתקדם להשתמש להסתתר לבנות להקים יקום להימנע'],
    ['roots in yod', 'הוריד נולדה מוביל הודיע'],
    ['nouns of doing', 'כתיבה סיפור התקדמות הצלחה'],
  ])('hold %s', (_, words) => {
    for (const word of words.split(' ')) expect(forms.has(plain(word)), word).toBe(true);
  });

  it('hold Hebrew letters only, at least two', () => {
    expect([...forms].filter((form) => !/^[\u05d0-\u05ea]{2,}$/u.test(form))).toEqual([]);
  });
});
