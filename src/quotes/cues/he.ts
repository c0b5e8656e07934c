/** Hebrew: no capitals, so a speaker is what follows the verb; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const HEBREW: CueTable = {
  language: 'he',
  common: 'של את על הוא לא כי זה עם גם היא אל אם או יותר רק אבל כל היה בין מה אני הם לפי אחרי',
  verbs:
    'אמר אמרה אמרו אומר אומרת הוסיף הוסיפה הדגיש הדגישה הסביר הסבירה מסר מסרה ציין ציינה טען טענה הודיע הודיעה כתב כתבה השיב השיבה שאל שאלה סיפר סיפרה הזהיר הזהירה הצהיר הצהירה אישר אישרה',
  opinionVerbs: 'כינה כינתה תיאר תיארה',
  participles: '',
  accordingTo: ['לפי', 'לדברי', 'על פי'],
  that: 'כי ש',
  he: 'הוא',
  she: 'היא',
  they: 'הם הן',
  it: '',
  between: 'גם עוד אז',
  passive: '',
  definite: '',
  determiners: 'זה זו',
  prepositions: 'של את על עם אל בין לפני אחרי נגד מול מאז',
  conjunctions: 'או אבל כאשר',
  relatives: 'אשר',
  roles:
    'דובר הדובר דוברת שר השר נשיא הנשיא ראש מנהל המנהל מנהלת המנהלת הדוברת נשיאת ראשת מנכ"ל מנכ"לית גורם בכיר מפקד המפקד יושב-ראש עורך-דין פרופסור',
  documents: 'הודעה ההודעה דוח הדוח מכתב',
  titles: 'מר גברת ד"ר פרופ השר השרה הנשיא ראש ראשת העיר העירייה המועצה הממשלה',
  starters: 'של את על הוא היא זה אבל גם כי',
  labels: 'המכונה הקרוי',
};
