/**
 * Sentences made from patterns, for languages whose marked sentences are few: Hebrew (741) and Arabic news (none).
 * Patterns were written for this project; slots are filled from the project's own lists and from foreign names in their
 * letters, so that the tagger learns what stands around names rather than the names.
 */
import { spellForeign } from './names-foreign.ts';
import { HEBREW_LOANS } from './names-hebrew-loans.ts';
import { HEBREW_GIVEN, HEBREW_PLACES, HEBREW_SURNAMES } from './names-hebrew-names.ts';
import { HEBREW_WORDS } from './names-hebrew-words.ts';
import { readRows } from './names-lists.ts';
import { OWN_GIVEN, OWN_PLACES, OWN_SURNAMES } from './names-own-lists.ts';
import { type MarkedText, randomFrom } from './names-sets.ts';
import { HEBREW, HEBREW_BODIES, HEBREW_CLUBS, HEBREW_OFFICES } from './names-templates-hebrew.ts';

const ARABIC_BODIES = `وزارة الصحة|وزارة التعليم|وزارة الخارجية|وزارة المالية|وزارة الزراعة|البنك المركزي|البنك الدولي|الأمم المتحدة|الاتحاد الأوروبي|
جامعة القاهرة|جامعة دمشق|جامعة الملك سعود|الجامعة العربية|جامعة الدول العربية|منظمة الصحة العالمية|صندوق النقد الدولي|مجلس الأمن|
مجلس النواب|مجلس الوزراء|البرلمان|نادي الأهلي|الأهلي|الزمالك|نادي الهلال|ريال مدريد|برشلونة|مانشستر يونايتد|ليفربول|شركة أرامكو|
شركة مصر للطيران|الخطوط الجوية القطرية|وكالة رويترز|رويترز|وكالة الأنباء القطرية|صحيفة الأهرام|صحيفة الحياة|هيئة الإذاعة البريطانية|
الهلال الأحمر|منظمة اليونسكو|اليونيسف|غوغل|مايكروسوفت|بلدية دبي|هيئة الأرصاد|الاتحاد الدولي لكرة القدم|الفيفا|أوبك|المحكمة العليا|
حزب العمال|حزب الخضر|اللجنة الأولمبية الدولية|غرفة التجارة|شركة الاتصالات|المتحف الوطني|معهد البحوث الزراعية`;

const ARABIC = `قال {PER} إن الجسر سيفتتح في الصيف .|وأضاف {PER} أن المشروع مهم .|أعلنت {ORG} أمس عن خطة جديدة .|وصل {PER} إلى {LOC} .|
التقى الرئيس {PER} برئيس الوزراء {PER} في {LOC} .|وقال وزير التعليم {PER} إن المدارس ستفتح أبوابها .|زار {PER} و{PER} مدينة {LOC} .|
فاز {ORG} على {ORG} بهدفين في {LOC} .|المدرب {PER} غير خطة اللعب .|وأكد المتحدث باسم {ORG} {PER} صحة الخبر .|
تقع {LOC} على ساحل البحر .|انتقل اللاعب {PER} من {ORG} إلى {ORG} .|ولد الكاتب {PER} في {LOC} عام 1950 .|عقدت {ORG} اجتماعا في {LOC} .|
مدير {ORG} {PER} يقدم استقالته .|سافر الوفد من {LOC} إلى {LOC} .|ارتفعت الصادرات إلى {LOC} بنسبة خمسة في المئة .|وذكرت {ORG} أن الطقس معتدل .|
رئيس بلدية {LOC} {PER} افتتح الحديقة .|بدأت في {LOC} فعاليات المهرجان .|وأوضح الدكتور {PER} من {ORG} نتائج البحث .|
أحيا المطرب {PER} حفلا في {LOC} .|المخرجة {PER} تصور فيلما ب{LOC} .|حكومة {LOC} توافق على الاتفاق .|سفير {LOC} لدى {LOC} يزور المعرض .|
وبحسب {ORG} زاد عدد الزوار .|اشترت {ORG} أسهما في شركة من {LOC} .|قالت {PER} ، وهي من سكان {LOC} ، إنها سعيدة .|عاد {PER} ل{LOC} بعد غياب .|
أكل الأطفال الفطور وذهبوا إلى المدرسة .|ارتفعت الأسعار في العام الماضي .|سيتم عرض الخطة على الجمهور في الشهر المقبل .|لم تقع إصابات لكن الأضرار كبيرة .|
أغلقت الطرق بسبب الأمطار .|شرح المعلم الدرس للطلاب .|عمل هناك عشرين سنة قبل أن يتقاعد .|معظم السكان راضون عن الخدمة .|
رواية {PER} ترجمت إلى لغات كثيرة .|انتخب {PER} رئيسا ل{ORG} .|وشارك في الاجتماع {PER} و{PER} و{PER} .`;

interface Language {
  readonly language: string;
  readonly patterns: string;
  readonly bodies: string;
  readonly clubs: string;
  readonly offices: string;
  /** Ordinary words, for noise and for bodies called after them. */
  readonly words: string;
  readonly letters: RegExp;
  readonly texts: number;
}
const LANGUAGES: readonly Language[] = [
  {
    language: 'he',
    patterns: HEBREW,
    bodies: HEBREW_BODIES,
    clubs: HEBREW_CLUBS,
    offices: HEBREW_OFFICES,
    words: HEBREW_WORDS + HEBREW_LOANS,
    letters: /^[\u05d0-\u05ea]/u,
    texts: 1500,
  },
  {
    language: 'ar',
    patterns: ARABIC,
    bodies: ARABIC_BODIES,
    clubs: '',
    offices: '',
    words: '',
    letters: /^[\u0620-\u06ff]/u,
    texts: 400,
  },
];
const SENTENCES = 8;
/** Less than marked sentences: patterns repeat themselves. */
const WEIGHT = 0.7;
/** Sentences printed as a reader sees them; the others with blanks around marks, as in marked sets. */
const TIGHT = 0.6;
/** Words of a pattern that another ordinary word takes the place of: cues must be believed, not learned by heart. */
const NOISE = 0.12;

type Fill = Readonly<Record<string, () => string>>;

const splitList = (list: string) =>
  list
    .replace(/\n/g, '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
const splitNames = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '));

/** Deterministic; never held out. `folder`: the gazetteers. */
export function makeTexts(folder: string): MarkedText[] {
  const random = randomFrom(11);
  return LANGUAGES.flatMap((language) => makeLanguage(folder, language, random));
}

function makeLanguage(folder: string, wanted: Language, random: () => number): MarkedText[] {
  const { language, patterns, letters, words, texts } = wanted;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fill = makeFill(folder, wanted, random);
  const [lines, ordinary] = [splitList(patterns), splitNames(words).filter((word) => letters.test(word))];
  const print = (line: string) => {
    const noisy = line.replace(/(?<=^| )\p{L}{3,}(?= |$)/gu, (word) =>
      ordinary.length > 0 && random() < NOISE ? pick(ordinary) : word,
    );
    return random() < TIGHT ? tighten(noisy) : noisy;
  };
  return Array.from({ length: texts }, () => {
    const sentences = Array.from({ length: SENTENCES }, () => print(pick(lines)));
    return fillPattern(`${language}_patterns`, language, sentences.join(' '), fill);
  });
}

/** Marks set as print sets them. */
const tighten = (line: string) =>
  line
    .replace(/ ([,.:;!?)،])/gu, '$1')
    .replace(/\( /g, '(')
    .replace(/(?<=^| )" ([^"]*?) "(?=[ ,.]|$)/gu, '"$1"');

function makeFill(
  folder: string,
  { language, bodies, clubs, offices, words, letters }: Language,
  random: () => number,
): Fill {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const own = (list: string) => splitNames(list).filter((name) => letters.test(name));
  const [given, surnames] = [own(OWN_GIVEN + HEBREW_GIVEN), own(OWN_SURNAMES + HEBREW_SURNAMES)];
  const [places, ordinary] = [own(OWN_PLACES + HEBREW_PLACES), own(words)];
  const spell = (name = '') => spellForeign(name, language);
  const foreign = (file: string, column: number) =>
    [...new Set(readRows(folder, file).map((row) => spell(row[column])))].filter((name) => name !== '');
  const [given2, surnames2] = [foreign('given_names.tsv', 3), foreign('surnames.tsv', 2)];
  const cities = foreign('capitals.tsv', 1).concat(
    foreign('cities.tsv.gz', 2).filter((_, at) => at % 9 === 0),
  );
  const countries = readRows(folder, 'countries.tsv').flatMap(([tongue, , name = '']) =>
    tongue === language ? [name] : [],
  );
  const FOREIGN = 0.12;
  const person = (first: readonly string[], last: readonly string[]) =>
    random() < 0.3
      ? pick(last)
      : random() < 0.1
        ? `${pick(first)} ${pick(first)} ${pick(last)}`
        : `${pick(first)} ${pick(random() < 0.8 ? last : first)}`;
  const join = (name: string) => {
    const chance = random();
    return chance < 0.6 ? name : name.replace(' ', chance < 0.8 ? '-' : ' - ');
  };
  const fromList = (list: string) => {
    const bodiesOf = splitList(list);
    return () => pick(bodiesOf).replace(/\{(\w+)\}/g, (_, slot: string) => (fill[slot] as () => string)());
  };
  const fill: Record<string, () => string> = {
    PER: () => (random() < FOREIGN ? person(given2, surnames2) : person(given, surnames)),
    LAST: () => pick(random() < FOREIGN ? surnames2 : surnames),
    LOC: () => (random() < FOREIGN ? pick(cities) : join(pick(random() < 0.3 ? countries : places))),
    NEW: () => pick(surnames2),
    NEW_ORG: () => pick(random() < 0.5 ? surnames2 : cities),
    WORD: () => pick(ordinary),
    ORG: fromList(bodies),
    CLUB: fromList(clubs),
    OFFICE: fromList(offices),
  };
  return fill;
}

const TYPE_OF_SLOT: Readonly<Record<string, string>> = {
  ...{ LAST: 'PER', CLUB: 'ORG', OFFICE: 'ORG', NEW_ORG: 'ORG' },
};

/** A clitic written onto a slot is part of the marked word, as in the marked sentences. */
function fillPattern(set: string, language: string, pattern: string, fill: Fill): MarkedText {
  const spans: { start: number; end: number; type: string }[] = [];
  let text = '';
  let from = 0;
  for (const match of pattern.matchAll(/(\p{L}*)\{(\w+)\}/gu)) {
    const [whole, clitic = '', slot = ''] = match;
    text += pattern.slice(from, match.index);
    const start = text.length;
    text += clitic + (fill[slot] as () => string)();
    spans.push({ start, end: text.length, type: TYPE_OF_SLOT[slot] ?? slot });
    from = match.index + whole.length;
  }
  return { set, language, text: text + pattern.slice(from), spans, weight: WEIGHT, isHeldOut: false };
}
