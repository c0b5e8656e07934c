/**
 * Cyrillic letters (Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Kyrgyz, Mongolian) as
 * sound symbols.
 *
 * The naive version follows one standard (ISO 9, BGN) of one language. Here letters that the standards disagree about
 * keep a symbol of their own, and the cost table of romanise-costs.ts says what each may stand for. O(length).
 */
export const CYRILLIC_SOUNDS: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    ѓ: 'j',
    ғ: 'G',
    д: 'd',
    ђ: 'j',
    е: 'e',
    ё: 'O',
    є: 'e',
    ж: 'J',
  },
  ...{
    з: 'z',
    ѕ: 'z',
    и: 'i',
    й: 'y',
    і: 'i',
    ї: 'i',
    ј: 'y',
    к: 'k',
    ќ: 'C',
    қ: 'q',
    л: 'l',
    љ: 'l',
    м: 'm',
  },
  ...{
    н: 'n',
    њ: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    ћ: 'C',
    у: 'u',
    ў: 'w',
    ү: 'u',
  },
  ...{ ұ: 'u', ф: 'f', х: 'x', һ: 'h', ҳ: 'h', ц: 'c', ч: 'C', џ: 'j', ш: 'S', щ: 'Q', ъ: '', ы: 'I', ь: '' },
  ...{ э: 'e', ә: 'a', ю: 'U', я: 'R', ѝ: 'i', ѐ: 'e', "'": '' },
};
