/**
 * One Cyrillic name in its cases: Питер Джонс, Питера Джонса, Питером Джонсом.
 *
 * The naive version compares letters and finds two or three people. Here the endings of nouns and adjectives are taken
 * off both sides. Иванова is both his genitive and her nominative; the given name beside it tells, and a word alone is
 * never joined this way.
 */

/** Longest first. -ов and -ев are no endings here: most surnames have them in every case. */
const ENDINGS =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ою|ею|ом|ем|єм|ым|им|ых|их|ах|ях|ую|юю|ая|яя|ое|ие|ый|ий|ові|еві|ою|єю|а|я|у|ю|ы|и|і|ї|е|є|о|ь|й)$/u;
/** Shorter stems are other names too. */
const SHORTEST_STEM = 3;

export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return [...stem].length >= SHORTEST_STEM ? stem : word;
}

export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** Every Cyrillic word without its ending; capitals stay. */
export function withoutEndings(name: string): string {
  return name.replace(/[\p{Script=Cyrillic}\p{M}]+/gu, stemOf);
}

/** Whether two names of several words differ in Cyrillic endings alone. */
export function areInflected(a: string, b: string): boolean {
  if (!isCyrillic(a) || !isCyrillic(b) || !/\s/.test(a.trim())) return false;
  return withoutEndings(a.toLowerCase()) === withoutEndings(b.toLowerCase());
}
