/**
 * The encoding of text that is not UTF-8: what it declares of itself, or what its letters betray.
 *
 * A byte above 127 is a different letter in each code page, so the naive version, one fixed guess, gives readable text
 * with wrong names in it. Here the text is read in each candidate, and the candidate wins in which it has the letters
 * that its languages use most, in words of one script and one case; in Latin script the commonest words tell the language,
 * and its alphabet the code page. Without a clear winner there is none. A sample of 32 KiB in some twenty encodings,
 * about 20 ms, and only for text that is not UTF-8.
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
interface LatinCandidate {
  readonly labels: readonly string[];
  /** All its letters beyond ASCII, in lower case. */
  readonly letters: string;
  /** Its commonest words, nearly all of them ASCII: they tell the language whatever the code page. */
  readonly words: ReadonlySet<string>;
}

const latin = (labels: string, letters: string, words: string): LatinCandidate => ({
  labels: labels.split(' '),
  letters,
  words: new Set(words.split(' ')),
});

const WESTERN = 'windows-1252';
const CENTRAL = 'windows-1250 iso-8859-2';
const BALTIC = 'windows-1257';
/** Latin code pages differ in a few letters only, so the candidate there is a language. */
const LATIN: readonly LatinCandidate[] = [
  latin(
    WESTERN,
    'äöüß',
    'der die und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an aus hat dass nach wird bei einer um am sind noch wie des das sie er war wurde',
  ),
  latin(
    WESTERN,
    'áéíóúñü',
    'el la los las de y en que un una por con para se del al es lo no su sus como más pero fue ha este esta sobre entre son era desde hasta',
  ),
  latin(
    WESTERN,
    'éèàçêîôâùûëïœÿæ',
    'le la les de des du et un une en dans que qui est pour sur par au aux avec pas ne ce cette il elle plus été se son sa ses mais ont a deux',
  ),
  latin(
    WESTERN,
    'ãáâàçéêíóôõúü',
    'o a os as de e do da dos das em que um uma por com para se no na nos nas ao mais não foi como mas sua seu pelo pela à é são',
  ),
  latin(
    WESTERN,
    'àèéìòùî',
    'il lo la i gli le di e che un una per con in del della dei delle al alla nel nella è da non si sono ha più come anche dal dalla su',
  ),
  latin(
    WESTERN,
    'åäöé',
    'och att det som en på är av för med den till i om har de inte ett var från vid ska kan men efter hade',
  ),
  latin(
    WESTERN,
    'æøåé',
    'og at det som en på er av af for med den til i om har de ikke et var fra ved skal kan men efter etter blev ble',
  ),
  latin(
    WESTERN,
    'éëïöüèáó',
    'de het een van en in is dat op te met voor zijn niet aan er om door als ook naar bij uit maar over heeft was werd hij ze',
  ),
  latin(
    WESTERN,
    'äöå',
    'ja on ei se että oli hän joka myös kun mutta ovat sen mukaan jo niin kuin vain sekä tai jos ole ollut jälkeen',
  ),
  latin(WESTERN, 'áéíóúýþæöð', 'og að í á er um sem til við var með fyrir en hann ekki það því af frá'),
  latin(
    WESTERN,
    'àèéíïòóúüç·',
    'el la els les de i en que un una per amb és del dels al no es va ha més com seu seva',
  ),
  latin(
    CENTRAL,
    'ąćęłńóśźż',
    'i w na z do że nie się o po od jest to za dla przez są ze a jak ich przy był było oraz już tym ma',
  ),
  latin(
    CENTRAL,
    'áčďéěíňóřšťúůýž',
    'a v na se je s z že do o k po pro za ve od by to i ale jako které který bylo byl jeho podle také',
  ),
  latin(
    CENTRAL,
    'áäčďéíĺľňóôŕšťúýž',
    'a v na sa je s z že do o k po pre za vo od by to aj ale ako ktoré ktorý bolo bol jeho podľa',
  ),
  latin(
    CENTRAL,
    'áéíóöőúüű',
    'a az és hogy nem is egy van volt de ha meg csak már mint el még után szerint azt ki be ezt két lesz',
  ),
  latin(
    CENTRAL,
    'čćđšž',
    'i u je na se da su za od s o do iz nije ali koji kako po će što bi ili nakon bio kao koja ne',
  ),
  latin(CENTRAL, 'čšž', 'in je v na se da so za z o do iz pa ni ali ki kot po bo bi tudi po pri s'),
  latin(
    CENTRAL,
    'ăâîşţ',
    'de la în a şi pe din cu că un o nu este pentru care s-a au fost mai sau se după prin între dar al ale',
  ),
  latin(CENTRAL, 'çë', 'e të në dhe për me nga një që si është do ka më se i'),
  latin(
    'windows-1254',
    'çğıöşüâîû',
    've bir bu da de için ile olarak daha çok gibi olan sonra kadar en o ne var ise ama yeni iki',
  ),
  latin(BALTIC, 'ąčęėįšųūž', 'ir į kad iš su yra tai buvo bet o ar kaip po per už jau apie nuo dėl prie'),
  latin(BALTIC, 'āčēģīķļņšūž', 'un ir ar no uz par ka bija kas bet tas pēc arī kā lai pie jau vai gada'),
  latin(
    `${BALTIC} ${WESTERN}`,
    'äöüõšž',
    'ja on ei et see oli ka ning mis kui aga või oma ta pärast seda selle nii välja',
  ),
];
/** Share of a running text's words that those lists hold: .2 and more; fewer in another language. */
const USUAL_WORDS = 0.2;
/** Enough to know a language when the accents are few. */
const FEWEST_WORDS = 6;
/** Names bring a letter of another language now and then. */
const FOREIGN_SHARE = 0.04;

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
function declaredEncoding(bytes: Uint8Array<ArrayBuffer>): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  const label =
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})["']/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1];
  // Only bytes that are no UTF-8 are asked about, and UTF-16 could not have been read so far.
  if (label === undefined || /^(?:utf-?8|utf-?16|unicode|ucs|us-ascii|ascii)/i.test(label)) return null;
  return decodeOrNull(label, new Uint8Array(0)) === null ? null : label;
}

function readEncoding(sample: Uint8Array<ArrayBuffer>): string | null {
  const others = CANDIDATES.map((candidate) => ({
    label: candidate.label,
    score: scoreOf(candidate, sample),
  }));
  const ranked = [...others, ...latinScores(sample)]
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
  const own = letters.filter((letter) => script.test(letter)).length / signsOf(text);
  const frequent = letters.filter((letter) => common.includes(letter.toLowerCase())).length / letters.length;
  const share = Math.min(1, frequent / usual);
  if (share < FEWEST_COMMON) return 0;
  const score = share ** 2 * own * wordiness(text, false);
  return score < LOWEST_SCORE ? 0 : score;
}

/** Everything beyond ASCII but quotation marks, dashes and accents: where letters should be, a wrong code page has "±" and "▒". */
function signsOf(text: string): number {
  return text.match(/[^\p{ASCII}\p{P}\p{M}\s]/gu)?.length ?? 1;
}

/** One score for each language and code page that the text may be in. */
function latinScores(sample: Uint8Array<ArrayBuffer>): { label: string; score: number }[] {
  const labels = new Set(LATIN.flatMap((language) => language.labels));
  return [...labels].flatMap((label) => {
    const written = decodeOrNull(label, sample) ?? '';
    const text = written.toLowerCase();
    const letters = (text.match(/\p{L}/gu) ?? []).filter((letter) => letter > '\u007f');
    const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
    if (letters.length === 0 || /[\u0080-\u009f\ufffd]/.test(text)) return [];
    const wellFormed = wordiness(written, true);
    return LATIN.filter((language) => language.labels.includes(label)).map((language) => {
      const own = letters.filter((letter) => language.letters.includes(letter)).length / signsOf(text);
      const common = words.filter((word) => language.words.has(word)).length;
      const isKnown = common >= FEWEST_WORDS || (common > 0 && letters.length >= FEWEST_LETTERS);
      const score = own * wellFormed * Math.min(1, common / (words.length * USUAL_WORDS));
      return { label, score: isKnown && own >= 1 - FOREIGN_SHARE && score >= LOWEST_SCORE ? score : 0 };
    });
  });
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
