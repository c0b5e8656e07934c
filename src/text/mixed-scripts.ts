/**
 * Whether a name is written so that it may be taken for another: letters of several alphabets in one word, a word of
 * look-alike letters among Latin ones, Latin letters in disguise, or signs that nobody sees (UTS 39, "Unicode Security
 * Mechanisms", restriction levels). Names in one script are never suspected, whichever it is. O(name).
 */
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Armenian}/u,
];
/** Fullwidth, circled and mathematical letters, and two IPA letters that are drawn as Latin ones. */
const DISGUISED = /[\uff21-\uff5a\u24b6-\u24e9\u0251\u0261\u{1d400}-\u{1d7ff}]/u;
/** No width and no ink. Joiners (U+200C, U+200D) are left out: Persian and Indic names need them. */
const UNSEEN = /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u;
/** Cyrillic and Greek letters that are drawn like Latin ones. */
const LOOK_ALIKES = /^[авекмнорстухАВЕКМНОРСТУХіІјЈѕЅԁԛԜһҺӏѵѴαινοΑΒΕΖΗΙΚΜΝΟΡΤΥΧγυρκ]+$/u;

export function hasMixedScripts(name: string): boolean {
  if (DISGUISED.test(name) || UNSEEN.test(name)) return true;
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isLatin = words.map((word) => ALPHABETS[0]!.test(word));
  return words.some((word, at) => {
    if (ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1) return true;
    return !isLatin[at] && isLatin.includes(true) && LOOK_ALIKES.test(word);
  });
}
