/** Words too common to tell one page from another, folded; English first, with the commonest of other languages. */
const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both
  but by can could did do does doing down during each even few first for from further had has have having he her here
  hers him his how i if in into is it its just last like made make many may me more most much must my new no nor not now
  of off on once one only or other our out over own per said same say says she should since so some still such than that
  the their them then there these they this those through to told too two under until up upon us very was we were what
  when where whether which while who whom why will with within without would year years yes you your
  في من على الى عن ان هذا هذه التي الذي مع كان كانت قال لا ما هو هي او ثم بعد قبل كل قد
  של את על עם לא זה זו הוא היא כי גם אם או אל כל יותר אבל היה
  и в на не с что по к из у за от о для как а но его это
  der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
  le la les de des du et en un une que qui dans pour pas sur est au par plus ce il
  el los las y que en un una por con para del se no su lo como mas al`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return word.length < 2 || STOP_WORDS.has(word);
}
