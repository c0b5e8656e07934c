/**
 * Words that stand for one another though their letters do not tell: abbreviations and translations of kinds of
 * organisations (Dept, Ministerio), and East Asian surnames and syllables as different systems romanise them (Lee, Yi).
 * The naive version, an edit distance, finds Natl and National apart. Hand-made from common usage; one group a line.
 */
const KINDS = `
international intl
national natl nacional nazionale
department dept
manufacturing mfg
university univ universitat universite universidad universita universidade universiteit университет جامعه אוניברסיטת
industries industry ind inds industrie industria
group grp groupe gruppe grupo gruppo группа مجموعه קבוצת
association assn assoc associates asociacion associazione associacao verband
brothers bros
services service svc svcs servicios
management mgmt mgt
development dev devt
engineering engg engrg
technology tech technologies technologie tecnologia
government govt regierung gouvernement gobierno
institute inst institut instituto istituto институт معهد
ministry min ministere ministerium ministerio ministero ministerie министерство وزاره משרד
bank banque banco banca банк بنك בנק
party partei parti partido partito partij партия حزب מפלגת
company compagnie compania компания شركه חברה
insurance ins versicherung assurance assurances seguros
financial fin finance finances
heavy hvy
motor motors mtr
electric elec elektrik electrique
energy energie energia энергия
federation fed federacion federazione федерация
union unione союз اتحاد
agency agence agentur agencia agenzia агентство وكاله
committee cttee comite komitee comitato комитет لجنه
council rat conseil consejo consiglio совет مجلس
republic republik republique republica repubblica республика جمهوريه
defence defense verteidigung difesa defensa обороны الدفاع
health sante gesundheit salud salute здравоохранения الصحه
hospital hopital krankenhaus ospedale больница مستشفي
saint st sankt
mount mt
north nord norte
south sud sur
east est ost
west ouest oeste
central centrale zentral
laboratory laboratories lab labs
pharmaceutical pharmaceuticals pharma
construction constr
communications comm comms
corporation corp
holding holdings hldg hldgs
investment investments inv invest
trading trdg
shipping shpg
petroleum petrol
chemical chem chemicals
equipment equip
systems system sys
center centre ctr centro zentrum центр مركز`;

const SYLLABLES = `
lee yi rhee ri
li lee
park pak bak
kim gim
choi choe
jung chung jeong
kang gang
cho jo
yoon yun
lim im rim
shin sin
suh seo
kwon gwon
ahn an
yoo yu ryu
ko koh go
moon mun
baek paek paik
bae pae
hur huh heo
shim sim
roh noh no
koo gu ku
geun keun kun
hyun hyeon hyon
joon jun
seok suk sok
chul cheol chol
hee hui
kyung gyeong kyong
myung myeong myong
wook uk
eun un
seung sung song
tse ze
tung dong
hsiao xiao
chou zhou
kuo guo
tsai cai
chiang jiang
hsu xu
hsieh xie
tseng zeng
chien qian
chin jin
kao gao
tsao cao`;

let groups: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The first word of each group that a word is in. */
function unpack(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const line of `${KINDS}${SYLLABLES}`.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) found.set(word, new Set([...(found.get(word) ?? []), words[0] as string]));
  }
  return found;
}

/** Words that stand for the groups a folded word is in; empty for nearly every word. */
export function headsOf(word: string): ReadonlySet<string> {
  groups ??= unpack();
  return groups.get(word) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();

/** Whether two folded words stand for one another. */
export function areEqualWords(a: string, b: string): boolean {
  const heads = headsOf(a);
  if (heads.size === 0) return false;
  for (const head of headsOf(b)) if (heads.has(head)) return true;
  return false;
}
