/** A page to try the sample archive on: as invented as the sample, and in its language, so no translator need touch it. */
export const SAMPLE_PAGE = [
  'The Lantern Bridge in Tarnholm will be painted this summer. Kareem Halaby, who built it, is to choose the colour together with Samira Dahl, the former mayor. An exhibition about Storm Brenna opens in the hall of the Millside Ferry Cooperative.',
  '“A city that is cut in two by its own river pays for it every single morning,” says the poster.',
] as const;

export const SAMPLE_SENTENCE = 'A city that is cut in two by its own river pays for it every single morning';

/** Searches of the popup that each show something else the archive can do. */
export const SAMPLE_SEARCHES = [
  { query: 'person:halabi', means: 'sampleTryName' },
  { query: `"${SAMPLE_SENTENCE}"`, means: 'sampleTrySentence' },
  { query: 'said:vossberg', means: 'sampleTrySaid' },
  { query: 'event:"Storm Brenna"', means: 'sampleTryEvent' },
  { query: 'outlet:courier "tram bridge"', means: 'sampleTryWords' },
  { query: 'person:peretz lang:he', means: 'sampleTryScript' },
] as const;
