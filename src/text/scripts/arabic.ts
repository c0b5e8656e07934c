/**
 * Arabic script (Arabic, Persian, Urdu, Pashto, Kurdish) as sound symbols, one a letter.
 *
 * The naive version turns each letter into a Latin letter and guesses the short vowels that are not written. Here the
 * three letters that may be vowel or consonant keep symbols of their own (A, W, Y), and the cost table of
 * romanise-costs.ts says what each may stand for. O(length).
 */
export const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ...{ ا: 'A', أ: 'A', إ: 'A', آ: 'A', ٱ: 'A', ى: 'Y', ي: 'Y', ی: 'Y', ې: 'Y', ۍ: 'Y', ے: 'Y', ئ: 'Y' },
  ...{
    و: 'W',
    ؤ: 'W',
    ۆ: 'W',
    ۇ: 'W',
    ۋ: 'W',
    ە: 'e',
    ء: "'",
    ع: "'",
    ة: 'F',
    ه: 'h',
    ھ: 'h',
    ہ: 'h',
    ۀ: 'h',
  },
  ...{
    ب: 'b',
    پ: 'p',
    ت: 't',
    ٹ: 't',
    ث: 'T',
    ج: 'j',
    چ: 'C',
    ح: 'H',
    خ: 'x',
    د: 'd',
    ڈ: 'd',
    ذ: 'D',
    ر: 'r',
  },
  ...{
    ڑ: 'r',
    ړ: 'r',
    ز: 'z',
    ژ: 'J',
    س: 's',
    ش: 'S',
    ښ: 'S',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'D',
    غ: 'G',
    ف: 'f',
  },
  ...{ ڤ: 'v', ق: 'q', ك: 'k', ک: 'k', ګ: 'g', گ: 'g', ل: 'l', ڵ: 'l', م: 'm', ن: 'n', ں: 'n', ڼ: 'n' },
};
