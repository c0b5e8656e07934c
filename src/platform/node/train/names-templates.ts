/**
 * Sentences made from patterns, for languages whose marked sentences are few: Hebrew (741) and Arabic news (none).
 * Patterns were written for this project; slots are filled from the project's own lists, so that the tagger learns what
 * stands around names rather than the names.
 */
import { OWN_GIVEN, OWN_PLACES, OWN_SURNAMES } from './names-own-lists.ts';
import { type MarkedText, randomFrom } from './names-sets.ts';

const HEBREW_BODIES = `משרד האוצר|משרד החוץ|משרד החינוך|משרד הבריאות|המשרד לאיכות הסביבה|משרד הביטחון|בנק ישראל|בנק הפועלים|בנק לאומי|
הכנסת|הממשלה|המשטרה|משטרת ישראל|צה"ל|האו"ם|האיחוד האירופי|מועצת הביטחון|בית המשפט העליון|בג"ץ|ההסתדרות|הליכוד|מפלגת העבודה|
מפלגת המרכז|העבודה|מרצ|ש"ס|ועדת הכספים|ועדת החינוך של הכנסת|האוניברסיטה העברית|אוניברסיטת תל אביב|אוניברסיטת חיפה|הטכניון|
מכון ויצמן|עיריית ירושלים|עיריית חיפה|עיריית תל אביב|מכבי תל אביב|מכבי חיפה|הפועל באר שבע|הפועל ירושלים|בית"ר ירושלים|
חברת החשמל|בזק|אל על|טבע|אגד|דן|רכבת ישראל|רשות השידור|קול ישראל|הארץ|מעריב|ידיעות אחרונות|הסוכנות היהודית|קרן קיימת לישראל|
מגן דוד אדום|לשכת עורכי הדין|התאחדות התעשיינים|מיקרוסופט|אינטל|גוגל|הבורסה|המועצה האזורית גליל עליון|השירות המטאורולוגי`;

const HEBREW = `{PER} אמר אתמול כי הגשר ייפתח בקיץ .|ראש העירייה , {PER} , הודיע על תקציב חדש .|{PER} ו{PER} נפגשו ב{LOC} .|
השר {PER} ביקר ב{LOC} וב{LOC} .|לדברי {PER} , המצב השתפר .|" זה יום גדול " , אמרה {PER} .|דובר {ORG} אמר כי הנושא ייבדק .|
{ORG} הודיעה כי תפתח סניף ב{LOC} .|יושב ראש {ORG} , {PER} , התפטר מתפקידו .|החברה מ{LOC} מכרה מניות ל{ORG} .|
הפועלים שהגיעו מ{LOC} עובדים בבניין .|המשחק בין {ORG} ל{ORG} הסתיים בתיקו .|המאמן {PER} החליף שני שחקנים .|
מזג האוויר ב{LOC} יהיה נאה .|ועדה של {ORG} תדון בהצעה ביום שלישי .|{PER} , תושב {LOC} , זכה בפרס .|
נשיא {LOC} , {PER} , יגיע לביקור .|ראש ממשלת {LOC} {PER} נפגש עם {PER} .|מנכ"ל {ORG} {PER} הציג את התוכנית .|
הסופרת {PER} נולדה ב{LOC} בשנת 1950 .|חבר הכנסת {PER} ( {ORG} ) הגיש הצעה .|ח"כ {PER} טען שהחוק אינו ברור .|
היצוא ל{LOC} גדל בחמישה אחוזים .|הטיסה מ{LOC} ל{LOC} נמשכה שעתיים .|כך נמסר מ{ORG} .|במשרדי {ORG} ב{LOC} נערכה ישיבה .|
פרופ' {PER} מ{ORG} חקר את הנהר .|ד"ר {PER} פרסם מאמר בעיתון .|השופט {PER} דחה את הבקשה .|עו"ד {PER} ייצג את התושבים .|
התושבים של {LOC} מתנגדים לכביש .|אנשי {ORG} הגיעו למקום .|ב{ORG} מקווים שהמחירים יירדו .|{LOC} היא עיר גדולה .|
הרכבת בין {LOC} ל{LOC} תעצור ב{LOC} .|לפי {ORG} , מספר המבקרים עלה .|הזמר {PER} הופיע ב{LOC} .|השחקנית {PER} תשתתף בהצגה .|
הבמאי {PER} סיים לצלם סרט ב{LOC} .|שגריר {LOC} אמר שהקשרים טובים .|ממשלת {LOC} אישרה את ההסכם .|{PER} סיפר ל{PER} על הטיול .|
הילדים אכלו ארוחת בוקר והלכו לבית הספר .|המחירים עלו בשנה האחרונה בשלושה אחוזים .|התוכנית תוצג בפני הציבור בחודש הבא .|
הם אמרו שהעבודה תסתיים בקרוב .|לא היו נפגעים , אך נגרם נזק לרכוש .|בעקבות הגשם נסגרו כמה כבישים .|המורה הסביר את השיעור לתלמידים .|
הוא עבד שם עשרים שנה לפני שפרש .|המוזיאון החדש נפתח לקהל הרחב .|רוב התושבים מרוצים מן השירות .|ספרו של {PER} תורגם לשפות רבות .|
{PER} נבחר לתפקיד יו"ר {ORG} .|אתמול שוחח {PER} עם ראש {ORG} .|המפגינים דרשו מ{ORG} לפתוח את הפארק .`;

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
  readonly letters: RegExp;
}
const LANGUAGES: readonly Language[] = [
  { language: 'he', patterns: HEBREW, bodies: HEBREW_BODIES, letters: /^[\u05d0-\u05ea]/u },
  { language: 'ar', patterns: ARABIC, bodies: ARABIC_BODIES, letters: /^[\u0620-\u06ff]/u },
];
const TEXTS = 400;
const SENTENCES = 8;
/** Less than marked sentences: patterns repeat themselves. */
const WEIGHT = 0.7;

const splitList = (list: string) =>
  list
    .replace(/\n/g, '')
    .split('|')
    .map((item) => item.trim());

/** Deterministic; never held out. */
export function makeTexts(): MarkedText[] {
  const random = randomFrom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return LANGUAGES.flatMap(({ language, patterns, bodies, letters }) => {
    const own = (list: string) =>
      list
        .trim()
        .split(/\s+/)
        .filter((name) => letters.test(name))
        .map((name) => name.replaceAll('_', ' '));
    const [given, surnames, places] = [own(OWN_GIVEN), own(OWN_SURNAMES), own(OWN_PLACES)];
    const fill: Readonly<Record<string, () => string>> = {
      PER: () =>
        random() < 0.25
          ? pick(surnames)
          : random() < 0.15
            ? `${pick(given)} ${pick(given)} ${pick(surnames)}`
            : `${pick(given)} ${pick(random() < 0.7 ? surnames : given)}`,
      LOC: () => pick(places),
      ORG: () => pick(splitList(bodies)),
    };
    const lines = splitList(patterns);
    return Array.from({ length: TEXTS }, () => {
      const sentences = Array.from({ length: SENTENCES }, () => pick(lines));
      return fillPattern(`${language}_patterns`, language, sentences.join(' '), fill);
    });
  });
}

/** A clitic written onto a slot is part of the marked word, as in the marked sentences. */
function fillPattern(
  set: string,
  language: string,
  pattern: string,
  fill: Readonly<Record<string, () => string>>,
): MarkedText {
  const spans: { start: number; end: number; type: string }[] = [];
  let text = '';
  let from = 0;
  for (const match of pattern.matchAll(/(\p{L}*)\{(PER|ORG|LOC)\}/gu)) {
    const [whole, clitic = '', type = ''] = match;
    text += pattern.slice(from, match.index);
    const start = text.length;
    text += clitic + (fill[type] as () => string)();
    spans.push({ start, end: text.length, type });
    from = match.index + whole.length;
  }
  return { set, language, text: text + pattern.slice(from), spans, weight: WEIGHT, isHeldOut: false };
}
