/**
 * Words that make named events, folded, by where they stand: "Battle of Hastings" (before, joined), "Storm Babet"
 * (before), "Paris Agreement" (after). Hand-made; one line a language and kind, so that a language is added by lines.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Followed by a joining word and a name, with a capital: Battle of Hastings, Schlacht bei Leipzig. */
export const JOINED_HEADS = set(`
battle siege treaty peace congress fall massacre sack relief raid burning defence partition feast council conference
schlacht belagerung vertrag friede frieden sturm massaker slag beleg verdrag vrede sommet festival fete`);

/** The same where print has them in small letters: bataille de Verdun, битва под Полтавой. */
export const SMALL_JOINED_HEADS = set(`
bataille traite accords batalla tratado acuerdos cumbre battaglia assedio trattato accordi strage batalha acordo
битва битвы битве сражение осада оборона взятие восстание`);

export const JOINS = set(
  `of the de du des d la le les di del della dell van bei um von zu der den при под за у в на`,
);

/** Directly before a name: Storm Babet, Operation Overlord. */
export const HEADS = set(`
hurricane typhoon cyclone storm superstorm operation expo
hurrikan taifun orkan sturmtief unternehmen operation ouragan typhon cyclone tempete operation huracan tifon ciclon
tormenta borrasca operacion uragano tifone ciclone tempesta operazione orkaan tyfoon operatie furacao tufao operacao
ураган тайфун циклон операция шторм`);

/** After a capitalised word or run: Paris Agreement, Edinburgh Festival. */
export const TAILS = set(`
agreement agreements accord accords treaty pact protocol convention conference summit festival olympics paralympics
championship championships championship cup games marathon regatta derby prix open biennale fair carnival parade
war wars revolution rebellion uprising mutiny massacre crisis earthquake flood floods famine trial trials affair scandal
election elections referendum primary blitz armistice truce ceasefire jubilee coronation`);

/** Tails that count in small letters too when a year or a name stands before: "2019 Istanbul election". */
export const SMALL_TAILS = set(`
election elections referendum earthquake flood floods olympics championship championships final marathon eruption
wildfires tsunami hurricane pandemic`);

/** Whole names, folded words joined by blanks; a year beside them belongs to them. */
export const WHOLE: readonly string[] = `
world cup|first world war|second world war|world war i|world war ii|world war one|world war two|cold war|great war|
industrial revolution|french revolution|super bowl|champions league final|tour de france|giro d italia|ryder cup|
black friday|wall street crash|great depression|great fire of london|gunpowder plot|boston tea party|
olympic games|winter olympics|summer olympics|winter games|eurovision song contest|
erster weltkrieg|ersten weltkrieg|ersten weltkriegs|zweiter weltkrieg|zweiten weltkrieg|zweiten weltkriegs|zweite weltkrieg|
erste weltkrieg|wiener kongress|olympische spiele|olympischen spiele|olympischen spielen|fussball weltmeisterschaft|
premiere guerre mondiale|seconde guerre mondiale|coupe du monde|jeux olympiques|revolution francaise|
primera guerra mundial|segunda guerra mundial|copa del mundo|juegos olimpicos|copa mundial|copa america|guerra civil espanola|
prima guerra mondiale|seconda guerra mondiale|giochi olimpici|coppa del mondo|eerste wereldoorlog|tweede wereldoorlog|
olympische spelen|primeira guerra mundial|segunda guerra mundial|copa do mundo|jogos olimpicos|
первая мировая война|первои мировои воины|вторая мировая война|второи мировои воины|великая отечественная война|
великои отечественнои воины|холодная война|холоднои воины|олимпииские игры|олимпииских игр|чемпионат мира по футболу|
чемпионата мира по футболу|кубок мира|кубка мира|лига чемпионов|октябрьская революция|октябрьскои революции|
الحرب العالميه الاولى|الحرب العالميه الثانيه|كاس العالم|الالعاب الاولمبيه|الحرب البارده|كاس الامم الافريقيه|كاس اسيا|
מלחמת העולם הראשונה|מלחמת העולם השנייה|מלחמת העולם השניה|גביע העולם|המשחקים האולימפיים|המלחמה הקרה`
  .replace(/\n/g, '')
  .split('|');

/** Scripts without capitals: head, then one word that is the name: معركة اليرموك, סופת ברברה. */
export const UNCASED_HEADS = set(`
معركه عمليه اتفاقيه اتفاق معاهده اعصار عاصفه زلزال حصار ثوره مهرجان מבצע הסכם אמנת מלחמת סופת הוריקן פסטיבל ועידת`);
