/**
 * The encoding of text that is not UTF-8: what it declares of itself, or what its letters betray.
 *
 * A byte above 127 is a different letter in each code page, so the naive version, one fixed guess, gives readable text
 * with wrong names in it. Here the text is read in each candidate, and the candidate wins in which it has the letters
 * that its languages use most, in words of one script and one case; without a clear winner there is none. A sample of
 * 32 KiB in some fifteen encodings, about 10 ms, and only for text that is not UTF-8.
 */

const SAMPLE = 32_768;
/** How far in a page's declaration may stand; the standard looks no further than 1,024. */
const HEAD = 4_096;

interface Candidate {
  readonly label: string;
  /** Letters that make up most of a text of its languages, beyond ASCII, most of them in lower case. */
  readonly common: string;
  readonly script: RegExp;
  /** What share of a text's letters beyond ASCII those are; 1 where left out. */
  readonly usual?: number;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const CANDIDATES: readonly Candidate[] = [
  { label: 'windows-1251', common: 'оеаинтсрвлкмдпуяыіїє', script: CYRILLIC },
  { label: 'koi8-u', common: 'оеаинтсрвлкмдпуяыіїє', script: CYRILLIC },
  { label: 'ibm866', common: 'оеаинтсрвлкмдпуяы', script: CYRILLIC },
  { label: 'iso-8859-5', common: 'оеаинтсрвлкмдпуяы', script: CYRILLIC },
  { label: 'windows-1256', common: 'اليمونترةبدعفسهكحقجپچگ', script: /\p{Script=Arabic}/u },
  { label: 'iso-8859-6', common: 'اليمونترةبدعفسهكحقج', script: /\p{Script=Arabic}/u },
  { label: 'windows-1255', common: 'יוהלאמרתבשנםדחקעפ', script: /\p{Script=Hebrew}/u },
  { label: 'windows-1253', common: 'αοιετσνηυρπκλμωάίόέςή', script: /\p{Script=Greek}/u },
  { label: 'windows-1254', common: 'ışğüçöİâ', script: LATIN },
  { label: 'windows-1252', common: 'éèàçêîôâùûüäößñáíóúãõåøæëï', script: LATIN },
  { label: 'windows-1250', common: 'áéíěščřžýůúőűöüąęłńóśźżćđăşţ', script: LATIN },
  { label: 'shift_jis', common: 'のにはをたがでてとしれさあいるなもかっ', script: JAPANESE, usual: 0.4 },
  { label: 'euc-jp', common: 'のにはをたがでてとしれさあいるなもかっ', script: JAPANESE, usual: 0.4 },
  {
    label: 'euc-kr',
    common: '이다의는에을가를은한고로하지도서기사',
    script: /[\p{Script=Hangul}\p{Script=Han}]/u,
    usual: 0.32,
  },
  {
    label: 'gb18030',
    common: '的一是不了在人有我他这中大来上国个到们',
    script: /\p{Script=Han}/u,
    usual: 0.15,
  },
  { label: 'big5', common: '的一是不了在人有我他這中大來上國個到們', script: /\p{Script=Han}/u, usual: 0.15 },
];
/** Letters whose frequency can be judged. */
const FEWEST_LETTERS = 8;
/** Of the usual share of common letters: .7 and more in the right code page, under .5 in a wrong one. */
const FEWEST_COMMON = 0.5;
/** Real text scores .5 and more; bytes that are no text at all stay under .2. */
const LOWEST_SCORE = 0.35;
/** How much better than the next the best must be, where the two read the text differently. */
const LEAD = 1.15;

/** A label that TextDecoder knows; null where nothing is declared and the letters do not tell. Not asked for UTF-8 text. */
export function detectEncoding(bytes: Uint8Array<ArrayBuffer>): string | null {
  return declaredEncoding(bytes) ?? readEncoding(bytes.subarray(0, SAMPLE));
}

/** From an XML declaration or a `<meta>`; null where there is none, or none that can be true. */
export function declaredEncoding(bytes: Uint8Array<ArrayBuffer>): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  const label =
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})["']/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1];
  // Only bytes that are no UTF-8 are asked about, and UTF-16 could not have been read so far.
  if (label === undefined || /^(?:utf-?8|utf-?16|unicode|ucs|us-ascii|ascii)/i.test(label)) return null;
  return decodeOrNull(label, new Uint8Array(0)) === null ? null : label;
}

function readEncoding(sample: Uint8Array<ArrayBuffer>): string | null {
  const ranked = CANDIDATES.map((candidate) => ({
    label: candidate.label,
    score: scoreOf(candidate, sample),
  }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (best === undefined) return null;
  const text = decodeOrNull(best.label, sample);
  const rival = ranked.find(({ label }) => decodeOrNull(label, sample) !== text);
  return rival === undefined || best.score >= LEAD * rival.score ? best.label : null;
}

/** 0 where the text cannot be in this encoding. */
function scoreOf({ label, common, script, usual = 1 }: Candidate, sample: Uint8Array<ArrayBuffer>): number {
  const text = decodeOrNull(label, sample);
  if (text === null || /[\u0080-\u009f]/.test(text)) return 0;
  const letters = (text.match(/\p{L}/gu) ?? []).filter((letter) => letter > '\u007f');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (letters.length < FEWEST_LETTERS || broken > letters.length * 0.01) return 0;
  const own = letters.filter((letter) => script.test(letter)).length / letters.length;
  const frequent = letters.filter((letter) => common.includes(letter.toLowerCase())).length / letters.length;
  const share = Math.min(1, frequent / usual);
  if (share < FEWEST_COMMON) return 0;
  const score = share ** 2 * own * wordiness(text, script === LATIN);
  return score < LOWEST_SCORE ? 0 : score;
}

/** Share of words that a writer could have written: no capital after a small letter, no two scripts, no word of accents alone. */
function wordiness(text: string, isLatin: boolean): number {
  const words = (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).filter((word) => /\P{ASCII}/u.test(word));
  if (words.length === 0) return 0;
  const isOdd = (word: string): boolean => {
    if (/\p{Ll}\p{Lu}/u.test(word)) return true;
    if (isLatin) return (word.match(/[a-z]/gi)?.length ?? 0) < word.length / 2;
    return /\p{Script=Latin}/u.test(word);
  };
  return 1 - words.filter(isOdd).length / words.length;
}

/** Null where no runtime table has the label, or the bytes cannot be in it. */
export function decodeOrNull(label: string, bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}
