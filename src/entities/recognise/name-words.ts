/**
 * Words around names in running text, folded: verbs of saying, days and months. Hand-made from common usage; what
 * stands inside names (titles, kinds of organisation) is in entities/name-parts-words.ts.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** "said X", "X argued", in the languages of the reader's likely archives. */
export const SPEECH_VERBS = set(`
said says say told tells added adds wrote writes argued argues claimed claims announced announces stated states
explained explains insisted insists warned warns noted notes replied asked declared denied reported confirmed
acknowledged recalled suggested predicted commented tweeted
sagte sagt sagten erklarte erklart betonte teilte meinte schrieb berichtete kundigte forderte warnte bestatigte
dit declare declaré explique explique affirme affirmé ajoute estime annonce raconte precise souligne assure indique
dijo dice afirmo aseguro explico anadio senalo declaro anuncio indico sostuvo manifesto conto
disse dice detto dichiarato spiegato affermato aggiunto sottolineato annunciato ha
zei zegt zeiden vertelde verklaarde meldde schreef liet aldus
disse afirmou declarou explicou contou anunciou segundo
sade sager sagde sier uppgav enligt sanoi kertoi mondta
сказал сказала говорит заявил заявила сообщил сообщила отметил отметила подчеркнул добавил пояснил рассказал рассказала
считает объявил уточнил написал ответил
сказав сказала заявив повідомив
قال قالت وقال وقالت اضاف واضاف اكد واكد اعلن واعلن صرح ذكر وذكر اوضح واوضح
אמר אמרה אומר ציין הוסיף טען הודיע סיפר מסר
dedi soyledi belirtti acikladi گفت افزود`);

export const TIME_WORDS = set(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sept sep oct nov dec
montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre
novembre decembre lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
septiembre octubre noviembre diciembre lunedi martedi mercoledi giovedi venerdi domenica gennaio febbraio maggio giugno
luglio settembre ottobre dicembre maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari maart augustus
понедельник вторник среду среда четверг пятницу пятница субботу воскресенье января февраля марта апреля мая июня июля
августа сентября октября ноября декабря الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت يناير فبراير مارس ابريل مايو
يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر ראשון שני שלישי רביעי חמישי שישי שבת ינואר פברואר מרץ אפריל מאי יוני יולי
אוגוסט ספטמבר אוקטובר נובמבר דצמבר`);

/** Before a person's name, never part of it. */
export const HONORIFICS = set(`
mr mrs ms miss mx dr prof professor sir dame lord lady madame mme mlle monsieur m herr frau senor senora sr sra don dona
signor signora dott king queen prince princess pope president minister senator sen rep gov governor general gen colonel
col captain capt major lieutenant lt sgt judge justice mayor chancellor secretary premier father rev reverend bishop
archbishop cardinal rabbi imam sheikh шейх господин президент министр генерал الشيخ الدكتور السيد الرئيس الوزير הרב ד״ר מר גברת`);

/** Places and papers whose "The" is of the name, by their second word. */
export const KEPT_ARTICLES = set('hague gambia bahamas economist');
