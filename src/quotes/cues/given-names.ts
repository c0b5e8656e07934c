/**
 * Given names and whom they usually name: "she" is not resolved to a John.
 *
 * The naive version has no list and takes the nearest name. From popular-names-by-country (CC0) and common English
 * names; a name used for both, such as "Robin", says only that a person is meant. O(1) a look-up.
 */
const MALE =
  'aarav aariz aaron abbas abd abdallah abdelkader abdoulaye abdul abdulaziz abdulla abdullah abdullo abdulrahman ' +
  'abubakr abulfazl adam adama adin adomas adrian adrians afonso agustín ahmad ahmed ahmet aidan aiden aimar ' +
  'aisultan aiur aksel alan albert aldiyar aldo alec alejandro aleks aleksandar aleksander aleksandr aleksandre ' +
  'alessandro alexander alexandru alexey alfie alfred ali alikhan alinur alistair alparslan alteo amar amine amir ' +
  'ammar anar andreas andrei andrej andrew andria andrias andriy andy angelo angus anthony anton antoni antonio ' +
  'antônio aoi aputsiaq aras archie areg areni ari ariel arjun arman armen arnold aron artem arthur artiom artur ' +
  'artyom ashot athanasios atlas august ayoub aziz bader bakary bandar banele barack barney barry bautista ben ' +
  'benas bence benicio benjamin benjamín bernard bernie berrdo beshoi bibek biel bilal bill billy bishal bob bobby ' +
  'bogdan boris brad bradley brahim brendan brian bruce bruno bryan calvin carl carlos cesar charbel charles ' +
  'christian christopher christos chuluun cillian ciro clarence clive colin conor craig cyril césar damian damjan ' +
  'dan danel daniel daniels daniil danijel danny danylo daris darren dave davi david davit davud dean dejan demetre ' +
  'denis dennis derek dhruv dick diego dimitar dimitrios dion djamel dmitri dmitry dmytro dominic dominik dominykas ' +
  'don donald donnie doug douglas dragan duarte duncan dušan dwight dylan dyllan dániel džan earl ed eddie edgar ' +
  'edmund edoardo edward edwin eeli eino eitan eithan elchin elias elie elijah elliott elmar elnur elshan elyas ' +
  'eman emil emiliano emir emmanuel emīls eric ernest ethan eugene evan evens evgeny ewan eymen ezekiel fadi fahad ' +
  'fahd faisal felipe felix ferdinand fernando ferndo filip finlay finn fran francesco francisco franciszek frank ' +
  'franklin fred frederick fūma gabor gabriel gabriele gael gagik gareth gary gaspar gavin geoff geoffrey george ' +
  'georgi georgios gerald gerard gerry gerónimo gevorg gilbert gilli giorgi glen glenn godfrey goran gordon graeme ' +
  'graham grant greg gregory gustavs guy göktug habib halim hamid hamish hamza hank harold harraz harris harry haru ' +
  'haruma harun haruto harvey hasan hashem hassan hayk hector heitor henry herbert herkus herman hinato hiro ' +
  'hossein hovhannes howard hudson hugh hugo huseyn hussain hussein hydar hàorán hüseyin ian ibai ibrahim igor iker ' +
  'ilgar ilija iman inuk inunnguag inutsiaq ioane ioannis ion isaac isak ismail itsuki ivan ivik izz jack jacob ' +
  'jacques jad jake jakob jakov jakub james jameson jan jason javier jed jeff jeffrey jeremy jerome jerry jerónimo ' +
  'jesse jim jimmy joe joel joey john johnny jokūbas jon jonas jonathan jordi jorge jose joseph josh joshua josiah ' +
  'josip josé jovan joão juan jude julen jules julian junior justin jákup jógvan jón jónas jökull jēkabs kabir kai ' +
  'kairo kajus kaloyan kamal karam karim karl kathem kazi keanu keith ken kenneth kenny keven kevin khaled khalid ' +
  'kiaan kiran kirk kirollos kiwa klaus koa kofi konstantinos krishna kurt kyle kári kārlis lan lance larry ' +
  'laurence lavi lawrence lazar leano leevi leo leon leonard leonardo leordo leroy lev levente levi lewis liam lio ' +
  'lionel lloyd logan lorenzo louis lourenço lovro lubanzi lucas luis luiz luka lukas luke lukáš lwandle léo ' +
  'mahamadou mahammad mahdi mahesh mahmoud maksim maksym malachi malcolm maligiaq malik malthe mamadou manaia ' +
  'manish manua manuel marama marc marcel marcell marco marcos marcus mario marios mark markas markel marko marks ' +
  'markus marshall marti martim martin martí martín marvin matas matei matej mateo matija matt matteo matthew ' +
  'matthías mattia mattias matvey matyáš matías matěj maui maurice max maxim maximilian maximiliano maël mees mehdi ' +
  'mehmet melvin michael michail michal michalis mick miguel mihail mikael mikaere mikayel mike mikhail miki ' +
  'mikołaj milan miles miloš mina minato minik miraç mitch moana modibo mohamed mohammad mohammed monte moussa ' +
  'muhamad muhammad muhammed murad murray mustafa mykhaylo máté míngzé mùchén mùyáng nagi nagisa naranbaatar narek ' +
  'nathan nathaniel naïm neil nelio nelson nicholas nick nicolás niel nigel nik nikau niko nikodem nikola nikolaos ' +
  'nikoloz nil nils noah noam noel nomaan norman norsaq nuka nurislam nóa ofentse oihan oisin oisín oleksandr ' +
  'oliver olivér omar omer onni oscar oskar osman otto oumar owen pablo paddy panagiotis patrick pau paul paulo ' +
  'pedro percy petar pete peter peterson phil philip phillip pierre piers pol prakash prasert prem qillaq quentin ' +
  'rachid rafael ralfs ralph ramazan ramon ramón raphael raphaël rashad rasmus raul ravi ray raymond refael ' +
  'reginald relja ren rex reza ricardo riccardo richard rick ricky roan rob robert roberto roberts rod rodney roel ' +
  'roger roko roland roman ron ronald ronnie rory roy rudolph rudy rupert russell ryan rían said saleh salik samir ' +
  'samuel samvel samyar santiago saqib scott sean sebastian sebastián sekou selim sem sergei shahem shahid shane ' +
  'shaun sheikh shivansh sid siddhartha simon siphosethu somboon somchai somporn somsak souleymane stan stanisław ' +
  'stanley stefan stephen steve steven stevenson stewart stuart syed szymon sōma tadhg taha taim tamatoa tapuarii ' +
  'tareq tariq tatsuki ted tehei teiki teiva teo teodor terence teva than thaniel theo theodor theodore thiago ' +
  'thomas théo tiago tigran tim timofey timothy tobias toby todd toivo tom tomas tommaso tommy tomás tomáš tony ' +
  'trevor tróndur tunar turki tyler ulloriaq umar uri usman valdemar valentin valter vasileios vasilije vedant ' +
  'vernon vicente victor viktor vincent viraj vladimir vladyslav vojtěch vugar vuk vusal väinö walt walter warren ' +
  'wassim wayne wesley wilfred will william willie wilson winston yamato yassin yehuda younès yousef yousouf ' +
  'youssef yusef yusif yusuf yìchén yìzé yūma zach zachary zahid zahir zalán zion zoran àlex ádám álvaro ángel ' +
  'édouard óliver ömer žan';
const FEMALE =
  'aada aadhya aarya aasha abigail adele aditi adriana adéla agnes agustina aikaterini aino aisha aisyah aitana ' +
  'ajda ajla alanoud alberte aleksandra alessia alexandra alice alicja alina aline alisa alise alison aliya alma ' +
  'althea alysha amahle amaia amal amanda amara amaris amayra amber ambra ambre amelia amelija amelja amina aminata ' +
  'amira amy amálie amēlija ana anahit anastasia anastasija anastasiya andreea androula ane angel angela angeliki ' +
  'angelina angeline anita ann anna anne annette annie anohito antonella antônia anzu aoife ariana arianna armine ' +
  'arpi aruuke aruuzat asel asemahle ashraqat asilim asiya asja asmita assia asta astrid asya aurora ava aviana ' +
  'avigail awa aya ayala ayalah ayesha aygun ayim ayla aylin ayra aysel ayzere ayşa ayşe azaria azariah azra aïcha ' +
  'aþena baran barbara barbare bayarmaa beatrice beatriz benazir benedita bernadette bertha beth betty beverly ' +
  'biljana binita bintou bisera bismah bogdana boglárka bolormaa bonnie brenda bridget brittany camila camilla ' +
  'camille carla carmen carol carolina caroline catalina catherine cathy cecília celeste celine charlotte chedeline ' +
  'cheryl chloe chloé christina christine cindy claire clara clare claudia colleen concepción condoleezza cynthia ' +
  'daisy dalal dalila daniela danielle danna daria darija dawn deborah debra defne delfina denise dhia diana diane ' +
  'dimitra djeneba doha donna dora doreen doris dorothy dragana dunja dārta ecrin edith edna eevi eileen eisha ' +
  'elaine eleanor elena elene eleni elif elija elisabeth elizabeth elizaveta eliška ella ellen elli ellie elsie ' +
  'elza ema embla emelia emely emilia emilija emiliya emily emilía emine emma erica erin esma esperanza esther ' +
  'ethel eva eve evelina evelyn evie eylül fajr fanta farah farida farrah farzana fatemeh fatima fatin fatma ' +
  'fatoumata faye felicity fernanda fiadh fiona florence fozia frances francisca freja freya frida frieda fátima ' +
  'gabija gabriela gail gamalat gamila gayane gemma georgia georgina geraldine gertrude gianna gillian gina ginevra ' +
  'ginger giorgia gita giulia gladys glenda gloria gogo googoosh gordana grace guadalupe gunay gunel guðrún gwen ' +
  'habiba hadicha hana hanna hannah harper harriet haruna hasmik hasnaa hatice hawa hazel heather heidi heikapu ' +
  'helen helena helma helmi hessa hilary hillary himari hina hinano hinata hjørdis hoda holly hosna hosniya hur ' +
  'hussa iben ida imene iminathi imogen inaya indira ines ingrid inès ioanna irati irene irina iris isabel isabella ' +
  'isabelle isidora isla islande ivaana ivalu ivana ivy izaro jackie jacqueline jade jana jane janet janice ' +
  'jeanette jelena jennifer jenny jessica jill jiya joan joanna joanne jori josefa josephine jouri jovana joy joyce ' +
  'juana judeline judith judy julia juliana julie julieta juliette julija june júlia kabita kadiatou kaia kamilė ' +
  'karima karine karolína kate katerina katherine kathleen kathryn kathy katie katla khadije khawla khongordzol ' +
  'kiara klara klea konstantina konul kora kristen kristin ksenija kyra kyriaki laia lamija lana lara latifa laura ' +
  'lauren layla lea leah leandra leen lejla lena leni lenna leonor lesedi leyla lia lian lianne lidia liepa lile ' +
  'lili lilien lilit lilja lillian lillie lilly lily lin lina linda lisa lisakhanya livia liz ljiljana lois loretta ' +
  'lorraine louise lovelie lovely luana lucia luciana lucija lucy lucía ludovica luknė lulwa luna lur lusine lydia ' +
  'lyn lyna lynn léa léna lía lív lėja mabel maddi madeleine maeva maggie maha maia maitê maja malak malek malen ' +
  'malu maneh manuela marcia mareva margaret margarida mari maria mariam mariami marian mariana marie marija ' +
  'marilyn marina mariya marjorie marta martha martina marwa mary marya maryam maryja maría matilda matilde ' +
  'matthildur maureen maxine maya maysoun maša megan mehar mei melanie melina melisa melissa meriem merjem mersana ' +
  'meryem mia michelle mila milagrosa milana mildred milena milica millie mio mira miranda mirjana mirlande moea ' +
  'moeata molly mona monica myrlande mädïna mía nada nadia nahia nancy naomi nare narine natalia natalie natalija ' +
  'nathalie natália natálie naura naya nehir nela nesreen neža nia nicola nicole niharika nika nikol nilay nina ' +
  'nivi niviaq noemí noor nora norma nouf noûr nur nuray nurul nutsa odval oisha oleksandra olga olive olivia ' +
  'oliwia ona oumou oyunbileg paige pam pamela panagiota paneeraq paninnguaq paraskevi pari patricia patricija ' +
  'patrícia patsy paula paulina pauline peggy penelope penny phyllis pipaluk poema pola polina polly princess ' +
  'priscilla priya puteri rabina rachel radmila ramona rania raquel raya rayana rebecca reem reema regina rei reina ' +
  'renata renee rethabile rhonda ria riko rin rita roberta roghayyeh ronja rosa rose rosemary rosie rosmery rowan ' +
  'roxana ruby ruth ruòxī saar sabrina sadie safija safiya saga sahar sakeena sakineh sakura saliha sally salma ' +
  'salomé sama samantha sandra sara sarah selma sesili sevda sevinj shahd shaikha shaimaa shams sharon shayma ' +
  'sheila sherifa shirley shristi sienna simona sita siti snezana snežana sobia sofi sofia sofie sofija sofiya ' +
  'sofía solomiya somayyeh sonia sophia sophie stella stephanie sue suha sultan sumayah sunita susan susanna susie ' +
  'suzana suzanne sylvia sára sóley sólja tamar tamara tammy tanya tara tarana tarita tatiana teodora teresa tereza ' +
  'tess teura thelma theresa tiare tina titaina titaua tomyris trinidad tuleen uiloq ursula uta vaea valentina ' +
  'valeria valerie vamika vanessa varvara vasiliki vasilisa venla vera veronica veronika vesna vicky victoria ' +
  'viktoria viktorie viktoriya viktoría viktória viola violet violeta virginia vita vittoria vivian vusala vár ' +
  'wanda wateen wendy widelene willow ximena xīnyí yara yasmin yasmine yasna yekaterina yelena yeva yoana yolanda ' +
  'yua yuina yulia yuna yvette yvonne yìhán yīnuò yūna zahra zainab zala zehra zeinab zeynab zeynep zina zoe zofia ' +
  'zoé zuzanna zümra ámbar éabha şerife';
const EITHER =
  'alex andrea aria charlie chris dana francis jamie jay jean karen kelly kim lee leslie lethabo lethokuhle luca ' +
  'marion melokuhle nino noa omphile robin sam terry tracy wan';

export type Gender = 'he' | 'she';

const genders = new Map<string, Gender | null>();
for (const name of EITHER.split(' ')) genders.set(name, null);
for (const name of MALE.split(' ')) genders.set(name, 'he');
for (const name of FEMALE.split(' ')) genders.set(name, 'she');

/** `null`: a given name of either; `undefined`: no given name we know. In lower case. */
export function genderOfGivenName(name: string): Gender | null | undefined {
  const known = genders.get(name);
  if (known !== undefined || !name.includes('-')) return known;
  // "Eva-Marie"
  const [first, second] = name.split('-');
  return genders.has(second!) ? genders.get(first!) : undefined;
}
