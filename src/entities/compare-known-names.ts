/** Made by src/platform/node/train/compare-known.ts from popular-names-by-country (CC0); do not edit. */
export const KNOWN_NAMES = `
aadhya aarya acosta ademovic adilovic adrian agustin agustina ahamed ahmadov ahmet ahonen aigner aino
aitana aleksandar aleksandra alexander alexandra alexandru ali alice aliev alina aline aliya aliyev
amahle amaia amalie amar amara amarasinghe amaris amayra amelia amelija amelja amina amine amir amira
andersen andrias ang angel angela angelo angelov angelova anna antonia antonio antunes aputsiaq ari aria
ariana arianna arias ariel arman armen armine arslan asemahle aslan asmita assia auer aviana ayala azaria
bae baek bai bak baker bakker barone bauer berger bhak bianchi bianco binita blanco bogdan bogdana bos
bozic bun byrne cai campos can caputo carbone carlos carrillo carter caruso castillo celine cerna cerny
cha chadad chai chan chand chandra chang chazan chea cheam chen cheon cheong cheung chey chhan chhorn
chiba chim chin cho choa choi chong choo choy christian christina chu chua chun chung cohen coi conti
corpuz correa cortes cortez costa cruz dam damian damjan danel daniel daniela danielsen dao daria darija
darta davi dejan dekker demir dimitrov dimitrova din doherty dragan dragana dukic dul dumont duong dupont
duric dvorak dvorakova eam ebner eeli eevi egger ekanayake elchin elena elija elshan ema eman embla emil
emilia emilija eng eriksen esma ethan farah farias farida farina fatima fatma fernandez ferrara ferrari
ferraro ferreira ferreyra ferri fisher foster francisca francisco franco fujihara fujii fujita fujiwara
fuma gallagher galli gallo gamalat gamila gang garcia garza gega gegaj georgia georgiev georgieva
georgios gerber ghang ghim gianna gim gita goh goo goran gordana grassi grasso gruber guerra guliyev guo
habib habiba hadzic hagen hah hall han hana hansen hansson hara harada harris harry haru haruma haruna
haruto hashem hasnaa hassan haugen heng henriksen heo her hernandez herrera hill hina hinano hinata
hinato hodzic hong horak horakova hosna howard hristov hristova huang huber hui hun hur hwang ibraev
ieong ikeda iliev ilieva inutsiaq ioanna ioannis ionescu isaev ishida ishii islande itsuki ivaana ivan
ivana ivanov ivanova ivanovic ivanovski iwasaki jan jana jang jansson jayasinghe jayaweera jean jee
jelena jen jensen jeon jeong jin joe joel joeng joensen johannesen johansen johansson johnsen jokinen jon
jonsson joo jorgensen jovan jovana jovanovic joy juan juana juarez jukic jun jung juric juu kabita kaia
kaliev kalnins kang kara karam karen karim karima karine karlsen karlsson kato kavcic kawano kaya
kazlauskas kazlauskiene keller kelly khat khay kim kimura kitanovski klavins koa koak koh kojima kolla
kollar koller kondo kono konstantina konstantinos kontos koo kora koskinen koufos kovac kovacevic kovacic
kovacik kovacs koyama kravchenko kremer krier kristi kristo kucera kucerova kwak lahtinen lam lamija lan
lana lao larsen larsson lau law lea lechner lee leen leevi lefebvre lefevre lehner lehtinen lehtonen
leitner leka lena leo levi levin lia liam lian lie lili lilien lim lin lina liu livia liz lombardi
lombardo long lorenzo luana luca lucas luciana luiz luka lukic lum luo luong lur mac madina madsen maeda
maeva maha mahamadou mahesh mai maia makinen malik mamadou mammadov manaia mancini manish manuel marama
marat marchenko marcia marcos mareva mari maria mariam mariani maric marie marija marin marina marini
marino marios mark markas markel markoski markovic markovski marquez marta marti martim martin martina
martinez martini martino marwa mary marya maryam masuda matas matej mateo matias matic matija matos
matovski matsuda matsui maya mean means meas medina mehmet mehmeti mei meijer mejia melisa mendez mendoza
meng meyer meyers mia mila milan milena milica min mina minato mirkovic mirlande mitrovic miura miyasaki
moana moea moeata mohamed molina molnar mon monti moon moore morales moreau moreira morel morelli moreno
moretti mori morita morris mortensen muchen mul muller mun munasinghe murat murata murphy murray muy nagi
nagisa nakagawa nakajima nakano nakashima nakayama nam nan nare narek narine natalie nathalie nathan
nathaniel nelson niel nielsen nik nika niko nikol nikola nikolla nikolov nikolova nilsen nilsson nivi
niviaq noa noam noel noh nomura nora novakova novotna novotny nunes nur obyrne odoherty ogallagher okada
okamoto okelly oleksandr oleksandra oliver olivia olofsson olsen olsson omoore oneill ong ono oquinn
oreilly ortiz oryan osullivan otero oyama ozdemir ozolins ozols pae pai paik pak panagiota panagiotis
pang parisi park parker paulauskas paulauskiene pedersen pellegrini pellegrino pen penov pereira pereyra
perkovic permeti perovic persson petkov petrevski petrov petrova petrovic petrovski phak pham phan phung
phy pok pokharel pokhrel pop popa popescu popovic poulsen prifti prochazka prochazkova quinn rabina radic
radovic radulovic raj ram ramon ramona ramos ranasinghe ranaweera ravi rayana rei reilly reiter ren
reuter rhim rim rivera rivero rizzi rizzo roberts robles roel rogers roh rojas romano romeo romero ros
rosales rosas rossi russo rusu ryan ryang ryoo saarinen safiya saga sakai sakamoto sakurai saliha salik
salminen salonen sam samarasinghe san sang sano santos sara sarah saric sasaki sat sato savchenko say
schiltz schmid schmidt schmit schmitz sen senanayake seng seo seong serra shahem shahid shevchenko
shibata shim shimada shin shong sim sin sita smit smits snezana sok som somboon somporn son song sonn sor
sorensen stoyanov stoyanova suarez sugahara sugawara suljic sullivan sung sunita suy suzana svoboda
svobodova taha takada takagi takaki takata takeda taketa tamura tan tanaka tang tara tat tatsuki thai
than thuong thy tieu ting tiong titaina titaua tiu todorov todorova tong torres toska toskaj trac
trajanoski trajanovski trajcevski trajkovski tran trieu truong tsai tsoi tuleen uchida ueda ueta umar ung
uri ursu vaino vang vargas vasquez vega velasquez vera vesela vesely vidovic viktor viktoria vong vos
vujic vujovic vukovic vuong vusal vusala wagener wagner walker wallner wang ward wassim watabe watanabe
watson weber welter wilson wong woo yamada yamamoto yang yasmine yassin yau yeong yeung yichen yihan
yildiz yilmaz yim yize yokoyama yoo yoon yos yoshida youn young yua yuina yuma yun yuna yuze zahid zan
zhang zhu zihan zoeng zoran zukic zuu`;
