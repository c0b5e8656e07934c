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

/** Before a person's name in Hebrew and Arabic, besides TITLES: offices, ranks, trades, kin. Folded. */
export const OFFICES = set(`
חכ יור מנכל מנכלית סמנכל מזכל עוד דר פרופ ניצב סנצ תנצ אלופ תאל אל סאל רסנ סרנ רבסרנ רמטכל הרמטכל נשיא נשיאת שר שרת סגנ סגנית
ממשלת מזכיר מזכירת שגריר שגרירת דובר דוברת ראש יושב חבר חברת מנהל מנהלת מאמנ מאמנת שחקנ שחקנית זמר זמרת סופר סופרת משורר משוררת
במאי במאית צייר ציירת שופט שופטת השופט רב מלכ מלכת מלכה נסיכ נסיכה אפיפיור קיסר גנרל אדריכל מדענ פילוסופ מלחינ מנצח כתב כתבת
פרשנ היסטוריונ עיתונאי תובע תובעת פרקליט פרקליטת מפקד אחיו אחותו אשתו בעלה בנו בתו אביו אמו חברו
وزير وزيره الوزيره رئيسه الرئيسه المتحدث المتحدثه مدير المدير مديره المدرب اللاعب النائب السفير سفير المستشار القاضي المحامي
الكاتب الشاعر الفنان المطرب المخرج الصحفي الناطق الامين عضو نائب محافظ الاميره الملكه الباحث زوجته نجله`);

/** Kinds of bodies in Hebrew and Arabic, besides ORGANIZATION_WORDS: a name of one begins with them. Folded. */
export const BODIES = set(`
משרד חברת אוניברסיטת אוניברסיטה בית בתי בנכ ועדת מועצת עיריית מפלגת תנועת ארגונ איגוד התאחדות הסתדרות רשות מכונ מוסד קרנ קופת
הוצאת תיאטרונ תזמורת מוזיאונ משטרת צבא סוכנות לשכת מכללת מכבי הפועל ביתר עמותת תאגיד קבוצת רשת ערוצ נציבות מינהל פרקליטות
שירות התעשייה אגודת מרכז פורומ
وزاره الوزاره جامعه الجامعه بنك البنك شركه الشركه مجلس المجلس لجنه اللجنه هييه منظمه المنظمه حزب الحزب نادي النادي اتحاد الاتحاد
صحيفه وكاله مؤسسه معهد محكمه المحكمه بلديه قناه جمعيه مركز`);
