/**
 * Han characters by their Mandarin reading: what Chinese makes of a foreign name (维克托 Viktor), and how a Chinese name is
 * romanised (习近平 Xi Jinping).
 *
 * The naive version ships a table of 7,000 readings. Every runtime has one already, as the order of its Chinese collator:
 * here only the first character of each syllable in that order, and a search among 400 of them, O(log syllables) a
 * character. It gives the commonest reading: a name read in Japanese matches by alias alone. Where the collator has no
 * pinyin order there are no readings, and such names match by alias alone too.
 */

/** Each syllable and the character that the pinyin order of Unicode CLDR (licence Unicode-3.0) puts first in it. */
const FIRST_OF_SYLLABLE = `
a吖 ai哎 an安 ang肮 ao凹 ba丷 bai紦 ban扳 bang邦 bao勹 bei卑 ben奔 beng獖 bi屄 bian边 biao灬 bie憋 bin汃 bing氞 bo癶 bu卜 ca簿
cai囃 can参 cang仓 cao撡 ce艹 cen嵾 ceng曽 cha叉 chai芆 chan辿 chang伥 chao蟐 che车 chen抻 cheng阷 chi吃 chong充 chou抽
chu出 chuai橻 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun乼 cuo搓 da咑 dai呆 dan鮘 dang当
dao刀 de嘚 deng扥 di氐 dia嗲 dian敁 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 dui垖 dun吨 duo多 e妸 en诶 er鞥 fa发
fan帆 fang匚 fei飞 fen分 feng丰 fo覅 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng刯 gong工 gou勾 gu估 gua瓜
guai乖 guan关 guang光 gui撗 gun丨 guo呙 ha哈 hai咍 han嚡 hang夯 hao茠 he诃 hei黒 hen拫 heng亨 hong噷 hou齁 hu乎 hua花 huai怀
huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 jian戋 jiang橺 jiao艽 jie鵤 jin巾 jing坕 jiong燝 jiu丩 ju凥 juan爠 jue噘 jun军
ka咔 kai开 kan刊 kang忼 kao尻 ke匼 ken剋 keng劥 kong空 kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun鑎 kuo尡 la垃 lai来
lan兰 lang啷 lao唥 le仂 lei雷 leng嘞 li哩 lia俩 lian倆 liang良 liao煷 lie毟 lin拎 ling伶 liu瀮 long囖 lou瞜 lu噜 lv驴 luan娈
lve掠 lun擽 luo啰 ma呣 mai埋 man嫚 mang牤 mao猫 me嚒 mei癦 men椚 meng擝 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou怽
mu毪 na縸 nai腉 nan囡 nang囔 nao孬 ne疒 nei娞 nen恁 neng能 ni嗯 nian拈 niang娘 niao鸟 nie捏 ning囜 niu妞 nong农 nu羺 nv女
nuan奻 nve疟 nuo黁 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 po蘋 pou桲
pu仆 qi巬 qia掐 qian千 qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong卭 qiu丘 qu区 quan迲 que炔 qun夋 ran呥 rang穣 rao娆 re惹 ren人
reng扔 ri日 rong戎 rou厹 ru邚 ruan挼 rui婑 run瞤 ruo捼 sa仨 sai虄 san三 sang橵 sao掻 se閪 sen森 seng僧 sha杀 shai繌 shan山
shang伤 shao弰 she奢 shen谁 sheng升 shi尸 shou収 shu书 shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪
sou凁 su苏 suan狻 sui夊 sun孙 suo唆 ta他 tai囼 tan粏 tang賧 tao夲 te忑 teng熥 ti剔 tian趯 tiao旫 tie螩 ting厅 tong囲 tou偷
tu綉 tuan湍 tui推 tun吞 tuo畽 wa屲 wai歪 wan弯 wang尢 wei危 wen煀 weng呚 wo挝 wu乌 xi錻 xia呷 xian仙 xiang乡 xiao灱 xie恷
xin心 xing星 xiong裄 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 yao羪 ye鑰 yi一 yin囙 ying应 yong哟 you优 yu蒏 yuan澚
yue曰 yun晕 za繧 zai災 zan兂 zang匨 zao傮 ze则 zei伬 zen怎 zeng譛 zha扎 zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧
zhi之 zhong徔 zhou州 zhu朱 zhua抓 zhuai跩 zhuan专 zhuang妆 zhui隹 zhun宒 zhuo拙 zi乲 zong宗 zou潈 zu楱 zuan钻 zui厜 zun穝
zuo嘬`;

/** Characters whose usual reading in names is not the one they are sorted by. */
const IN_NAMES: Readonly<Record<string, string>> = {
  ...{
    加: 'ga',
    伽: 'ga',
    什: 'shi',
    茜: 'xi',
    曾: 'zeng',
    长: 'chang',
    長: 'chang',
    单: 'shan',
    單: 'shan',
    解: 'xie',
    小: 'xiao',
  },
  ...{
    贝: 'bei',
    貝: 'bei',
    乔: 'qiao',
    喬: 'qiao',
    勒: 'le',
    纳: 'na',
    納: 'na',
    娜: 'na',
    卜: 'bu',
    佛: 'fo',
    尔: 'er',
  },
};

/** Traditional characters that names often have, each before its simplified form. */
const SIMPLER =
  '習习陳陈張张劉刘楊杨趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢許许鄧邓馮冯蕭萧葉叶蘇苏盧卢蔣蒋賈贾韋韦鄒邹陸陆顧顾錢钱湯汤喬乔賴赖龔龚樊樊蘭兰閻阎龍龙' +
  '萬万嚴严賀贺駱骆莊庄連连區区華华國国東东軍军偉伟強强愛爱輝辉榮荣貴贵麗丽紅红蓮莲鳳凤雲云飛飞鵬鹏濤涛澤泽寶宝慶庆豐丰興兴義义禮礼達达遠远進进' +
  '運运學学書书夢梦靜静嬌娇瓊琼潔洁靈灵倫伦維维納纳爾尔羅罗諾诺蓋盖亞亚爾尔貝贝賽赛魯鲁彌弥圖图歐欧麥麦傑杰納纳頓顿蘭兰薩萨茲兹畢毕爭争';

const LEAST = ['阿', '巴', '陈', '李', '王', '张'] as const;

interface Readings {
  readonly syllables: readonly string[];
  readonly firsts: readonly string[];
  readonly compare: (a: string, b: string) => number;
  readonly known: Map<string, string>;
}
let readings: Readings | null | undefined;
let simpler: ReadonlyMap<string, string> | null = null;

function unpack(): Readings | null {
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  if (LEAST.some((character, at) => at > 0 && compare(LEAST[at - 1] as string, character) >= 0)) return null;
  const entries = FIRST_OF_SYLLABLE.trim().split(/\s+/);
  return {
    syllables: entries.map((entry) => entry.slice(0, -1)),
    firsts: entries.map((entry) => entry.slice(-1)),
    compare,
    known: new Map(Object.entries(IN_NAMES)),
  };
}

/** Reading of one character without tone, ü as v; '' where there are none. */
function readingOf(character: string): string {
  if (readings === undefined) readings = unpack();
  if (readings === null || !/\p{Script=Han}/u.test(character)) return '';
  const known = readings.known.get(character);
  if (known !== undefined) return known;
  let [low, high] = [0, readings.firsts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (readings.compare(readings.firsts[middle] as string, character) <= 0) low = middle;
    else high = middle - 1;
  }
  const reading = readings.syllables[low] as string;
  readings.known.set(character, reading);
  return reading;
}

/** A word in simplified characters, so that 習近平 and 习近平 are one spelling. */
export function simplifiedHan(word: string): string {
  if (simpler === null) {
    const characters = [...SIMPLER];
    simpler = new Map(
      characters.flatMap((from, at) => (at % 2 === 0 ? [[from, characters[at + 1] as string] as const] : [])),
    );
  }
  let plain = '';
  for (const character of word) plain += simpler.get(character) ?? character;
  return plain;
}

/** Pinyin of a word, syllables joined, ü as u. */
export function pinyinOf(word: string): string {
  return [...word].map((character) => readingOf(character).replace('v', 'u')).join('');
}

const INITIALS: Readonly<Record<string, string>> = {
  l: 'r',
  q: 'C',
  x: 'S',
  zh: 'j',
  ch: 'C',
  sh: 'S',
  c: 'c',
};
const FINALS: Readonly<Record<string, string>> = {
  ...{
    e: 'u',
    v: 'yu',
    ao: 'au',
    ang: 'an',
    eng: 'en',
    ong: 'on',
    iao: 'iau',
    iu: 'yu',
    ing: 'in',
    iang: 'ian',
  },
  ...{ iong: 'yon', ua: 'wa', uo: 'o', uai: 'wai', uan: 'wan', uang: 'wan', un: 'on', ue: 'yue', ve: 'yue' },
};
/** Kana put t and d before o where no vowel is heard. */
const ALONE: Readonly<Record<string, string>> = {
  ...{ er: 'ru', e: 'e', yi: 'i', wu: 'u', ye: 'ye', hua: 'wa', wo: 'vo', te: 'to', de: 'do' },
};

/** A syllable in the sounds of kana (src/text/scripts/kana.ts), which also put a vowel behind every consonant. */
function asKana(syllable: string): string {
  const alone = ALONE[syllable];
  if (alone !== undefined) return alone;
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(syllable) ?? [];
  const isBuzzed = final === 'i' && /^(?:[zcs]h?|r)$/.test(initial);
  return (INITIALS[initial] ?? initial) + (isBuzzed ? 'u' : (FINALS[final] ?? final));
}

/** Sounds of a word of Han characters in the symbols of kana. */
export function hanSounds(word: string): string {
  return [...word].map((character) => asKana(readingOf(character))).join('');
}
