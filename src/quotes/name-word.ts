/**
 * Whether a word as printed may be part of a name: "Sunday" for "today", or "Lebanese" for "local", names nobody.
 *
 * Naively every capital is a name's, and English gives one to days, months, peoples and languages. Peoples are a list,
 * not an ending: "Abdollahian" ends as "Italian" does, and an exchanged surname must not be missed. O(1) a word.
 */
import { monthNamed } from '../text/month-names.ts';

const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?)$/;

const PEOPLES = new Set(
  `afghan african albanian algerian american andorran angolan arab arabic arabian argentine argentinian armenian asian
australian austrian azerbaijani bahraini balkan baltic bangladeshi basque belarusian belgian bengali berber bolivian
bosnian brazilian british briton bulgarian burmese cambodian cameroonian canadian caribbean catalan chechen chilean
chinese colombian congolese croat croatian cuban cypriot czech dane danish dutch ecuadorian egyptian emirati english
eritrean estonian ethiopian european filipino finn finnish flemish french gazan georgian german ghanaian greek
guatemalan haitian hebrew hindi honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian
jamaican japanese jordanian kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz laotian latin latvian lebanese
liberian libyan lithuanian macedonian malaysian malian maltese mexican moldovan mongolian montenegrin moroccan
mozambican namibian nepalese nepali nicaraguan nigerian nordic norwegian omani ottoman pakistani palestinian panamanian
paraguayan pashtun persian peruvian pole polish portuguese qatari romanian russian rwandan salvadoran saudi scot
scottish senegalese serb serbian singaporean slav slavic slovak slovene slovenian somali spaniard spanish sudanese swede
swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turk turkish turkmen ugandan ukrainian urdu
uruguayan uyghur uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean`.split(/\s+/),
);

/** Of a cased script; a lone capital is an initial, and tells too little. */
export function isNameWord(word: string): boolean {
  if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  // "Jan" and "Mar" are short for months and whole for people.
  const isMonth = (lower.length > 3 || lower === 'may') && monthNamed(lower) !== null;
  return !WEEKDAY.test(lower) && !isMonth && !PEOPLES.has(lower) && !PEOPLES.has(lower.replace(/s$/, ''));
}
