/**
 * Month names as printed in dates, with their usual short forms, by language. A table, so that a language is a line.
 * Arabic has three sets in use: Egyptian and Gulf (مارس), Levantine (آذار) and Maghrebi (جانفي).
 */
import { once } from './once.ts';

const MONTHS: Readonly<Record<string, string>> = {
  en: 'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  fr: 'janvier janv|février févr fevrier|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre|novembre|décembre déc decembre',
  de: 'januar jänner|februar|märz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  es: 'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic',
  it: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  nl: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  ru: 'января январь январе янв|февраля февраль феврале фев|марта март марте|апреля апрель апреле апр|мая май мае|июня июнь июне|июля июль июле|августа август августе авг|сентября сентябрь сентябре сен|октября октябрь октябре окт|ноября ноябрь ноябре ноя|декабря декабрь декабре дек',
  ar: 'يناير جانفي|فبراير فيفري|مارس آذار|أبريل إبريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان|يوليو تموز جويلية|أغسطس آب أوت|سبتمبر أيلول|أكتوبر|نوفمبر|ديسمبر',
  he: 'ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר',
};

/** Levantine names of two words: the first alone names no month. */
const TWO_WORD_MONTHS: Readonly<Record<string, number>> = {
  'كانون الثاني': 1,
  'تشرين الأول': 10,
  'تشرين الثاني': 11,
  'كانون الأول': 12,
};

interface MonthName {
  /** 1–12. */
  readonly month: number;
  /** English names may stand before the day ("March 8"); written without a capital they are words ("may", "march"). */
  readonly isEnglish: boolean;
}

/** Spelling that does not matter in a month's name: case and the seat of an Arabic hamza. */
function foldMonth(word: string): string {
  return word.toLowerCase().replace(/[أإآ]/g, 'ا');
}

const monthsByName = once(() => {
  const byName = new Map<string, MonthName>();
  for (const [language, names] of Object.entries(MONTHS)) {
    names.split('|').forEach((forms, at) => {
      for (const form of forms.split(' ')) {
        const known = byName.get(foldMonth(form));
        byName.set(foldMonth(form), {
          month: at + 1,
          isEnglish: language === 'en' || known?.isEnglish === true,
        });
      }
    });
  }
  for (const [name, month] of Object.entries(TWO_WORD_MONTHS)) {
    byName.set(foldMonth(name), { month, isEnglish: false });
  }
  return byName;
});

const FIRST_OF_TWO = new Set(['كانون', 'تشرين']);

/** Whether `word` begins a month's name of two words. */
export function startsTwoWordMonth(word: string): boolean {
  return FIRST_OF_TWO.has(word);
}

/** The month that `name` names, in any case; null when it names none. A Hebrew prefix (ב "in", ל "to", מ "from") is looked through. */
export function monthNamed(name: string): MonthName | null {
  const folded = foldMonth(name);
  const byName = monthsByName();
  return byName.get(folded) ?? (/^[בלמ]/.test(folded) ? (byName.get(folded.slice(1)) ?? null) : null);
}
