/**
 * Foreign names as Hebrew and Arabic papers spell them, roughly: letter for letter, so that the tagger learns what such
 * names end in (סון, מן, וביץ'; سون, مان). A reader would spell some otherwise; nothing is looked up by these forms.
 */
interface Table {
  /** Longest first at each place. */
  readonly groups: readonly (readonly [from: string, to: string])[];
  /** Vowels inside words that are not written. */
  readonly unwritten: string;
  readonly finals: Readonly<Record<string, string>>;
  readonly first: Readonly<Record<string, string>>;
}

const pairs = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]);

const HEBREW: Table = {
  groups:
    pairs(`sch=ש sh=ש ch=צ' ck=ק kh=ח ph=פ th=ת zh=ז' ts=צ tz=צ qu=קו ee=י oo=ו ou=ו ie=י ei=יי ai=יי ay=יי ll=ל ss=ס tt=ט nn=נ
rr=ר mm=מ ff=פ pp=פ bb=ב dd=ד gg=ג cc=ק b=ב c=ק d=ד f=פ g=ג h=ה i=י j=ג' k=ק l=ל m=מ n=נ o=ו p=פ q=ק r=ר s=ס t=ט u=ו v=ו w=ו x=קס
y=י z=ז`),
  unwritten: 'ae',
  finals: { כ: 'ך', מ: 'ם', נ: 'ן', צ: 'ץ' },
  first: { a: 'א', e: 'א', i: 'אי', o: 'או', u: 'או' },
};
const ARABIC: Table = {
  groups:
    pairs(`sch=ش sh=ش ch=تش ck=ك kh=خ ph=ف th=ث zh=ج ts=تس qu=كو ee=ي oo=و ou=و ie=ي ei=اي ai=اي ay=اي ll=ل ss=س tt=ت nn=ن
rr=ر mm=م ff=ف pp=ب bb=ب dd=د gg=غ cc=ك a=ا b=ب c=ك d=د f=ف g=غ h=ه i=ي j=ج k=ك l=ل m=م n=ن o=و p=ب q=ك r=ر s=س t=ت u=و v=ف w=و
x=كس y=ي z=ز`),
  unwritten: 'e',
  finals: {},
  first: { a: 'أ', e: 'إ', i: 'إي', o: 'أو', u: 'أو' },
};

/** '' for names with a letter that the table lacks, and for very short ones. */
export function spellForeign(name: string, language: string): string {
  const table = language === 'he' ? HEBREW : ARABIC;
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[\s-]+/);
  const spelled = words.map((word) => spellWord(word, table));
  return spelled.every((word) => word.length > 1) ? spelled.join(' ') : '';
}

function spellWord(word: string, { groups, unwritten, finals, first }: Table): string {
  let spelled = '';
  for (let at = 0; at < word.length; ) {
    const letter = word[at] as string;
    const opening = at === 0 ? first[letter] : undefined;
    const isLast = at === word.length - 1;
    if (opening !== undefined) spelled += opening;
    else if (isLast && at > 0 && (letter === 'a' || letter === 'e'))
      spelled += unwritten === 'ae' ? 'ה' : 'ا';
    else if (!unwritten.includes(letter)) {
      const group = groups.find(([from]) => word.startsWith(from, at));
      if (group === undefined) return '';
      spelled += group[1];
      at += group[0].length;
      continue;
    }
    at++;
  }
  const last = spelled.at(-1) ?? '';
  return spelled.slice(0, -1) + (finals[last] ?? last);
}
