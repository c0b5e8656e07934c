/**
 * Words in and around names that are no name of their own, folded: titles, particles, marks of generation, legal forms,
 * words for kinds of organisations, places and events. Hand-made from common usage in about twenty languages; each is
 * in the list only if it says nothing about which one is meant.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a person's name; dropped unless nothing else is left. */
export const TITLES = set(`
mr mister mrs ms miss mx madam madame mme mlle monsieur herr frau fraulein senor senora senorita signor signora sr sra
dr doctor prof professor dott dottore docteur dipl ing phd md esq hon honorable honourable rev reverend father fr
sir dame lord lady baron baroness count countess duke duchess earl prince princess king queen emperor empress tsar
pope saint st san cardinal archbishop bishop rabbi imam sheikh shaikh shaykh sheik cheikh ayatollah mullah maulana
maulvi mawlawi hajji haji hajj sayyid seyyed sayyed ustad emir amir sultan mufti
president prasident presidente president vice premier minister ministre ministro chancellor kanzler bundeskanzler
chairman chairwoman chairperson chair secretary ambassador governor mayor senator sen congressman congresswoman rep
representative mp deputy judge justice attorney general gen lieutenant lt colonel col major maj captain capt sergeant
sgt brigadier brig admiral adm commodore commander cmdr marshal field corporal cpl private pvt officer director ceo
spokesman spokeswoman spokesperson former ex late comrade chief leader martyr
г господин госпожа президент министр премьер генерал полковник майор капитан доктор профессор академик депутат царь
князь граф товарищ пан пани
الرئيس رئيس الشيخ شيخ الدكتور دكتور د السيد السيدة الوزير وزير اللواء العقيد العميد الجنرال الملك الامير الامام الشهيد
القايد المهندس الاستاذ الحاج
교황 대통령 총리 天皇 הנשיא נשיא הרב רב דר פרופ אלוף האלוף שר השר מר גברת ראש הממשלה
κυριος κυρια κ δρ προεδρος πρωθυπουργος υπουργος`);

/** Also inside a name, and then no part of it; Sultan, Amir and King are names as well. */
export const HONORIFICS = set(`
haji hajji hadji hajj qari mullah molla maulvi maulana mawlawi mawlana sheikh shaikh shaykh sheik cheikh sayyid sayyed seyyed
sayed syed ustad ayatollah hojatoleslam dr prof الشيخ الحاج السيد الدكتور`);

/** After a person's name, in languages that put them there. */
export const TITLES_AFTER = set(`
천황 황제 왕 여왕 교황 대통령 총리 장관 의원 백작 공작 회장 씨 天皇 大統領 首相 氏 様 先生 总统 總統 主席 总理 總理 女士 将军 將軍
bey efendi pasha khanum ji saheb sahib`);

/** Inside a name, written or left out, apart or attached, in several spellings. */
export const PARTICLES = set(`
al el ul ad an ar as ash at az ed er es esh ez en il ال de del della dello dei degli di da das do dos du des d la le les los las l lo y e i
van von zu zum zur vom der den dem ter ten te af av und of the ha he`);

/** Kinship inside a name: the word after it is a parent's, so order matters. */
export const KINSHIP = set(
  'bin ibn ben bint binti bar bat abu abou aboe abi umm um oum ould ap mac mc بن ابن بنت ابو ام בן בת בר אבו',
);

/** Generation: which of two of the same name; numbers by value. */
export const GENERATIONS: Readonly<Record<string, string>> = {
  ...{
    jr: 'jr',
    junior: 'jr',
    jnr: 'jr',
    sr: 'sr',
    senior: 'sr',
    snr: 'sr',
    filho: 'jr',
    neto: '3',
  },
  ...{ pere: 'sr', fils: 'jr', мл: 'jr', младший: 'jr', ст: 'sr', старший: 'sr', hijo: 'jr' },
};
export const ROMAN: Readonly<Record<string, string>> = {
  ...{
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    xi: '11',
    xii: '12',
    xiii: '13',
    xiv: '14',
  },
  ...{
    xv: '15',
    xvi: '16',
    xvii: '17',
    xviii: '18',
    xix: '19',
    xx: '20',
    xxi: '21',
    xxii: '22',
    xxiii: '23',
  },
};
/** Numerals of one letter count only where no initial can stand: in organisations and events. */
export const ROMAN_LETTERS: Readonly<Record<string, string>> = { v: '5', x: '10', i: '1' };

export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  ...{
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
  },
  ...{
    first: '1',
    second: '2',
    third: '3',
    fourth: '4',
    fifth: '5',
    sixth: '6',
    seventh: '7',
    eighth: '8',
    ninth: '9',
  },
  ...{ tenth: '10', eleventh: '11', twelfth: '12', twentieth: '20' },
};

/** Joining words that any name may have or lack. */
export const SMALL_WORDS = set(`
the of and for in on at to a an de la le les des du et der die das und fur von y e del della di i и в на по за в из
و في من ה של ו & al el mv ms ss`);

/** Words for what kind of organisation it is; two names may differ in having one, hardly in which. */
export const ORGANIZATION_WORDS = set(`
company co corporation corp incorporated inc limited ltd group groupe gruppe grupo gruppo holding holdings international
intl global worldwide enterprise enterprises industries industry industrial partners associates brothers bros sons
trust foundation fund bank banking capital finance financial insurance services service solutions systems technologies
technology tech energy oil gas motors motor airlines air university college school institute academy hospital center
centre agency ministry department office bureau commission committee council board authority administration
association organization organisation union league federation society club party movement front army forces force
brigade brigades police court church museum news press times post media network broadcasting studios entertainment
com net org fc afc cf sc fk football europe asia africa america americas eurasia pacific european
bundeswehr verein stiftung gesellschaft partei ministerium banque banco banca universite universidad universitat
компания группа банк завод фонд партия министерство союз университет агентство институт корпорация холдинг
شركه مجموعه بنك مصرف وزاره جامعه حزب حركه منظمه مؤسسه جمعيه هييه لجنه مجلس
חברה קבוצת בנק משרד אוניברסיטת מפלגת ארגון`);

/** Of these, words that name a daughter or a work of its own: Ford Foundation is not Ford. */
export const DAUGHTER_WORDS = set(`
trust foundation fund capital finance financial insurance services service energy institute academy school college
hospital museum court police press news agency office bureau committee commission council board brigade brigades
stiftung фонд مؤسسه`);

/** Words for what kind of place it is: Gaza City is not Gaza Strip. */
export const PLACE_WORDS = set(`
city town village strip province governorate state region district county prefecture oblast krai republic kingdom
island islands river lake sea bay gulf mount mountain mountains valley desert peninsula airport port camp bank street
square municipality metropolitan area north south east west northern southern eastern western central upper lower new
old great greater saint fort
город область край район республика остров река озеро море гора улица посёлок село
مدينه قطاع محافظه اقليم جزيره نهر بحر جبل مخيم ضفه غرب شرق شمال جنوب العاصمه
העיר עיר רצועת מחוז אי נהר ים הר`);

/** Words for what kind of event it is. */
export const EVENT_WORDS = set(`
operation battle war agreement accord accords treaty storm hurricane typhoon cyclone earthquake flood floods election
elections summit conference festival cup championship games trial massacre bombing attack attacks raid siege uprising
revolution coup offensive campaign crisis protests protest strike fire crash disaster incident affair scandal pandemic
операция битва война выборы соглашение договор землетрясение عمليه معركه حرب انتخابات اتفاقيه زلزال מבצע מלחמת קרב בחירות`);

/** Also for telling organisations from people when the caller does not say. */
export const PLACE_ENDINGS = set(
  'city strip province governorate county river island islands airport oblast krai',
);
export const PLACE_STARTS = set('republic kingdom state city province gulf mount lake river strait sea');
