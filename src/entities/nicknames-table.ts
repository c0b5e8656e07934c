/**
 * Given names, each before its short and pet forms, folded. Made by hand from names that stand in the news; a form
 * may belong to several names (Alex, Sasha), which is why the table finds candidates and never decides alone.
 */
export const NICKNAMES = `
abraham abe|albert al bert|alexander alex alec sandy sasha sacha xander lex alik|alexandra alex sandra sasha
alfred alf fred|alice ally|andrew andy drew|anthony tony|antonio toni tono|arthur art|barbara barb babs
benjamin ben benny bibi binyamin|binyamin bibi ben benny|bernard bernie|bradley brad|catherine cathy kate katie cat
charles charlie chuck|christina chris tina|christine chris|christopher chris kit|daniel dan danny|david dave davy
deborah deb debbie|donald don donnie|dorothy dot dolly|douglas doug|edward ed eddie ned ted teddy
elizabeth liz lizzie beth betty eliza libby|eugene gene|florence flo|frances fran|francis frank|frederick fred freddie
gabriel gabe|gerald gerry jerry|gregory greg|harold harry hal|henry harry hank|irving irv|isabella bella izzy
jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess|john jack johnny|jonathan jon
joseph joe joey|joshua josh|judith judy|katherine kate kathy katie kat|kenneth ken kenny|lawrence larry
leonard len lenny|lillian lily|louis lou|madeleine maddie|margaret maggie meg peggy greta|martin marty|matthew matt
michael mike mick mickey|nancy nan|nathaniel nate|nicholas nick nicky|oliver ollie|pamela pam|patricia pat patty trish
patrick pat paddy|peter pete|philip phil|raymond ray|rebecca becky|richard rick ricky dick|robert bob bobby rob robbie bert
ronald ron ronnie|samuel sam sammy|sarah sally|stanley stan|stephanie steph|stephen steve|steven steve|susan sue susie
theodore ted teddy|theresa terry tess|thomas tom tommy|timothy tim|victoria vicky tori|vincent vince|walter walt wally
william bill billy will willie|zachary zach
aleksandr sasha sanya alex|aleksandra sasha|alexei alyosha lyosha|anastasia nastya|anatoly tolya|boris borya
dmitry dima mitya|ekaterina katya|evgeny zhenya|yevgeny zhenya|grigory grisha|igor goga|ivan vanya|konstantin kostya
leonid lyonya|maria masha|mikhail misha|natalia natasha|nikolai kolya|olga olya|pavel pasha|pyotr petya|sergei seryozha
svetlana sveta|tatiana tanya|vasily vasya|viktor vitya|vladimir vova volodya vlad|volodymyr vova volodya
vyacheslav slava|yuri yura
francisco paco pancho|guadalupe lupe|ignacio nacho|jose pepe|enrique quique|rafael rafa|luiz lula
yitzhak itzik|avraham avi|yaakov kobi|shimon shimi|joachim jochen|johannes hans|friedrich fritz|heinrich heinz
katharina kathe|giuseppe peppe beppe|luigi gigi|mohammed mo|muhammad mo|theodor teddy`
  .trim()
  .replaceAll('\n', '|');
