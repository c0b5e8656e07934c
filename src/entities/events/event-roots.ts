/**
 * What two forms of an English word have in common: "died", "dies" and "dying" are `die`. Other languages keep their
 * folded form, whose common beginning compareRoots weighs. The naive version cuts endings by rule and makes "saw" a
 * tool; here irregular forms stand in a table, and the rules only take off what inflection put on.
 */

/** Irregular verbs of the news beside those of the triggers, `base=forms`. */
const IRREGULAR = `be=is,are,was,were,been,am|have=has,had,having|do=does,did,done|go=goes,went,gone|make=made|take=took,taken|come=came|see=saw,seen|get=got,gotten|give=gave,given|find=found|think=thought|know=knew,known|become=became|leave=left|feel=felt|put=putting|bring=brought|begin=began,begun,beginning|keep=kept|hold=held|write=wrote,written|stand=stood|hear=heard|let=letting|mean=meant|set=setting|meet=met|run=ran,running|pay=paid|sit=sat|speak=spoke,spoken|lie=lying,lay,lain|lead=led|read|grow=grew,grown|lose=lost|fall=fell,fallen|send=sent|build=built|understand=understood|draw=drew,drawn|break=broke,broken|spend=spent|cut=cutting|rise=rose,risen|drive=drove,driven|buy=bought|wear=wore,worn|choose=chose,chosen|say=said|tell=told|die=dying|hit=hitting|shoot=shot|fight=fought|win=won,winning|sell=sold|steal=stole,stolen|catch=caught|teach=taught|throw=threw,thrown|seek=sought|strike=struck,stricken|shake=shook,shaken|swear=swore,sworn|flee=fled|fly=flew,flown|feed=fed|bear=bore,born,borne|beat=beaten,beating|quit=quitting|step=stepped|sink=sank,sunk|drink=drank,drunk|sing=sang,sung|ring=rang,rung|swim=swam,swum|blow=blew,blown|show=shown|sue=suing|plead=pled|slay=slew,slain|undergo=underwent,undergone|withdraw=withdrew,withdrawn|overthrow=overthrew,overthrown|marry=married,marries|bury=buried,buries|carry=carried,carries|try=tried,tries|deny=denied,denies|hijack=hijacked`;

const base = new Map<string, string>();
for (const entry of IRREGULAR.split('|')) {
  const [word = '', forms = ''] = entry.split('=');
  for (const form of forms.split(',')) if (form !== '') base.set(form, word);
}

const VOWEL = /[aeiouy]/;
/** Doubled consonants that are the word's own: "kill", "pass", "buzz". */
const OWN_DOUBLE = /(?:ll|ss|zz|ff)$/;

/** The root of a folded English word; equal for all its inflected forms, though it need not be a word itself. */
export function englishRoot(word: string): string {
  const known = base.get(word);
  if (known !== undefined) return dropFinal(known);
  let stem = word;
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && /(?:sses|shes|ches|xes|zes)$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && /[^su]s$/.test(stem)) stem = stem.slice(0, -1);
  else if (stem.length > 4 && stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && stem.endsWith('ed') && VOWEL.test(stem.slice(0, -2)))
    stem = undouble(stem.slice(0, -2));
  else if (stem.length > 5 && stem.endsWith('ing') && VOWEL.test(stem.slice(0, -3)))
    stem = undouble(stem.slice(0, -3));
  return dropFinal(base.get(stem) ?? stem);
}

function undouble(stem: string): string {
  return /([bcdfghjklmnpqrstvz])\1$/.test(stem) && !OWN_DOUBLE.test(stem) ? stem.slice(0, -1) : stem;
}

/** "raise" and "raising", "injury" and "injure" meet without their last vowel. */
function dropFinal(stem: string): string {
  return stem.length > 3 ? stem.replace(/[ey]$/, '') : stem;
}

/** Letters that two roots must share to be of one family ("acqui-re", "acqui-sition"); fewer pair strangers. */
const FAMILY = 5;

/** 1: the same root; 0.6: one family ("announce", "announcement"); 0: neither. */
export function compareRoots(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short)) return 0.6;
  if (short.length < FAMILY) return 0;
  return long.slice(0, FAMILY) === short.slice(0, FAMILY) ? 0.6 : 0;
}
