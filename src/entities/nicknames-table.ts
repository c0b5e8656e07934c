/**
 * Given names, each before its short and pet forms, folded, and the forms neighbouring languages give one person's name
 * (Volodymyr, Vladimir). Made by hand from common knowledge; a form may belong to several names (Alex, Sasha), which is
 * why the table finds candidates and never decides alone. Its names also tell a slip from another name (Marta, Maria).
 */
const ENGLISH = `
abigail abby gail|abraham abe bram|adelaide addie|adrian ade|albert al bert bertie|alexander alex alec alick sandy sasha sacha xander lex
alexandra alex sandra sasha lexi|alfred alf fred alfie|alice ally|alison ali|amanda mandy|amelia amy millie|andrew andy drew|angela angie
anna annie nan|anthony tony ant|archibald archie|arthur art artie|augustus gus|barbara barb babs barbie|barnabas barney|bartholomew bart
beatrice bea trixie|benjamin ben benny bibi binyamin|bernard bernie|bertram bert|beverly bev|bradley brad|calvin cal|cameron cam
caroline carrie caro|catherine cathy kate katie cat kitty|cecilia cece|charles charlie chuck chas chip|charlotte lottie charlie
christina chris tina chrissie|christine chris chrissie|christopher chris kit topher|clarence clancy|clifford cliff|clinton clint
constance connie|cornelius neil|curtis curt|cynthia cindy|daniel dan danny|david dave davy|deborah deb debbie|dennis denny|derek del
desmond des|diana di|dominic dom nick|donald don donnie|dorothy dot dolly dottie|douglas doug|edgar ed eddie|edmund ed eddie ned ted
edward ed eddie ned ted teddy|edwin ed eddie win|eleanor ellie nell nora|elizabeth liz lizzie beth betty betsy eliza libby bess lisa
emily em millie|emma em|ernest ernie|esther essie|ethan eth|eugene gene|evelyn eve evie|ezekiel zeke|florence flo flossie|frances fran franny
francis frank fran|franklin frank|frederick fred freddie freddy|gabriel gabe|geoffrey geoff jeff|george georgie|gerald gerry jerry
gerard gerry ged|gilbert gil bert|gordon gord|grace gracie|gregory greg gregg|harold harry hal|harriet hattie|harrison harry|hannah hanna
helen nell nellie|henrietta etta hettie|henry harry hank hal|herbert herb bert|howard howie|hubert hugh bert|irving irv|isaac ike zac
isabella bella izzy|isabel izzy bella|jacob jake|jacqueline jackie|james jim jimmy jamie jem|janet jan|jason jay|jeffrey jeff|jennifer jen jenny
jeremiah jerry|jeremy jerry jez|jerome jerry|jessica jess jessie|joan joanie|joanna jo|john jack johnny jock|jonathan jon jonny
joseph joe joey jo|josephine jo josie|joshua josh|judith judy jude|julia julie jules|julian jules|justin jus|katherine kate kathy katie kat kit
kathleen kathy kath|kenneth ken kenny|kevin kev|kimberly kim|lawrence larry laurie|laurence larry laurie|leonard len lenny leo|leopold leo
leslie les|lewis lew|lillian lily lil|lincoln linc|louis lou louie|louise lou|lucille lucy|luther lou|madeleine maddie|madison maddie
malcolm mal|marcus marc|margaret maggie meg peggy greta marge madge daisy|marilyn lyn|marjorie marge|martha marty patty|martin marty
mary molly polly mamie|matthew matt matty|matilda tilly|maurice mo|maxwell max|maximilian max|melanie mel|melissa mel|melvin mel
michael mike mick mickey mikey|mildred millie|mitchell mitch|mohammed mo|montgomery monty|nancy nan|nathan nate nat|nathaniel nate nat
nicholas nick nicky nico klaus|norman norm|oliver ollie|oscar ossie|pamela pam|patricia pat patty trish tricia|patrick pat paddy
peter pete|philip phil|phillip phil|phyllis phyl|priscilla cilla|prudence pru|rachel rae|ralph rafe|randolph randy|raymond ray
rebecca becky becca|reginald reg reggie|richard rick ricky dick rich richie|robert bob bobby rob robbie bert robin|roderick rod
rodney rod|roger rodge|roland rollie|ronald ron ronnie|rosemary rosie|rudolph rudy|russell russ|samantha sam|samuel sam sammy|sarah sally sadie
sebastian seb bas|sidney sid|solomon sol|spencer spence|stanley stan|stephanie steph|stephen steve steph steven|steven steve|stewart stu stew
stuart stu|susan sue susie suzy|susannah sue susie|sylvester sly|terence terry|theodore ted teddy theo|theresa terry tess tessa|thomas tom tommy
timothy tim|tobias toby|valerie val|vanessa nessa|veronica ronnie|victor vic|victoria vicky tori vic|vincent vince vinnie|virginia ginny
vivian viv|wallace wally|walter walt wally|wesley wes|wilfred wilf|william bill billy will willie|winifred winnie|winston win|zachary zach zack`;

const SLAVIC = `
aleksandr sasha sanya alex shura aliaksandr oleksandr|alexander aleksandr oleksandr aliaksandr|aleksandra sasha shura|alexei alyosha lyosha oleksiy oleksii aliaksei
aleksei alyosha lyosha oleksiy oleksii|anastasia nastya nastia|anatoly tolya tolik anatoliy|andrei andriy andrii andrey dron|andrey andriy andrii
anna anya anechka hanna|antonina tonya|arkady arkasha|artem tyoma artyom|boris borya borys|bogdan bohdan|daniil danya danylo|denis denys
dmitry dima mitya dmytro dzmitry dimitri|dmitri dima mitya dmytro|ekaterina katya katia kateryna|elena lena lenochka olena alena|elizaveta liza
evgeny zhenya yevhen yauhen|yevgeny zhenya yevhen|evgenia zhenya|fyodor fedya fedir|galina galya halyna|georgy gosha zhora heorhiy
gennady gena hennadiy|grigory grisha hryhoriy hryhorii|igor goga ihor|ilya ilyusha illia|inna inessa|irina ira irochka iryna|ivan vanya ioann
kirill kirya kyrylo|konstantin kostya kostyantyn|larisa lara larysa|leonid lyonya|lev lyova|lidia lida|lyubov lyuba|lyudmila lyuda mila lyudmyla
maksim max maks maxim|maria masha manya mariya mariia|marina marinka maryna|mikhail misha mykhailo mykhaylo mikhas|nadezhda nadya nadiya
natalia natasha nata nataliya|natalya natasha|nikita nikitka mykyta|nikolai kolya mykola mikalai|nikolay kolya mykola|nina ninochka|oksana ksyusha
oleg olezhka oleh|olga olya olha|pavel pasha pavlik pavlo|pyotr petya petro piotr|polina polya|raisa raya|roman roma|rostislav slava
ruslan rus|semyon syoma semen|sergei seryozha serhiy serhii siarhei|sergey seryozha serhiy serhii siarhei|sofia sonya|stanislav stas slava|stepan styopa
svetlana sveta svitlana|taras tarasik|tatiana tanya tetyana tetiana|tatyana tanya tetyana|timofei tima|vadim vadik vadym|valentina valya valentyna
valentin valya valentyn|valery valera valeriy|vasily vasya vasyl|vera verochka vira|viktor vitya|victor vitya|viktoria vika|vitaly vitalik vitaliy
vladimir vova volodya vlad volodymyr uladzimir|volodymyr vova volodya|vladislav vlad slava vladyslav|vsevolod seva|vyacheslav slava viacheslav
yaroslav slava yarik|yegor gosha yehor|yelena lena olena|yulia yulya|yuri yura yuriy yurii|yury yura yuriy|zinaida zina|zoya zoika
jan janek honza|stanislaw staszek stas|krzysztof krzys|wojciech wojtek|zbigniew zbyszek|tadeusz tadek|jozef jozek|katarzyna kasia|malgorzata gosia
josef pepa|frantisek franta|jiri jirka|tomas tomik|milan mile|nikola niko|aleksandar aca sasa`;

const WESTERN = `
alejandro alex jandro|alfonso fonso poncho|alberto beto tito|antonio toni tony tono tonio nino|beatriz bea|carlos charly|carmen menchu carmela
concepcion concha conchita|consuelo chelo|cristina cris|daniela dani|dolores lola|eduardo edu lalo|enrique quique kike|ernesto neto
esperanza espe|federico fede|felipe pipe|fernando nando fer|francisco paco pancho curro kiko fran cisco|francisca paca paqui|gabriela gabi
gregorio goyo|guadalupe lupe lupita|guillermo memo guille|gustavo gus|ignacio nacho|isabel isa chabela|jesus chucho chus|joaquin quino
jose pepe chepe|josefa pepa|juan juanito juancho|laura lauri|leticia leti|lorenzo lencho|luis lucho|luisa lula|luiz lula|manuel manolo manny
manuela manoli|margarita marga|maria mari maruja|mariano nano|mercedes merche meche|miguel migue|montserrat montse|natividad nati
pablo pablito|patricio pato|pedro perico|pilar pili|rafael rafa|ramon moncho|ricardo ricky richi|roberto beto tito|rodrigo rodri|rosario charo
salvador chava salva|santiago santi chago|sebastian sebas|sergio checo|socorro coco|soledad sole|teresa tere maite|vicente chente|yolanda yoli
joao joaozinho|sebastiao tiao|raimundo mundo|paulo paulinho|ronaldo ronaldinho|antonia tonia|giovanni gianni nanni vanni|giuseppe peppe beppe pino
luigi gigi gino|francesco franco ciccio checco|domenico mimmo|salvatore toto turi|vincenzo enzo cenzo|lorenzo enzo renzo|alessandro sandro ale
alessandra sandra ale|pierluigi gigi|raffaele lello|gaetano tano|michele lino|caterina rina|giuseppina pina|elisabetta betta|margherita rita
andre dede|bernard nanard|dominique dom|elisabeth babette lise lisa|emmanuel manu|etienne tiennot|francois fanfan|frederic fred|geraldine gege
gerard gege|jacques jacky|jean jeannot|jeanne jeannette|joseph jojo|marguerite margot|nicolas nico|philippe phil|stephane steph|sylvie syl
therese tete|valerie val|veronique vero|virginie gini|yves yvon
albrecht albi|andreas andi|angelika geli|annemarie anne|barbel babs|bernhard bernd hardi|christian chris|christoph chris stoffel|dietrich dieter
dorothea dora thea|eberhard eber hardy|elisabeth elli lisbeth lisa liesel else sissi|ferdinand ferdi|franziska franzi fanny|friedrich fritz fred fiete
gerhard gerd|gertrud trude gerti|gottfried friedel|gunther gunni|hannelore hanne lore|heinrich heinz heini hinnerk|helmut helle|hermann menne
hildegard hilde|ingeborg inge|jakob jockel|joachim jochen achim jo|johann hans|johanna hanna|johannes hans hannes jo|josef sepp jupp
karl kalle|katharina kathe katrin kati|konrad conny|kunigunde kuni|leonhard leo hardl|ludwig lutz wiggerl|magdalena lena leni|margarete grete gretel gretchen
maria mitzi|mathias matze|matthias matze hias|michael michi michel|nikolaus klaus niko|reinhard reini|rosina rosi|rudolf rudi|sebastian basti wastl
siegfried sigi|sigrid siggi|stefan steff|susanne susi sanne|theodor theo teddy|theresia resi|ulrich uli|ursula uschi ulla|valentin velten
walburga burgi|waltraud traudl|wilhelm willi willy helm|wilhelmina minna|wolfgang wolf wolfi|cornelis kees cor|hendrik henk|jacobus koos sjaak
johannes jan joop|antonius toon ton|adrianus adri|petrus piet|gerardus gerard|wilhelmus wim willem|willem wim|margaretha griet|maria miep mieke
lars lasse|anders andy|bengt bengan|karin kajsa|nils nisse|per pelle|olof olle`;

const EASTERN = `
yitzhak itzik izzy|avraham avi rami|yaakov kobi yanki|shimon shimi|binyamin bibi ben benny|david dudi dudu|eliyahu eli|eliezer eli lazer
gavriel gabi|haim vital|menachem mendel|michael miki|mordechai motti moti|moshe moishe moshik|nahum nahumi|natan nati|rafael rafi
reuven ruvi|shlomo shlomi momo|shmuel shmulik|tzvi zvika|uriel uri|yehoshua shuki|yehuda yudi|yeshayahu shaya|yisrael srulik|yosef yossi yosi
zeev vova|hanna hani|miriam miri|rivka riki|ruth ruti|sarah sarit|esther esti|shoshana shosh
abdullah abboud|ibrahim barhoum|ahmed hamada|mohammed hamada hamoudi mo|muhammad hamoudi mo|mustafa sattouf|khalil khallouli|fatima fatoum
zaynab zanouba|latifa lulu|hussein hussi|ali alloush|suleiman sully|abdulaziz azouz|abdelaziz azouz|abdulrahman abboud|yusuf yousef jojo
mehmet memo|mustafa mistik|ibrahim ibo|suleyman sulo|abdullah apo|ayse ayshe|fatma fatos`;

export const NICKNAMES = [ENGLISH, SLAVIC, WESTERN, EASTERN]
  .map((lines) => lines.trim().replaceAll('\n', '|'))
  .join('|');
