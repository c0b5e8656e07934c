/**
 * English words that are also names of people or places ("May", "Turkey", "Reading"): such a form counts only
 * when it is capitalised inside a sentence and the page's other names speak for it. Recall is given up for precision.
 */
const COMMON_WORDS = new Set(
  `a an and are as at be but by can do for from had has have he her his how i if in is it its me my no not of on one or
  our out said she so the them then they this to up us was we were what when who will with you your
  april august autumn baker banks bath bell berg best bill black blair bloom bond brown buck bush butler carter chad
  chance christian cook cork cruz dale dawn day dean drew earl faith field fisher ford forest fox frank franc gale gene
  georgia grace grant gray green guinea hall hill hope hull hunt ivory jack jersey jordan joy june king knight lake lance
  law lee lord love mali march mark marsh martin mason may mercy miller mine mobile moor morning nice niger oman page panama
  park pat paul peace penny pike plain pole pope porter post price prince rain ray reading rice rich rich road rob rock
  rose rush rust sea sharp show sky small smith snow son spring star stone storm street sue summer sun swan temple
  tower troy turkey turner van victor wall ward warren watt wells west wolf wood woods words young
  east north south central union victory freedom liberty justice today tomorrow mission`.split(/\s+/),
);

/** `word` is folded. */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(word);
}
