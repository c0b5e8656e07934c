/**
 * The fingerprint of the one analyzer: an index, gazetteer or pack made by other folding or stemming rules must not be
 * read. It is computed from what the rules do to a probe text, so it cannot be forgotten when they change.
 */
import { analyseText, indexTerms } from './stem-terms.ts';
import { HASH1_START, stepHash1 } from './tokenise.ts';

const PROBE =
  'Hamas’s Al-Arouri ÅNGSTRÖM Straße ﬁre ٢٠٢٣ الضَّفة الغربيّة بيت‌المقدس ירושלים 中国人 カタカナ 한국 กรุงเทพ Ελλάς Ёлка O’Brien U.S. 3.14 😀 𝐀';
/** Inflected words of every language with a stemmer, each analysed as its own. */
const INFLECTED: Readonly<Record<string, string>> = {
  en: 'bridges opening happily relational',
  fr: 'nationales ouvertures continuellement',
  de: 'Brücken eröffneten Zeitungen',
  es: 'puentes abiertos rápidamente',
  it: 'ponti aperti velocemente',
  pt: 'pontes abertas rapidamente',
  nl: 'bruggen geopende kranten',
  sv: 'broarna öppnades tidningar',
  da: 'broerne åbnede aviserne',
  no: 'broene åpnet avisene',
  ru: 'мосты открытие газетами',
  ar: 'والمكتبات بالجسور افتتاحها',
  he: 'הספריות והגשרים לעיתונים',
};

export const ANALYZER: string = (() => {
  let hash = HASH1_START;
  const terms = [
    ...indexTerms(analyseText(PROBE, 'en')),
    ...Object.entries(INFLECTED).flatMap(([language, text]) => indexTerms(analyseText(text, language))),
  ].join(' ');
  for (let index = 0; index < terms.length; index++) hash = stepHash1(hash, terms.charCodeAt(index));
  return `fold-${(hash >>> 0).toString(16).padStart(8, '0')}`;
})();
