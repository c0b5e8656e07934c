/**
 * Forms of Hebrew verbs, made from their roots: unpointed print has some thirty of each, and a word that is the form of a
 * known verb is no name. Roots were written for this project from common knowledge; order means nothing.
 *
 * A root is followed by the patterns that it is used in: q pa'al, n nif'al, p pi'el and pu'al, h hif'il and huf'al,
 * t hitpa'el. The naive version writes every form down, 8,000 words.
 */
const ROOTS = `
כתב:qnht למד:qnpt שמר:qnpt זכר:qnh סגר:qnph פתח:qnpt בדק:qn חקר:qnt כבש:qn לבש:qh דרש:qn שלט:qnht משל:qh שפט:qnt פסק:qnh
קבע:qnh קבר:qn קצר:qpht רקד:qph רדף:qnp רחק:qpht רכב:qph רכש:qnh רצח:qn רשם:qnpht שבר:qnpt שדר:pt שחק:qpt שכב:qhn שכח:qnht
שכר:qnhp שלח:qnpt שלם:pthn שמע:qnht שקט:qht שקל:qn שרף:qnt תפס:qn תפר:qn תקף:qnh תרם:qn תמך:qn תקן:pth תאר:pt תאם:qpht
בחן:qnht בחר:qn בטח:qhn בטל:pthn בקש:pt בקר:pt ברח:qh ברך:pt בשל:pth גבר:qpht גדל:qpht גזל:qn גמר:qn גנב:qnth גרש:pt גשר:pt
דבק:qpht דבר:pnh דחק:qnp דלק:qh דקר:qnp הרג:qn הרס:qnt זהר:hn זרק:qn חבל:pnt חבר:pth חגג:q חדר:qh חדש:pt חזק:qpht חזר:qhp
חלם:qh חלק:pqnt חלש:qht חמם:pt חנך:pqnt חסל:pt חסם:qn חפר:qn חפש:pt חרג:qh חרם:h חשב:qnpht חשד:qnh חשף:qnt חתך:qnp חתם:qnhp
טען:qnh טפל:pt טרח:qht ינק:qh כבד:pthn כלל:qnh כנס:nhpt כנע:nh כעס:qh כפל:qnhp כשל:qnh לחם:nq לחץ:qnh לחש:qt לכד:qnpt
מדד:qnt מהר:pt מחק:qn מכר:qnt מלא:pqtn מלט:pnt מנע:qnt מסר:qnht מצא:qnht מרד:qt משך:qnht נגד:pht נגע:q נהג:qhnt נהל:pt
נחש:pn נחת:qhn נטל:qn נפל:qt נפץ:pt נצח:pn נצל:pnt נקם:qnt נשא:qnt נשם:qh נשק:qpt נתח:pt נתק:pnt סבל:qnh סבר:qph סגל:pth
סדר:pth סחב:qnt סחר:q סכם:pth סכן:pt סלק:pt סמך:qnht סמן:pt ספג:qn ספק:pthn ספר:pqt סקר:qn סרב:pq סתר:qnht עבד:qnpht עבר:qhtn
עדף:h עזב:qn עזר:qnt עכב:pt עלב:qnht עלם:nht עמד:qnht ענק:h ענש:hnq עסק:qht עצב:pqthn עצר:qnt ערך:qnht ערב:pthq ערם:qnht
עשק:qn פגע:qnh פגש:qnhp פחד:qhp פחת:qhn פטר:pqnt פלש:q פנק:pt פסל:qnpt פעל:qnpht פקד:qnpht פקח:pq פרד:npht פרח:qh פרט:pqn
פרסם:p פרץ:qnht פרק:pqnt פרש:qpnh פשט:qpht פתר:qn צבע:qnht צבר:qnt צחק:qpht צלח:qh צלל:q צלם:pt צעד:qh צעק:qnt צרף:pqt צרך:q
קבל:pth קדם:pqht קדש:pqht קטן:qhp קטע:qn קטף:qn קלט:qnh קלע:qn קלף:pt קפא:qh קפד:h קפח:pt קפץ:qhp קשב:h קשר:qnpht רגז:qht רגל:pht
רגש:pht רוח:pht רחב:hpt רחם:pt רחץ:qnt רחק:qht רטב:qht ריב:q רמז:qnh רסן:p רעד:qh רעם:h רפא:pnt רצף:qp שאל:qnhp שאף:q שבת:qnh
שדד:qn שחזר:p שחרר:p שחת:pht שטף:qn שכן:qpht שכנע:p שלב:pt שלל:qnt שמד:hn שמט:qnht שנא:qn שסע:qpn שעבד:p שער:ph
שפך:qn שפר:pt שקע:qhn שקף:nhpt שרד:q שרת:p שתף:pt שתק:qhp תבע:qn תדלק:p תחם:qn תכנן:p תקע:qnt תרגם:p תרץ:p
אבד:qpnh אבטח:p אבק:npht אגד:nhpt אהב:qnht אזן:phnt אחד:pht אחר:phtn אחז:qn אכל:qnht אכף:qn אמן:pnht אמר:qnt אמת:pt אנס:qn
אסף:qnpt אסר:qn ארגן:p ארח:pt ארז:qn ארך:hq אשם:hnqt אשר:pth אתר:pt בגד:q בדד:pt בהל:npht בזבז:p בחש:q בלבל:p בלט:qht בלם:qn
בנק:q בסס:pt בצע:pqt ברר:pqt בשר:pt גבל:qpnh גבש:pt גוע:q גזר:qn גחך:p גלגל:p גלם:pt גנן:qht גרד:pt גרם:qnh דגל:qp דגם:pht
דגש:ph דהר:qh דחס:qn דלג:p דלף:qh דמם:q דפס:hn דרג:pt דרך:qhpn דשן:pt הגר:pt הלך:qpt הפך:qnt זמן:phnt זנח:qnh
זעם:q זעק:qnht זקן:qh זקק:nph זרח:qh זרם:qh חבט:qn חבק:pqt חדל:qn חיב:p חיך:p חכם:qht חלט:h חלף:qpht חלץ:qnpht חלד:qh
חמק:qt חנק:qnt חסך:qn חסר:qhp חפז:nq חפץ:qn חצב:qn חרד:qh חרט:qnt חרץ:qn חשש:q חתר:q טבח:qn טבל:qnh טבע:qnhp טהר:pt טמן:qnh
טעם:qh טפס:pt טרד:qnh טרם:q טרף:qn יבש:pt יחס:pt יסד:pnt יעץ:pnt יצב:pnt יצג:p יצר:pqn ישב:qpt ישר:pt כאב:qh כבס:pt כון:pht
כזב:pht כחש:qpht כלא:qn כתר:pht לגלג:p לטף:pt לקט:pt מגר:pt מזג:pqnt מחץ:qn מחש:pht מטר:h מחל:qn ממן:pt ממש:pt מסגר:p
מקד:pt מקם:pt מרח:qn מתח:qnp מתן:pht נבא:pnt נבט:qh נבע:q נדב:pt נהר:q נזף:qn נחל:qphnt נטש:qn נכר:pht נכש:p נמק:pt נסך:qp
נסח:pt נעל:qn נער:pnt נפח:pqt נקב:qnp נקד:p נקט:qn נשב:q נשר:qh סבב:qpht סבך:pht סגד:q סחט:qn סים:p סיע:p סכל:pht
סלד:q סלל:qnt סמל:pt סנן:pt ספח:pnt סקל:qn סרס:pt סרק:qpnt סתם:qnph עגן:qphn עיף:pt עין:p עוור:pt עטף:qnt
עמל:qt עמס:qnh עמק:hqt עמת:pt ענן:pt עפל:hp עצם:qht ערג:q ערער:pt עשן:pht עתק:h עתר:qnht פגם:qn פזר:pt פטם:pt פלג:pth
פלח:pqn פלט:qnh פסח:qp פצח:pqt פצל:pt פרנס:pt פרע:qnht פרר:ht פתל:pt פתע:pht צדק:qpht צהר:h ציד:pt ציר:pt צמח:qph
צמד:nhpt צמצם:pt צנן:pt צנח:qhn צנע:htp צפן:qhpn צרב:qnt קבץ:pnqt קדח:qn קהל:htn קטל:qnp קטר:pqh
קים:pt קלל:pt קלס:pt קמץ:qpt קנא:pqh קנט:ht קסם:qh קרב:pqht קרס:qh קרע:qnt קרץ:qp קשט:pt קשקש:p ראין:pt רבץ:qh רגע:qnhp
רווח:p רחף:pth רכז:pt רכך:pt רמס:qn רפד:p רפרף:p רצץ:pqt רקם:qnpt רתם:qnt רתע:qnht רתק:pt שאב:qn שאר:nht שבח:pth שבץ:pt
שבש:pt שגע:pt שדך:pt שוק:p שזר:qnt שחרר:pt שחט:qn שטח:qpt שיט:q שיקם:p שכלל:pt שמן:pht שמש:pt שסף:p שעמם:pt שעל:ht
שען:nht שפץ:pt שקר:p שקם:pt שרבב:pt שרטט:p שרש:pht שתל:qn תגבר:pt תדרך:pt תחזק:p תמצת:p תמרן:p תסכל:pt תעד:pt תפקד:p
תקצב:pt תקשר:p תרבת:p תשאל:p תשש:q`;

/** Roots whose last letter is ה in the past: קנה, קנתה, לקנות. */
const ROOTS_IN_HE = `
קנ:qnh בנ:qn ענ:qnp עש:qn רא:qnht הי:q חי:qht גל:qpnht דמ:qpt זכ:qpt חכ:pt חל:qpnt חנ:qh חס:qnt חצ:qnp טע:qht כס:pnqt כפ:qnt
לו:qnpht מח:qnpt מנ:qpnt נט:qnh נס:pt נק:pnt סט:qh על:qhnt עד:q פנ:qnpht פד:qn פצ:pqt פר:qhp צפ:qnpht צו:pt צר:q קו:pnt קר:qnt
קש:qhnt רב:qhp רו:qh רמ:pt רפ:qhpt רצ:qpht שב:qn שג:qh שו:qpht שנ:qpnht שק:ht שת:qhn תל:qnt תע:qht תר:ht טפ:q כל:pqt
זר:qpn הר:qh אפ:qn את:q אב:q בכ:qph בל:qpt בז:qpnt גב:qnh דח:qnh דל:qnh הד:qh הז:qh זנ:qh חז:qn חר:qh חת:q טו:qn יר:qn כב:qph
כנ:pt כר:qn מצ:pt מר:ht נכ:p נש:pt סל:qnht סח:ht עט:qnh עס:p ער:qph פל:ht פת:qpht צל:qhn צב:qh קל:qhn קנ:qht רד:qn רע:qn
שח:qht שר:qhn תה:q בד:qt דו:qp הו:qpt חד:pn כה:qh עו:pnht עב:qpt פע:q קה:qh`;

/** Hollow roots and those that lose their first letter in hif'il: קם, הקים; הפיל, הוריד as רד with ו. */
const ROOTS_OF_TWO = `
קמ:qh שב:qh בא:q רצ:qh גר:q דנ:qn זז:qh טס:qh מת:qh נע:qh נח:qh צמ:q רב:q שר:q שט:qh תר:q סר:qh צר:q חל:qh בנ:h כנ:h פצ:h פק:h צג:h קפ:h רמ:h שג:h
זנ:h טל:h כר:h ער:h פל:h צב:h צע:h צל:h גש:h גע:h גב:h בע:h בט:h סב:h סת:h מר:h דח:h תר:h תז:h נח:h נע:h קל:h רע:h חש:h חל:h פר:h צת:h סק:h
חמ:h דפ:h עז:h עד:h עפ:h גנ:h גה:h זק:h חד:h פג:h מצ:h בס:h קש:h לנ:h שק:h שה:h נס:h סע:h`;

/** Roots in י that become ו: הוריד, נולד, מוריד. */
const ROOTS_IN_YOD = `
רד בל כח לד סף צא שב שע תר דע דה עד על רש בש קר קע לכ רה דח כל כר זל זמ ער פע שט צל חל לה ני אל גע גה`;

type Letters = readonly [first: string, second: string, third: string];

const SIBILANTS: Readonly<Record<string, string>> = { ש: 'שת', ס: 'סת', צ: 'צט', ז: 'זד' };

/** The beginning of hitpa'el: הת before the root, the ת behind a first sibilant. */
const reflexive = (first: string) => SIBILANTS[first] ?? `ת${first}`;

const PATTERNS: Readonly<Record<string, (letters: Letters) => string>> = {
  q: ([a, b, c]) => {
    const root = a + b + c;
    const active = `${a}ו${b}${c}`;
    const future = `${a}${b}ו${c}`;
    return `${root} ${root}ה ${root}ו ${root}תי ${root}נו ${active} ${active}ת ${active}ים ${active}ות ${active}י י${future} ת${future}
      נ${future} א${future} ל${future} ${future} ${future}ה ${future}ים ${future}ות י${root} ת${root} נ${root} י${root}ו ${a}${b}י${c}ה
      ${a}${b}י${c}ת ${a}${b}י${c}ות`;
  },
  n: ([a, b, c]) => {
    const root = a + b + c;
    return `נ${root} נ${root}ה נ${root}ו נ${root}תי נ${root}נו נ${root}ת נ${root}ים נ${root}ות יי${root} י${root} תי${root} ת${root}
      יי${root}ו י${root}ו להי${root} להי${root}ות הי${root}ות`;
  },
  p: ([a, b, c]) => {
    const root = a + b + c;
    const past = `${a}י${b}${c}`;
    const passive = `${a}ו${b}${c}`;
    return `${root} ${root}ה ${root}ו ${past} ${past}ה ${past}ו ${past}תי ${past}נו מ${root} מ${root}ת מ${root}ים מ${root}ות מ${root}י י${root} ת${root} נ${root}
      א${root} י${root}ו ל${root} ${a}י${b}ו${c} ${a}י${b}ו${c}ים ${a}י${b}ו${c}י ${passive} ${passive}ה ${passive}ו מ${passive}
      מ${passive}ת מ${passive}ים מ${passive}ות י${passive} ת${passive}`;
  },
  h: ([a, b, c]) => causative(`${a}${b}`, c, `${a}${b}`),
  t: ([a, b, c]) => {
    const root = reflexive(a) + b + c;
    return `ה${root} ה${root}ה ה${root}ו ה${root}תי ה${root}נו מ${root} מ${root}ת מ${root}ים מ${root}ות י${root} ת${root} נ${root}
      י${root}ו לה${root} ה${root}ות ה${root}ויות`;
  },
};

function causative(start: string, last: string, passive: string): string {
  const active = `${start}י${last}`;
  return `ה${active} ה${active}ה ה${active}ו ה${start}${last}תי ה${start}${last}נו מ${active} מ${active}ה מ${active}ים מ${active}ות
    מ${active}י י${active} ת${active} נ${active} א${active} י${active}ו לה${active} ה${start}${last}ה ה${start}${last}ת ה${start}${last}ות
    הו${passive}${last} הו${passive}${last}ה הו${passive}${last}ו מו${passive}${last} מו${passive}${last}ת מו${passive}${last}ים
    מו${passive}${last}ות יו${passive}${last} תו${passive}${last} יו${passive}${last}ו`;
}

const PATTERNS_IN_HE: Readonly<Record<string, (a: string, b: string) => string>> = {
  q: (a, b) => {
    const root = a + b;
    return `${root}ה ${root}תה ${root}ו ${root}יתי ${root}ינו ${a}ו${b}ה ${a}ו${b}ים ${a}ו${b}ות ${a}ו${b}י י${root}ה ת${root}ה נ${root}ה
      א${root}ה י${root}ו ל${root}ות ${root}וי ${root}ויה ${root}ויים ${root}ויות ${root}ייה ${root}יה ${root}יית ${root}יות`;
  },
  n: (a, b) => {
    const root = a + b;
    return `נ${root}ה נ${root}תה נ${root}ו נ${root}ית נ${root}ים נ${root}ות יי${root}ה תי${root}ה יי${root}ו להי${root}ות הי${root}ות`;
  },
  p: (a, b) => {
    const root = a + b;
    return `${a}י${b}ה ${a}י${b}תה ${a}י${b}ו ${a}י${b}יתי ${a}י${b}ינו מ${root}ה מ${root}ים מ${root}ות י${root}ה ת${root}ה נ${root}ה י${root}ו
      ל${root}ות ${a}י${b}וי ${a}י${b}ויים ${a}י${b}ויי מ${a}ו${b}ה מ${a}ו${b}ים מ${a}ו${b}ות`;
  },
  h: (a, b) => {
    const root = a + b;
    return `ה${root}ה ה${root}תה ה${root}ו ה${root}יתי ה${root}ינו מ${root}ה מ${root}ים מ${root}ות י${root}ה ת${root}ה נ${root}ה י${root}ו
      לה${root}ות ה${root}יה ה${root}ייה`;
  },
  t: (a, b) => {
    const root = reflexive(a) + b;
    return `ה${root}ה ה${root}תה ה${root}ו ה${root}יתי ה${root}ינו מ${root}ה מ${root}ים מ${root}ות י${root}ה ת${root}ה י${root}ו לה${root}ות
      ה${root}ות`;
  },
};

const PATTERNS_OF_TWO: Readonly<Record<string, (a: string, b: string) => string>> = {
  q: (a, b) => {
    const root = a + b;
    const future = `${a}ו${b}`;
    return `${root} ${root}ה ${root}ו ${root}תי ${root}נו ${root}ים ${root}ות י${future} ת${future} נ${future} א${future} י${future}ו
      ל${future} י${a}י${b} ת${a}י${b} ל${a}י${b} י${a}י${b}ו`;
  },
  n: (a, b) => `נ${a}ו${b} נ${a}ו${b}ה נ${a}ו${b}ו נ${a}ו${b}ים`,
  h: (a, b) => causative(a, b, a),
};

const fieldsOf = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split(':') as [string, string?]);

/** All forms, some of them never printed. A root's last letter stays as the root has it (ם): lists are read folded. */
export function hebrewVerbForms(): readonly string[] {
  const forms: string[] = [];
  const add = (made: string | undefined) => {
    if (made !== undefined) forms.push(...made.trim().split(/\s+/));
  };
  for (const [root, patterns = ''] of fieldsOf(ROOTS)) {
    const letters = lettersOf(root);
    for (const pattern of patterns) add(PATTERNS[pattern]?.(letters));
  }
  for (const [root, patterns = ''] of fieldsOf(ROOTS_IN_HE))
    for (const pattern of patterns) add(PATTERNS_IN_HE[pattern]?.(root[0] as string, root.slice(1)));
  for (const [root, patterns = ''] of fieldsOf(ROOTS_OF_TWO))
    for (const pattern of patterns) add(PATTERNS_OF_TWO[pattern]?.(root[0] as string, root.slice(1)));
  for (const [root] of fieldsOf(ROOTS_IN_YOD)) {
    add(causative(`ו${root[0]}`, root.slice(1), root[0] as string));
    add(
      `נו${root} נו${root}ה נו${root}ו נו${root}ים ייוו${root} להיוו${root} י${root} ת${root} י${root}ו ל${root}ת`,
    );
  }
  return forms;
}

/** Roots of four letters keep the middle two together: תרגם has ת, רג, ם. */
function lettersOf(root: string): Letters {
  const letters = [...root];
  return [letters[0] as string, letters.slice(1, -1).join(''), letters.at(-1) as string];
}
