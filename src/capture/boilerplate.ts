/**
 * Lines that a web page wraps around an article and that come along when it is copied: share buttons, cookie notices,
 * "Exit mobile version". Each pattern matches a whole line or its unmistakable beginning; a line is tested once.
 *
 * Alternative not taken: scoring lines by how often they recur across articles. It needs many articles of one outlet,
 * and must work on the first. Cost: O(line) per pattern, and only lines short enough to be boilerplate are tested.
 */

/** Notices run to two sentences; what is longer is text. */
const LONGEST_BOILERPLATE = 240;

const WHOLE_LINES: readonly RegExp[] = [
  // What software says about itself.
  /^exit (?:mobile|reader|print)(?: version| mode| view)?$/i,
  /^(?:view|switch to|go to) (?:the )?(?:mobile|desktop|full|print) (?:version|site)$/i,
  /^(?:error\s*[!:.]\s*)+(?:an )?(?:error )?(?:(?:has )?occ?urr?ed|loading .{0,40}|please try again.{0,20})?\s*[!.]*$/i,
  /^(?:an )?error (?:has )?occ?urr?ed[!.]*$/i,
  /^(?:loading|please wait)\s*(?:\.{2,}|…)$/i,
  /^(?:back to top|skip to (?:main )?content|menu|home|search|close|toggle navigation)$/i,
  /^(?:please )?enable javascript\b.{0,80}$/i,
  // Sharing and comments.
  /^(?:please )?share (?:this|on|via|with)\b.{0,80}$/i,
  /^(?:share|tweet|pin it|print|email|e-mail|copy link|whatsapp|facebook|twitter|telegram|linkedin|reddit)(?:\s*[|•·,/\s]\s*(?:share|tweet|pin it|print|email|e-mail|copy link|whatsapp|facebook|twitter|telegram|linkedin|reddit))*$/i,
  /^like this:?$/i,
  /^(?:leave a (?:comment|reply)|\d+ comments?|no comments|comments(?: are)? closed\.?|add (?:a )?comment)$/i,
  /^\d+ shares?$/i,
  /^(?:شارك|شاركها|مشاركة|شارك هذا المقال|طباعة|partager|teilen|compartir|поделиться|שתף|שתפו)(?:\s.{0,30})?$/iu,
  // Pointers elsewhere.
  /^(?:read|see|watch) (?:more|also|next)\b(?:\s*[:»>→.…-].{0,160})?$/i,
  /^(?:continue reading|click here|tap here|subscribe|sign up|log in|register)\b.{0,120}$/i,
  /^follow (?:us|@\w+|our)\b.{0,100}$/i,
  /^(?:download|get) (?:our|the) (?:free )?app\b.{0,60}$/i,
  /^(?:join|support) (?:us|our)\b.{0,100}$/i,
  /^(?:اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|lire aussi|à lire aussi|lesen sie auch|lea también|lee también|читайте также|קראו גם)(?:\s*[:»>-].{0,160})?$/iu,
  // Filing.
  /^(?:story|news|article|post) (?:code|id|no\.?|number)\s*:?\s*[\w-]{1,20}$/i,
  /^(?:views?|hits|visits)\s*:?\s*[\d.,]+$|^[\d.,]+ (?:views|reads)$/i,
  /^(?:tags?|categor(?:y|ies)|topics?|keywords|filed under|posted in|labels|الوسوم|كلمات مفتاحية|mots[- ]clés|schlagwörter|etiquetas|теги)\s*:.{0,200}$/iu,
  /^(?:posted|filed) (?:in|under) .{1,120}$/i,
  // Advertising, cookies, reading time.
  /^(?:advertisement|advertisment|sponsored(?: content)?|story continues below.{0,30}|article continues below.{0,30}|إعلان|anzeige|publicité|publicidad|реклама|פרסומת)$/iu,
  /^(?:we|this (?:web)?site) uses? cookies\b.*$/i,
  /^(?:accept|reject|manage)(?: all)? cookies\b.{0,60}$/i,
  /^by (?:continuing|using) (?:to|this)\b.{0,160}\bcookies?\b.*$/i,
  /^(?:reading time\s*:?\s*)?\d{1,3}[- ]min(?:ute)?s?(?: read)?$/i,
  /^listen to (?:this )?(?:article|story)\b.{0,40}$/i,
  // Rights.
  /^(?:©|\(c\)|copyright\b).{0,200}$/i,
  /^.{0,80}\ball rights reserved\b.{0,80}$/i,
  /^جميع الحقوق محفوظة.{0,120}$/u,
];

/** Heads of lists of other articles: what follows them at the foot is no body. */
const RELATED_HEADING =
  /^(?:related(?: (?:articles?|stories|news|posts?|topics|content|links))?|more (?:from|on|stories|news|in)\b.{0,60}|read (?:also|more|next)|see also|also read|latest (?:news|stories|posts)|recent posts|most (?:read|popular)|you (?:may|might) also like|recommended(?: for you)?|trending(?: now)?|أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا|articles liés|sur le même sujet|mehr zum thema|noticias relacionadas|по теме|читайте также)\s*:?$/iu;

const SECTION_LABELS = new Set(
  (
    'news|world|world news|politics|business|economy|sport|sports|culture|arts|science|technology|tech|health|opinion|comment|editorial|analysis|features|local|local news|regional|national|international|breaking|breaking news|latest|latest news|top stories|exclusive|video|home|europe|africa|asia|americas|middle east|environment|travel|lifestyle|' +
    'أخبار|سياسة|اقتصاد|رياضة|ثقافة|عاجل|monde|politique|économie|culture|politik|wirtschaft|mundo|política|мир|политика|общество|экономика|חדשות'
  ).split('|'),
);

export function isBoilerplateLine(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST_BOILERPLATE) return false;
  return WHOLE_LINES.some((pattern) => pattern.test(text)) || isRule(text);
}

/** A line drawn from punctuation: "-----", "* * *". */
function isRule(text: string): boolean {
  return /^[-=_*~•·#\s]{3,}$/.test(text);
}

export function isRelatedHeading(line: string): boolean {
  const text = line.trim();
  return text.length <= 80 && RELATED_HEADING.test(text);
}

/** "World", "News > Local": where on its site the article stood. */
export function isSectionLabel(line: string): boolean {
  const text = line.trim().toLowerCase();
  if (text === '' || text.length > 60) return false;
  return text.split(/\s*[>»|/]\s*/).every((part) => SECTION_LABELS.has(part));
}

/** Who holds the rights, from "© 2023 Harbour Gazette. All rights reserved."; null where no name is printed. */
export function rightsHolder(line: string): string | null {
  const match =
    /^(?:©|\(c\)|copyright(?:\s*(?:©|\(c\)))?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,:]*(?:by\s+)?([^.|,;©]{2,60}?)(?:\s+\d{4})?\s*(?:[.|,;].*|all rights.*)?$/i.exec(
      line.trim(),
    );
  const name = match?.[1]?.trim() ?? '';
  return /^\p{L}/u.test(name) && !/^all rights/i.test(name) ? name : null;
}
