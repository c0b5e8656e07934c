/**
 * The names in a byline, cut out of what newspapers print around them: "By", jobs, degrees, agencies, accounts, dates.
 *
 * The naive version splits at commas and "and": "Jane Doe, Harbour Staff Writer" then has two authors, and "José Ortega y
 * Gasset" too. Here what cannot be a name goes first, and a sign parts names only where names stand on both sides.
 * Words for "by" and for jobs are a list, by language. O(length).
 */
import { flatten } from './dom.ts';
import { foldName, monthNames } from './month-names.ts';
import { SAYS_MODIFIED, SAYS_PUBLISHED } from './published-words.ts';

/** Longer texts are about the author. */
const LONGEST = 400;
const MOST_WORDS = 8;

/** Words before a name, with or without a colon. */
const LEADING = new RegExp(
  String.raw`^(?:(?:(?:story|text|report|words?|posted|written|published|reported|reporting|article|compiled|interview|analysis|opinion|review) )?by|${[
    'by line|byline|authors?|reporter|journalist|writer',
    'geschrieben von|ein (?:bericht|kommentar|gastbeitrag|interview|beitrag) von|beitrag von|verfasst von',
    'text|(?:écrit|publié|rédigé|propos recueillis) par|auteure?|texte',
    '(?:escrito|publicado|redactado) por|autora?|autores|texto|redactora?',
    '(?:scritto|pubblicato|articolo) da|a cura di|autrice|autore|testo',
    'geschreven door|tekst|auteur',
    '(?:skriven|skrevet|skrivet) a[vf]|skribent|forfatter|toimittaja|teksti|kirjoittanut',
    'autor(?:ka|em|zy)?|opracowa[łl]a?|napisa[łl]a?|przygotowa[łl]a?|napsala?|szerző|írta|scris de|piše|piše:|tekst|szöveg',
    'автор|авторы|автори|текст|написала?|підготува(?:в|ла)|журналіст(?:ка)?|корреспондент|кореспондент|снимки и текст',
    'συντάκτης|συντάκτρια|γράφει (?:ο|η)|γράφουν οι|κείμενο|ρεπορτάζ',
    'yazan|yazar|haber|muhabir|oleh|penulis|pewarta|ditulis oleh|tác giả|bài viết|ni|na|mwandishi',
    'بقلم|كتب|كتبت|كتبه|كتبها|إعداد|اعداد|الكاتب|الكاتبة|تحرير|تقرير|نویسنده|نوشته|گزارش|تحریر|رپورٹ|از',
    'מאת|כתב|כתבה|כתבנו',
    'लेखक|लेखिका|द्वारा|रिपोर्ट|लेखन|লেখক|প্রতিবেদক|লিখেছেন|โดย|ผู้เขียน',
    '文|撰文|撰稿|作者|记者|記者|本报记者|本報記者|實習記者|筆者|著者|執筆|글|기자|작성자',
  ].join('|')})(?:\s*[:：/／]\s*|\s+)`,
  'iu',
);
/** In writing without spaces the word stands at the name. */
const LEADING_HAN =
  /^(?:本[报報][记記]者|實習記者|[记記]者|撰文|撰稿|作者|文|글|取材・文|文・)\s*[:：/／・]?\s*(?=[\p{Script=Han}\p{Script=Hangul}]{2,4}(?:$|[\s、，,／/|]))/u;
/** Words for "by" that are also parts of names: only before a full name. */
const LEADING_PREPOSITION =
  /^(?:Von|VON|Par|PAR|Por|POR|Door|DOOR|Di|DI|De|DE|Da|DA|Av|AV|Af|AF|por|par|door|di|av|af|von|Του|Της|Των|ΤΟΥ|ΤΗΣ)\s+(?=\p{Lu}\S*\s+\p{L})/u;
const ROLE =
  '(?:correspondents?|reporters?|editors?|writers?|columnists?|contributors?|journalists?|producers?|redakteur(?:in)?|redaktör|redactora?|korrespondent(?:in)?|corresponsal|correspondant[e]?|corrispondente|journaliste|giornalista|periodista|jornalista|bureau chief|analyst|intern|fellow|professor|staff|корреспондент|журналист|обозреватель|кореспондент|מערכת|כתבת?|مراسلة?|محررة?|صحفية?|صحافية?|كاتبة?|muhabiri?|yazarı?|wartawan)';
const TRAILING = [
  // ", AP National Security Writer", " - Staff Writer, Harbour Gazette"
  new RegExp(String.raw`(?:\s*[|•·–—]\s*|\s+[-/]\s+|,\s*)(?:\S+\s+){0,5}${ROLE}(?![\p{L}]).*$`, 'iu'),
  // "Jane Doe News reporter", "Jane Doe Political Editor"
  new RegExp(
    String.raw`(?<=\S\s\S+)\s+(?:(?:news|sports?|political|business|science|health|crime|senior|chief|staff|special|foreign|environment|education|culture|arts|technology|local|city|deputy|associate|managing|digital|web|freelance) ){1,3}${ROLE}(?![\p{L}]).*$`,
    'iu',
  ),
  /(?:\s*[|•·–—]\s*|,\s*)(?:special to|for|of|in) .{1,60}$/iu,
  /(?<=\S\s\S+)\s+(?:(?:avec|mit|with|con|com|et|und|and)\s+)?(?:associated press|the associated press|reuters|agence france.presse|afp|bloomberg|usa today|press association|with agencies)\b.*$/iu,
  /(?<=\S\s\S+)\s+(?:in|for|aus|from) (?=\p{Lu}).*$/u,
  /[,|–—-]\s*\S+\.(?:com|org|net|info|[a-z]{2})$/iu,
  /(?<=\S\s\S+)\s+(?:profile|social links|weitere beiträge)$/iu,
  /;\s*(?:editing|edited|photographs?|photos?) by\b.*$/iu,
  /(?:,\s*(?:m\.?d|ph\.?d|m\.?sc?|b\.?sc?|m\.?a|b\.?a|rdn?|r\.?n|j\.?d|esq|mph|mba|cpa|jr|sr)\.?)+$/iu,
  /\s+(?:edited|reviewed|photographs?|photos?|pictures?|illustrat(?:ed|ions?)|translat(?:ed|ions?)|additional reporting|with reporting|foto|fotos|photographies) (?:by|von|par|de)\b.*$/iu,
  /[\s|•·,–—-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|(?:updated|published|posted|follow|view|read|email|contact|more from)\b.*)$/iu,
  /\s+(?:on|at|in|am|um|vom|le|à|el|il|alle|op|den|w dniu|в)$/iu,
  /\s*(?:[／/]\s*.{1,12}[报報][导導道].*|發表[在於].*|發佈.*|[报報][导導道]|撰稿|기자|특파원|人民記者)$/u,
  /(?<=[\p{Script=Han}]{2,4})\s*[记記]者$/u,
];

/** In order; empty where what is left is no name. */
export function namesIn(value: string): string[] {
  const text = flatten(value)
    .replace(/\([^()]{0,60}\)|\[[^[\]]{0,60}\]|（[^（）]{0,60}）/g, ' ')
    .replace(/https?:\/\/\S+|\S+@\S+\.\S{2,}|@\w+/g, ' ')
    .trim();
  if (text === '' || text.length > LONGEST) return [];
  const named = withoutLeading(text.replace(/^.{0,60}?\s(?=(?:by|von|par|por)\s+\p{Lu})/u, ''));
  const bare = trimTrailing(named.split(/\s[|•·]\s|\s\d|\d{2}/)[0] ?? '');
  return bare
    .split(/\s*(?:;|\n|\s&\s|\s(?:and|und|et|och|og|и|та|και|ve|dan|و|ו|with|con|mit|avec)\s|、|，|،)\s*/u)
    .flatMap(splitAtLetter)
    .flatMap(splitCommas)
    .filter((name) => !NOT_FOR_TEXT.test(name))
    .map((name) => withoutLeading(trimTrailing(name)).replace(/^[\s,.:|/–—-]+|[\s,:|/–—-]+$/gu, ''))
    .map(undoubled)
    .filter(isNameLike);
}

/** Whether a line says in words that what follows is its author: "Von Jane Doe", "بقلم: …". */
export function opensWithBy(line: string): boolean {
  return LEADING.test(line) || LEADING_PREPOSITION.test(line) || LEADING_HAN.test(line);
}

function withoutLeading(text: string): string {
  return text.replace(LEADING, '').replace(LEADING_HAN, '').replace(LEADING_PREPOSITION, '');
}

function trimTrailing(text: string): string {
  let name = text.trim();
  for (let round = 0; round < 3; round++) {
    const shorter = TRAILING.reduce((rest, pattern) => rest.replace(pattern, ''), name).trim();
    if (shorter === name || shorter === '') break;
    name = shorter;
  }
  return name;
}

/** A name that a portrait's caption repeats, or whose last letter stands in an element of its own. */
function undoubled(name: string): string {
  return name.replace(/^(\S+ .+?)\s+\1(?!\p{L}).*$/u, '$1').replace(/(\p{L}{3}) ([b-df-hj-xz])$/u, '$1$2');
}

export const isFullName = (name: string): boolean => /\S\s+\S/.test(name);

/** "y", "e" and "i" part two full names, and stand inside one: "José Ortega y Gasset". */
function splitAtLetter(part: string): string[] {
  const names = part.split(/\s+(?:y|e|i|și|a|en)\s+/u);
  return names.every(isFullName) ? names : [part];
}

/** A comma parts names only where full names stand on both sides: "Staff, Agencies" is one credit, "Doe, Jane" one name. */
function splitCommas(part: string): string[] {
  const names = part.split(/\s*,\s*/).filter((name) => name !== '');
  return names.every(isFullName) ? names : [part];
}

/** Credits that are not for the text. */
const NOT_FOR_TEXT =
  /^(?:fotos?|photos?|pictures?|bild(?:er)?|video|grafik|infographics?|editing|фото|تصوير|צילום)\s*(?::|by\b|von\b|par\b|de\b)/iu;

const NO_NAME =
  /^(?:by|von|par|por|da|di|door|av|af|on \S+|today|yesterday|biography|bio|(?:senior )?contributors?|columnists?|reporters?|correspondents?|editors?|staff writer|guest|senior|quelle:.*|follow \S+|©.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|share|comments?|follow|subscribe|author|null|undefined|none|n\/a|false|true|about|posted|photo|image|getty images|home|menu|log ?in|search|advertis.*|人氣|留言)$/i;

function isNameLike(name: string): boolean {
  if (name.length < 2 || name.length > 80 || !/\p{L}[\p{L}\p{M}]/u.test(name)) return false;
  if (/[{}<>=]|\d{3}|^https?:|\.(?:txt|html?|php|com|org|net)$/i.test(name) || NO_NAME.test(name))
    return false;
  if (SAYS_MODIFIED.test(name) || SAYS_PUBLISHED.test(name) || monthNames('en').has(foldName(name)))
    return false;
  return name.split(/\s+/).length <= MOST_WORDS && !/\p{L}{5}[.!?]\s+\p{L}{3,}.*\s/u.test(name);
}
