/**
 * Words that date something from the day an article was printed, by language. Tables, so that a language is a block.
 *
 * A phrase is folded words; `#` stands for a number, U for a unit, W a weekday, M a month, Y a year in figures.
 * `=` gives what it means: `day-1` the day before, `month+0` this one; `ago`, `ahead` count # U from the printed day;
 * `past`, `coming` are the span between; `W`, `M` the nearest by tense, `W-` the last, `W+` the next; `Y` a year,
 * `since` from a year or month to the printed day, `decade` ten years; `unknown` counts from
 * something told before; a final `½` adds half a unit.
 * Apostrophes fold away: "l'année" is lannee.
 */

export interface DateWords {
  /** Monday first, forms parted by spaces, days by `|`. A day of two words is written with `_`. */
  readonly weekdays: string;
  /** hour, day, week, month, year, decade, parted by `|`. */
  readonly units: string;
  /** `form:value`; a value of 0 is "a few". */
  readonly numbers: string;
  readonly phrases: string;
  /** Words before a date that put it into the future. */
  readonly future: string;
  /** Reporting verbs: what they date is past, whatever was promised. */
  readonly past: string;
}

const ENGLISH: DateWords = {
  weekdays: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  units: 'hour hours minute minutes|day days|week weeks|month months|year years|decade decades',
  numbers:
    'a:1 an:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 fifteen:15 twenty:20 thirty:30 fifty:50 couple:2 few:0 several:0 some:0',
  phrases: `yesterday=day-1|today=day+0|tonight=day+0|tomorrow=day+1|last night=day-1|yesterday morning=day-1
|this morning=day+0|this afternoon=day+0|this evening=day+0|overnight=day-1:0|the day before yesterday=day-2|the day after tomorrow=day+2
|last week=week-1|this week=week+0|next week=week+1|the previous week=week-1|the coming week=week+1|earlier this week=week+0|later this week=week+0
|last weekend=weekend-1|over the weekend=weekend-1|at the weekend=weekend-1|this weekend=weekend+0|next weekend=weekend+1
|last month=month-1|this month=month+0|next month=month+1|earlier this month=month+0|later this month=month+0
|last year=year-1|this year=year+0|next year=year+1|earlier this year=year+0|later this year=year+0|the year before last=year-2
|last decade=decade-1|this decade=decade+0
|# U ago=ago|# and a half U ago=ago½|# U and a half ago=ago½|half # U ago=half|# U earlier=unknown|# U later=unknown|# U before=unknown|# U after=unknown|the next day=unknown|the following day=unknown|the day before=unknown|the previous day=unknown|a couple of U ago=couple|more than # U ago=about|nearly # U ago=about|almost # U ago=about|about # U ago=about|some # U ago=about|over # U ago=about|around # U ago=about
|in the last # U=past|in the past # U=past|over the last # U=past|over the past # U=past|for the past # U=past|for the last # U=past|during the past # U=past|the past # U=past|the last # U=past|the past U=past1|in the past U=past1|over the past U=past1
|# U from now=ahead|in # U time=ahead|# U from today=ahead|in the next # U=coming|over the next # U=coming|the next # U=coming|the coming # U=coming
|W=W|on W=W|last W=W-|this W=W|next W=W+|the following W=|the previous W=|W last=W-|W next=W+|late W=W|early W=W|W morning=W|W night=W|W evening=W|W afternoon=W|since W=W
|in M=M|last M=M-|this M=M|next M=M+|early M=M|late M=M|mid M=M|by M=M|since M=sinceM|in early M=M|in late M=M|in mid M=M|until M=M|end of M=M|beginning of M=M|start of M=M
|in Y=Y|in early Y=Y|in late Y=Y|early in Y=Y|late in Y=Y|in mid Y=Y|by Y=Y|during Y=Y|of Y=Y|from Y=Y|until Y=Y|before Y=|after Y=|since Y=since|the Y=Y|early Y=Y|late Y=Y|the summer of Y=Y|the winter of Y=Y|the spring of Y=Y|the autumn of Y=Y`,
  future:
    'will shall due scheduled planned plans expected upcoming slated going tomorrow ll would intends hopes next',
  past: 'said told announced reported confirmed was were had happened took began died ended held opened closed won lost',
};

const GERMAN: DateWords = {
  weekdays: 'montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag',
  units:
    'stunde stunden minuten|tag tage tagen|woche wochen|monat monate monaten|jahr jahre jahren|jahrzehnt jahrzehnte jahrzehnten',
  numbers:
    'ein:1 eine:1 einem:1 einer:1 einen:1 zwei:2 drei:3 vier:4 funf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwolf:12 zwanzig:20 einigen:0 wenigen:0 mehreren:0 paar:0',
  phrases: `gestern=day-1|heute=day+0|vorgestern=day-2|ubermorgen=day+2|gestern abend=day-1|heute morgen=day+0
|letzte woche=week-1|letzter woche=week-1|vergangene woche=week-1|vergangenen woche=week-1|vorige woche=week-1|diese woche=week+0|dieser woche=week+0|nachste woche=week+1|nachster woche=week+1|kommende woche=week+1|kommenden woche=week+1
|am wochenende=weekend-1|vergangenen wochenende=weekend-1|kommenden wochenende=weekend+1
|letzten monat=month-1|vergangenen monat=month-1|vorigen monat=month-1|diesen monat=month+0|diesem monat=month+0|nachsten monat=month+1|kommenden monat=month+1
|letztes jahr=year-1|letzten jahr=year-1|vergangenes jahr=year-1|vergangenen jahr=year-1|im vorjahr=year-1|dieses jahr=year+0|diesem jahr=year+0|nachstes jahr=year+1|nachsten jahr=year+1|kommenden jahr=year+1
|vor # U=ago|# U zuvor=unknown|# U spater=unknown|am nachsten tag=unknown|vor zweieinhalb U=two½|vor eineinhalb U=one½|vor anderthalb U=one½|vor einem halben jahr=halfyear|vor rund # U=about|vor etwa # U=about|vor mehr als # U=about|in den letzten # U=past|in den vergangenen # U=past|in den nachsten # U=coming|seit # U=past
|W=W|am W=W|letzten W=W-|vergangenen W=W-|kommenden W=W+|nachsten W=W+
|im M=M|anfang M=M|ende M=M|mitte M=M|seit M=sinceM|bis M=M|vergangenen M=M-|kommenden M=M+
|im jahr Y=Y|im jahre Y=Y|in Y=Y|seit Y=since|anfang Y=Y|ende Y=Y|mitte Y=Y|bis Y=Y|von Y=Y|im sommer Y=Y|im herbst Y=Y|im winter Y=Y|im fruhjahr Y=Y|im fruhling Y=Y`,
  future: 'wird werden soll sollen geplant wollen will plant',
  past: 'sagte teilte erklarte berichtete kundigte',
};

const FRENCH: DateWords = {
  weekdays: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  units: 'heure heures minutes|jour jours|semaine semaines|mois|an ans annee annees|decennie decennies',
  numbers:
    'un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 quinze:15 vingt:20 trente:30 quelques:0 plusieurs:0',
  phrases: `hier=day-1|aujourdhui=day+0|demain=day+1|avant hier=day-2|apres demain=day+2|hier soir=day-1|ce matin=day+0|ce soir=day+0
|la semaine derniere=week-1|la semaine passee=week-1|cette semaine=week+0|la semaine prochaine=week+1|le week end dernier=weekend-1|ce week end=weekend+0
|le mois dernier=month-1|le mois passe=month-1|ce mois ci=month+0|le mois prochain=month+1
|lan dernier=year-1|lannee derniere=year-1|lan passe=year-1|cette annee=year+0|lan prochain=year+1|lannee prochaine=year+1
|il y a # U=ago|il y a # U et demi=ago½|il y a # U et demie=ago½|il y a environ # U=about|il y a plus de # U=about|il y a pres de # U=about|ces # derniers U=past|ces # dernieres U=past|depuis # U=past|dans # U=ahead
|W=W|W dernier=W-|W prochain=W+
|en M=M|debut M=M|fin M=M|mi M=M|depuis M=sinceM|au mois de M=M|des M=M|M dernier=M-|M prochain=M+
|en Y=Y|depuis Y=since|debut Y=Y|fin Y=Y|lannee Y=Y|des annees Y=decade|les annees Y=decade|ete Y=Y|en M Y=`,
  future: 'sera seront prevu prevue doit doivent devrait va vont aura auront',
  past: 'dit declare annonce indique affirme',
};

const SPANISH: DateWords = {
  weekdays: 'lunes|martes|miercoles|jueves|viernes|sabado|domingo',
  units: 'hora horas minutos|dia dias|semana semanas|mes meses|ano anos|decada decadas',
  numbers:
    'un:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 quince:15 veinte:20 treinta:30 unos:0 unas:0 varios:0 varias:0 pocos:0 pocas:0',
  phrases: `ayer=day-1|hoy=day+0|anteayer=day-2|antier=day-2|pasado manana=day+2|anoche=day-1|esta manana=day+0|esta tarde=day+0|esta noche=day+0
|la semana pasada=week-1|esta semana=week+0|la proxima semana=week+1|la semana proxima=week+1|la semana que viene=week+1|este fin de semana=weekend+0|el fin de semana=weekend-1|el pasado fin de semana=weekend-1
|el mes pasado=month-1|el pasado mes=month-1|este mes=month+0|el proximo mes=month+1|el mes que viene=month+1
|el ano pasado=year-1|el pasado ano=year-1|este ano=year+0|el proximo ano=year+1|el ano que viene=year+1
|hace # U=ago|hace # U y medio=ago½|hace # U y media=ago½|hace casi # U=about|hace mas de # U=about|hace unos # U=about|los ultimos # U=past|las ultimas # U=past|dentro de # U=ahead|en los proximos # U=coming
|el W=W|este W=W|W=W|el pasado W=W-|el W pasado=W-|el proximo W=W+|el W que viene=W+
|en M=M|a principios de M=M|a finales de M=M|a mediados de M=M|desde M=sinceM|el pasado M=M-|M pasado=M-|el proximo M=M+
|en Y=Y|en el ano Y=Y|desde Y=since|a principios de Y=Y|a finales de Y=Y|de Y=Y|del Y=Y|los anos Y=decade|la decada de Y=decade`,
  future: 'sera seran va van previsto prevista celebrara tendra debera proximo proxima',
  past: 'dijo anuncio informo declaro afirmo',
};

const ITALIAN: DateWords = {
  weekdays: 'lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica',
  units: 'ora ore minuti|giorno giorni|settimana settimane|mese mesi|anno anni|decennio decenni',
  numbers:
    'un:1 uno:1 una:1 due:2 tre:3 quattro:4 cinque:5 sei:6 sette:7 otto:8 nove:9 dieci:10 undici:11 dodici:12 quindici:15 venti:20 trenta:30 alcuni:0 alcune:0 qualche:0 pochi:0 poche:0 diversi:0',
  phrases: `ieri=day-1|oggi=day+0|domani=day+1|laltro ieri=day-2|dopodomani=day+2|ieri sera=day-1|stamattina=day+0|stasera=day+0|questa mattina=day+0
|la settimana scorsa=week-1|la scorsa settimana=week-1|questa settimana=week+0|la prossima settimana=week+1|la settimana prossima=week+1|lo scorso fine settimana=weekend-1|questo fine settimana=weekend+0
|il mese scorso=month-1|lo scorso mese=month-1|questo mese=month+0|il mese prossimo=month+1|il prossimo mese=month+1
|lanno scorso=year-1|lo scorso anno=year-1|questanno=year+0|lanno prossimo=year+1|il prossimo anno=year+1
|# U fa=ago|# U e mezzo fa=ago½|# U e mezza fa=ago½|negli ultimi # U=past|nelle ultime # U=past|tra # U=ahead|fra # U=ahead|nei prossimi # U=coming
|W=W|W scorso=W-|W scorsa=W-|scorso W=W-|W prossimo=W+|W prossima=W+
|a M=M|in M=M|inizio M=M|fine M=M|meta M=M|da M=sinceM|M scorso=M-|lo scorso M=M-|M prossimo=M+
|nel Y=Y|dal Y=since|del Y=Y|inizio Y=Y|fine Y=Y|anni Y=decade|nellanno Y=Y`,
  future: 'sara saranno previsto prevista dovra dovrebbe prossimo prossima',
  past: 'detto dichiarato annunciato riferito',
};

const DUTCH: DateWords = {
  weekdays: 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
  units: 'uur uren minuten|dag dagen|week weken|maand maanden|jaar jaren|decennium decennia',
  numbers:
    'een:1 twee:2 drie:3 vier:4 vijf:5 zes:6 zeven:7 acht:8 negen:9 tien:10 elf:11 twaalf:12 twintig:20 enkele:0 paar:0 meerdere:0',
  phrases: `gisteren=day-1|vandaag=day+0|morgen=day+1|eergisteren=day-2|overmorgen=day+2|gisteravond=day-1|vanmorgen=day+0|vanochtend=day+0|vanavond=day+0|vannacht=day-1:0
|vorige week=week-1|afgelopen week=week-1|deze week=week+0|volgende week=week+1|komende week=week+1|afgelopen weekend=weekend-1|dit weekend=weekend+0|komend weekend=weekend+1
|vorige maand=month-1|afgelopen maand=month-1|deze maand=month+0|volgende maand=month+1|komende maand=month+1
|vorig jaar=year-1|afgelopen jaar=year-1|dit jaar=year+0|volgend jaar=year+1|komend jaar=year+1
|# U geleden=ago|# en een half U geleden=ago½|anderhalf U geleden=one½|anderhalve U geleden=one½|tweeenhalve U geleden=two½|tweeenhalf U geleden=two½|de afgelopen # U=past|de laatste # U=past|over # U=ahead|de komende # U=coming
|W=W|afgelopen W=W-|vorige W=W-|komende W=W+|volgende W=W+
|in M=M|begin M=M|eind M=M|half M=M|medio M=M|sinds M=sinceM|afgelopen M=M-|komende M=M+
|in Y=Y|sinds Y=since|begin Y=Y|eind Y=Y|van Y=Y|de jaren Y=decade|jaren Y=decade`,
  future: 'zal zullen gepland wordt gaat gaan komende',
  past: 'zei meldde vertelde verklaarde',
};

const RUSSIAN: DateWords = {
  weekdays:
    'понедельник понедельника|вторник вторника|в_среду среды|четверг четверга|пятница пятницу пятницы|суббота субботу субботы|воскресенье воскресенья',
  units:
    'час часа часов минут минуты|день дня дней|неделю недели недель неделя|месяц месяца месяцев|год года лет|десятилетие десятилетия десятилетий',
  numbers:
    'один:1 одну:1 два:2 две:2 три:3 четыре:4 пять:5 шесть:6 семь:7 восемь:8 девять:9 десять:10 двенадцать:12 двадцать:20 несколько:0 пару:2',
  phrases: `вчера=day-1|сегодня=day+0|завтра=day+1|позавчера=day-2|послезавтра=day+2|вчера вечером=day-1|накануне=
|на прошлой неделе=week-1|прошлой неделе=week-1|на минувшей неделе=week-1|на этой неделе=week+0|на следующей неделе=week+1|на будущей неделе=week+1|в минувшие выходные=weekend-1|в прошлые выходные=weekend-1|в эти выходные=weekend+0
|в прошлом месяце=month-1|прошлого месяца=month-1|в этом месяце=month+0|в следующем месяце=month+1
|в прошлом году=year-1|прошлого года=year-1|в этом году=year+0|этого года=year+0|в нынешнем году=year+0|в следующем году=year+1|следующего года=year+1
|# U назад=ago|U назад=ago1|полтора U назад=one½|полгода назад=halfyear|около # U назад=about|более # U назад=about|за последние # U=past|в последние # U=past|через # U=ahead|в ближайшие # U=coming
|W=W|в W=W|во W=W|в прошлый W=W-|в прошлую W=W-|в минувший W=W-|в минувшую W=W-|в следующий W=W+|в следующую W=W+
|в M=M|в начале M=M|в конце M=M|в середине M=M|с M=sinceM|в прошлом M=M-
|в Y году=Y|с Y года=since|Y года=Y|Y год=Y|в начале Y года=Y|в конце Y года=Y|в Y х=decade|Y х годов=decade|Y х годах=decade`,
  future:
    'будет будут состоится пройдет планируется запланирован запланирована должен должна намерен намерены',
  past: 'сообщил сообщила заявил заявила сказал рассказал объявил',
};

const ARABIC: DateWords = {
  weekdays: 'يوم_الاثنين يوم_الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|يوم_الأحد',
  units:
    'ساعة ساعات ساعتين دقائق|يوم أيام يوما|أسبوع أسابيع أسبوعا|شهر أشهر شهور شهرا|عام أعوام عاما سنة سنوات|عقد عقود',
  numbers:
    'واحد:1 ثلاثة:3 ثلاث:3 أربعة:4 أربع:4 خمسة:5 خمس:5 ستة:6 ست:6 سبعة:7 سبع:7 ثمانية:8 ثماني:8 تسعة:9 تسع:9 عشرة:10 عشر:10 عدة:0 بضعة:0 بضع:0',
  phrases: `أمس=day-1|الأمس=day-1|بالأمس=day-1|اليوم=day+0|غدا=day+1|أول أمس=day-2|بعد غد=day+2|مساء أمس=day-1|أمس W=W-|صباح اليوم=day+0|مساء اليوم=day+0
|الأسبوع الماضي=week-1|هذا الأسبوع=week+0|الأسبوع الجاري=week+0|الأسبوع المقبل=week+1|الأسبوع القادم=week+1
|الشهر الماضي=month-1|هذا الشهر=month+0|الشهر الجاري=month+0|الشهر المقبل=month+1|الشهر القادم=month+1
|العام الماضي=year-1|السنة الماضية=year-1|هذا العام=year+0|العام الجاري=year+0|العام الحالي=year+0|العام المقبل=year+1|العام القادم=year+1
|قبل # U=ago|قبل U=ago1|منذ # U=past|قبل يومين=two day|قبل أسبوعين=two week|قبل شهرين=two month|قبل عامين=two year|قبل سنتين=two year|قبل شهرين ونصف=two½ month|قبل عام ونصف=one½ year|خلال # U المقبلة=coming
|W=W|يوم W=W|W الماضي=W-|W الماضية=W-|W المقبل=W+|W المقبلة=W+|W القادم=W+|مساء W=W|صباح W=W
|في M=M|أوائل M=M|مطلع M=M|أواخر M=M|نهاية M=M|منتصف M=M|في شهر M=M|منذ M=sinceM|M الماضي=M-|M المقبل=M+
|عام Y=Y|في عام Y=Y|سنة Y=Y|منذ عام Y=since|منذ العام Y=since|العام Y=Y|منذ Y=since|مطلع Y=Y|نهاية Y=Y`,
  future: 'سوف المقرر المقبل القادم المتوقع سيعقد سيتم ستجري سيجتمع ستقام سيبدأ',
  past: 'قال قالت أعلن أعلنت أفاد أفادت ذكرت',
};

const HEBREW: DateWords = {
  weekdays:
    'יום_שני ביום_שני|יום_שלישי ביום_שלישי|יום_רביעי ביום_רביעי|יום_חמישי ביום_חמישי|יום_שישי ביום_שישי|שבת בשבת|יום_ראשון ביום_ראשון',
  units: 'שעה שעות דקות|יום ימים|שבוע שבועות|חודש חודשים|שנה שנים|עשור עשורים',
  numbers:
    'אחד:1 שני:2 שתי:2 שלושה:3 שלוש:3 ארבעה:4 ארבע:4 חמישה:5 חמש:5 שישה:6 שש:6 שבעה:7 שבע:7 שמונה:8 תשעה:9 תשע:9 עשרה:10 עשר:10 כמה:0 מספר:0',
  phrases: `אתמול=day-1|היום=day+0|מחר=day+1|שלשום=day-2|מחרתיים=day+2|אמש=day-1|הבוקר=day+0|הערב=day+0
|בשבוע שעבר=week-1|השבוע=week+0|בשבוע הבא=week+1|בשבוע הקרוב=week+1|בסוף השבוע=weekend-1
|בחודש שעבר=month-1|החודש=month+0|בחודש הבא=month+1
|בשנה שעברה=year-1|אשתקד=year-1|השנה=year+0|בשנה הבאה=year+1
|לפני # U=ago|לפני U=ago1|לפני יומיים=two day|לפני שבועיים=two week|לפני חודשיים=two month|לפני שנתיים=two year|לפני חודשיים וחצי=two½ month|לפני שנה וחצי=one½ year|בעוד # U=ahead
|W=W|W שעבר=W-|W האחרון=W-|W הבא=W+|W הקרוב=W+
|ב M=M|M=M|בתחילת M=M|בסוף M=M|באמצע M=M|מאז M=sinceM|M שעבר=M-|M האחרון=M-
|בשנת Y=Y|מאז Y=since|משנת Y=since|שנת Y=Y`,
  future: 'יתקיים תתקיים צפוי צפויה עתיד עתידה מתוכנן יתקיימו',
  past: 'אמר אמרה הודיע הודיעה מסר',
};

export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  nl: DUTCH,
  ru: RUSSIAN,
  ar: ARABIC,
  he: HEBREW,
};
