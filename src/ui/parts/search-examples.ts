/** What may be typed into a search box, by example: every one finds something in the bundled archive. */
import type { MessageKey } from '../panel-port.ts';

export const SEARCH_EXAMPLES: readonly (readonly [query: MessageKey, meaning: MessageKey])[] = [
  ['exampleWords', 'exampleWordsMeans'],
  ['examplePhrase', 'examplePhraseMeans'],
  ['exampleNot', 'exampleNotMeans'],
  ['examplePerson', 'examplePersonMeans'],
  ['exampleSaid', 'exampleSaidMeans'],
  ['exampleOutlet', 'exampleOutletMeans'],
  ['exampleDates', 'exampleDatesMeans'],
  ['exampleLanguage', 'exampleLanguageMeans'],
];
