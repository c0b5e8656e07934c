/**
 * Georgian, Armenian, Ethiopic, Thai, Lao and the scripts of India and Nepal, letter by letter in Cyrillic: an alphabet that
 * has nearly all their sounds and that the odds of spelling (src/text/romanise-odds.ts) are learned for, so that
 * these scripts need rules alone and no table of costs each.
 *
 * The naive version compares such words letter by letter, and then no name in them is ever found in another script.
 * Tested on the city names of Unicode CLDR, from which nothing was learned here. O(length).
 */
/** Letters and what they sound like, alternating. */
function pairs(text: string): ReadonlyMap<string, string> {
  const parts = text.trim().split(/\s+/);
  return new Map(parts.flatMap((part) => [[part[0] as string, part.slice(1)] as const]));
}

const GEORGIAN = pairs(
  'აа ბб გг დд ეе ვв ზз თт იи კк ლл მм ნн ჲй ოо პп ჟж რр სс ტт უу ფп ქк ღғ ყк შш ჩч ცц ძдз წц ჭч ხх ჯџ ჰһ',
);
const ARMENIAN = pairs(
  `աа բб գг դд եе զз էе ըа թт ժж իи լл խх ծц կк հһ ձдз ղғ ճч մм յй նн շш ոо չч պп ջџ ռр սс վв տт րр ցц ւв փп քк օо ֆф уу
   ևев`,
);

const THAI = pairs(
  `กк ขк ฃк คк ฅк ฆк งнг จч ฉч ชч ซс ฌч ญй ฎд ฏт ฐт ฑт ฒт ณн ดд ตт ถт ทт ธт นн บб ปп ผп ฝф พп ฟф ภп มм ยй รр ฤри ลл วв
   ศс ษс สс หһ ฬл อо ฮһ ะа ัа าа ำам ิи ีи ึы ืы ุу ูу เе แе โо ใай ไай`,
);

/** The scripts of India keep one order, a block of 128 each: what stands at an offset sounds alike in all of them. */
const INDIC_CONSONANTS: Readonly<Record<number, string>> = {
  ...{ 21: 'к', 22: 'к', 23: 'г', 24: 'г', 25: 'нг', 26: 'ч', 27: 'ч', 28: 'џ', 29: 'ж', 30: 'н' },
  ...{ 31: 'т', 32: 'т', 33: 'д', 34: 'д', 35: 'н', 36: 'т', 37: 'т', 38: 'д', 39: 'д', 40: 'н' },
  ...{ 41: 'н', 42: 'п', 43: 'ф', 44: 'б', 45: 'б', 46: 'м', 47: 'й', 48: 'р', 49: 'р', 50: 'л' },
  ...{ 51: 'л', 52: 'л', 53: 'в', 54: 'ш', 55: 'ш', 56: 'с', 57: 'һ', 88: 'к', 89: 'х', 90: 'ғ' },
  ...{ 91: 'з', 92: 'р', 93: 'р', 94: 'ф', 95: 'й' },
};
const INDIC_VOWELS: Readonly<Record<number, string>> = {
  ...{ 5: 'а', 6: 'а', 7: 'и', 8: 'и', 9: 'у', 10: 'у', 11: 'ри', 13: 'е', 14: 'е', 15: 'е' },
  ...{ 16: 'ай', 17: 'о', 18: 'о', 19: 'о', 20: 'ау', 62: 'а', 63: 'и', 64: 'и', 65: 'у', 66: 'у' },
  ...{ 67: 'ри', 69: 'е', 70: 'е', 71: 'е', 72: 'ай', 73: 'о', 74: 'о', 75: 'о', 76: 'ау' },
};
const NASAL = new Set([0x01, 0x02, 0x70]);
const VIRAMA = 0x4d;
const NUKTA = 0x3c;
/** Consonants with a point below that are written in two characters. */
const WITH_NUKTA: Readonly<Record<string, string>> = {
  џ: 'з',
  ф: 'ф',
  к: 'к',
  г: 'ғ',
  д: 'р',
  б: 'в',
  й: 'й',
  с: 'ш',
};
/** Hindi, Bengali, Punjabi, Gujarati leave the vowel that a last consonant carries unspoken. */
const LAST_SILENT = new Set([0x0900, 0x0980, 0x0a00, 0x0a80]);

function indic(word: string): string {
  let [written, isOpen] = ['', false];
  const codes = [...word.normalize('NFC')].map((letter) => letter.codePointAt(0) as number);
  for (const code of codes) {
    const at = code & 0x7f;
    const consonant = INDIC_CONSONANTS[at];
    const vowel = INDIC_VOWELS[at];
    if (consonant !== undefined) {
      written += (isOpen ? 'а' : '') + consonant;
      isOpen = true;
    } else if (vowel !== undefined) {
      written += (isOpen && at < 0x3e ? 'а' : '') + vowel;
      isOpen = false;
    } else if (at === NUKTA) written = written.slice(0, -1) + (WITH_NUKTA[written.at(-1) ?? ''] ?? '');
    else if (at === VIRAMA) isOpen = false;
    else if (NASAL.has(at)) {
      written += `${isOpen ? 'а' : ''}н`;
      isOpen = false;
    }
  }
  return isOpen && !LAST_SILENT.has((codes[0] as number) & ~0x7f) ? `${written}а` : written;
}

/** Consonants of the Ethiopic rows, eight characters each, from U+1200; the seven vowels run through every row. */
const ETHIOPIC_ROWS =
  'һ л һ м с р с ш к кв к кв б в т ч х хв н н , к кв һ хв в , з ж й д д џ г гв нг т ч п ц ц ф п'.split(' ');
const ETHIOPIC_VOWELS = ['а', 'у', 'и', 'а', 'е', '', 'о', 'ва'] as const;

function ethiopic(word: string): string {
  let written = '';
  for (const letter of word) {
    const offset = (letter.codePointAt(0) as number) - 0x1200;
    const row = ETHIOPIC_ROWS[offset >> 3];
    if (row !== undefined) written += row.replace(',', '') + (ETHIOPIC_VOWELS[offset & 7] as string);
  }
  return written;
}

/** Lao letters run parallel to Thai ones; some vowels are written around their consonant. */
function thai(word: string): string {
  const letters = word
    .replace(/[\u0e80-\u0eff]/g, (lao) => String.fromCharCode(lao.charCodeAt(0) - 0x80))
    .replace(/.[\u0e34-\u0e3a]?\u0e4c/g, '')
    .replace(/เ(.)ีย/g, '$1ิา')
    .replace(/เ(.)ือ/g, '$1ืา')
    .replace(/เ(.)า/g, '$1าว')
    .replace(/ัว/g, 'ุา')
    .replace(/([เแโใไ])(.)/g, '$2$1');
  let written = '';
  for (const letter of letters) written += THAI.get(letter) ?? '';
  return written;
}

const byLetter = (table: ReadonlyMap<string, string>) => (word: string) =>
  [...word].map((letter) => table.get(letter) ?? '').join('');

/** Runs of letters of one of these scripts, and how they are read. */
const SCRIPTS: readonly (readonly [letters: RegExp, read: (word: string) => string])[] = [
  [/[\u0531-\u058f]+/g, (word) => byLetter(ARMENIAN)(word.replace(/ու/g, 'у'))],
  [/[\u0900-\u0d7f]+/g, indic],
  [/[\u0e00-\u0eff]+/g, thai],
  [/[\u10d0-\u10ff]+/g, byLetter(GEORGIAN)],
  [/[\u1200-\u135f]+/g, ethiopic],
];

/** A lower-case word that begins in one of these scripts, those letters in Cyrillic; null for any other word. */
export function inCyrillic(word: string): string | null {
  const found = SCRIPTS.find(([letters]) => word.search(letters) === 0);
  return found ? word.replace(found[0], found[1]) || null : null;
}
