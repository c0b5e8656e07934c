/**
 * Hebrew letters as sound symbols, one a letter; final forms are their plain letters.
 *
 * The naive version picks one reading for ב (b/v), פ (p/f), כ (k/kh), ש (sh/s) and ו (v/o/u). Here each of them keeps a
 * symbol of its own, and the cost table of romanise-costs.ts says what it may stand for. A geresh changes the letter
 * before it: ג׳ j, צ׳ ch, ז׳ zh. O(length).
 */
export const HEBREW_SOUNDS: Readonly<Record<string, string>> = {
  ...{
    א: 'A',
    ב: 'B',
    ג: 'g',
    ד: 'd',
    ה: 'F',
    ו: 'W',
    ז: 'z',
    ח: 'H',
    ט: 't',
    י: 'Y',
    כ: 'K',
    ך: 'K',
    ל: 'l',
  },
  ...{
    מ: 'm',
    ם: 'm',
    נ: 'n',
    ן: 'n',
    ס: 's',
    ע: "'",
    פ: 'P',
    ף: 'P',
    צ: 'c',
    ץ: 'c',
    ק: 'q',
    ר: 'r',
    ש: 'S',
  },
  ת: 't',
};

/** What a geresh makes of the letter before it. */
export const HEBREW_GERESH: Readonly<Record<string, string>> = {
  ג: 'j',
  צ: 'C',
  ץ: 'C',
  ז: 'J',
  ת: 'T',
  ד: 'D',
};
