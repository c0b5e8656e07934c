/**
 * Peoples, languages and what belongs to them: English writes them with a capital, though they name nobody and no place
 * ("the Qatari capital", "two Swedes"). A list, not an ending: "Abdollahian" ends as "Italian" does. O(1) a word.
 */
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

/** `word` in small letters; one or several of a people. */
export function isPeople(word: string): boolean {
  return PEOPLES.has(word) || PEOPLES.has(word.replace(/s$/, ''));
}
