/**
 * Days that a page's marks, print and scripts claim for its article.
 *
 * The naive version takes the first `<time>`. Pages have a day in the masthead, one on every teaser, and those of quoted
 * posts: a date in a link, a quotation or beside the title of another article is not this one's. O(page).
 */
import type { IsoDate } from '../../text/iso-date.ts';
import { claimOf, type DayClaim, type DayEvidence, first, stampClaims } from './day-claim.ts';
import { flatten, type HtmlDocument, type HtmlElement, type HtmlNode, isElement, spacedText } from './dom.ts';
import { type DateCustom, findDays } from './find-days.ts';
import { isInMasthead, isOfAnother } from './other-articles.ts';
import { isForeignElement, isForeignPlace } from './place.ts';
import { SAYS_MODIFIED, SAYS_PUBLISHED } from './published-words.ts';
import type { Block, BlockTree } from './read-blocks.ts';

const MICRODATA =
  '[itemprop~="datePublished"], [itemprop~="dateCreated"], [property~="schema:datePublished"], [property~="datePublished"], time[pubdate], abbr.published, .dt-published';

export function microdataClaims(evidence: DayEvidence): DayClaim[] {
  return first(evidence.document.querySelectorAll(MICRODATA), 6)
    .filter((node) => !isForeignPlace(node, evidence.headline) && !isOfAnother(node, evidence))
    .flatMap((node) => stampClaims(node, evidence.custom, 'microdata'));
}

/** Elements of a kind: those below the headline in order, then those above it. Everything in order where no heading prints it. */
function fromHeadline({ document, headline }: DayEvidence, selector: string, most: number): HtmlElement[] {
  const nodes = first(document.querySelectorAll(`h1, ${selector}`), most);
  const at = headline === null ? -1 : nodes.findIndex((node) => isHeading(node, headline));
  return [...nodes.slice(at + 1), ...nodes.slice(0, Math.max(0, at))];
}

function isHeading(node: HtmlElement, headline: string): boolean {
  return node.localName === 'h1' && flatten(node.textContent).includes(headline);
}

const MOST_TIMES = 60;
const SAYS_FIRST = /publi|posted|entry-date|created|pubdate/i;

/** The best `<time>` that is not another article's; a change's only where nothing else is there. */
export function timeClaims(evidence: DayEvidence): DayClaim[] {
  const nodes = fromHeadline(evidence, 'time', MOST_TIMES).filter(
    (node) =>
      node.localName === 'time' &&
      !isForeignPlace(node, evidence.headline) &&
      !isOfAnother(node, evidence) &&
      !isInMasthead(node, evidence),
  );
  const published = nodes.filter((node) => !isOfChange(node));
  const stated = published.filter((node) => SAYS_FIRST.test(marksOf(node)));
  const [best] = [...stated, ...published].flatMap((node) => stampClaims(node, evidence.custom, 'time'));
  if (best !== undefined) return [best];
  return nodes.flatMap((node) => stampClaims(node, evidence.custom, 'modified')).slice(0, 1);
}

function isOfChange(node: HtmlElement): boolean {
  return SAYS_MODIFIED.test(`${marksOf(node)} ${node.textContent ?? ''} ${labelOf(node)}`);
}

function marksOf(node: HtmlElement): string {
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('id') ?? ''}`;
}

/** A label stands at most this deep beside its date. */
const MOST_LABEL_LEVELS = 2;
const LONGEST_LABEL = 60;
/** Elements beside one another that make up a label; white space and comments stand between them. */
const MOST_LABEL_PARTS = 20;

/** The text before a date in its box, back to the date before: "Updated" of "Published 8 March, Updated 9 March". */
function labelOf(node: HtmlElement): string {
  let at = node;
  for (let level = 0; level < MOST_LABEL_LEVELS; level++) {
    const parent = at.parentNode;
    if (parent === null || !isElement(parent)) return '';
    let label = '';
    for (
      let [child, seen] = [at.previousSibling, 0];
      child !== null && label.length < LONGEST_LABEL && seen < MOST_LABEL_PARTS && !holdsDate(child);
      child = child.previousSibling, seen++
    )
      label = flatten(child.textContent) + label;
    if (label !== '') return label.slice(-LONGEST_LABEL);
    at = parent;
  }
  return '';
}

function holdsDate(node: HtmlNode): boolean {
  return isElement(node) && (node.localName === 'time' || node.querySelector('time') !== null);
}

const DATE_MARKS =
  '[class*="date" i], [class*="publi" i], [class*="posted" i], [class*="time" i], [class*="meta" i], [class*="byline" i], [class*="datum" i], [class*="fecha" i], [class*="tarih" i], [class*="tanggal" i], [class*="pubtime" i], [class~="data" i], [id*="date" i], [id*="publi" i], [id*="pubtime" i], [id*="time" i]';
const HOLDS_CHANGE = '[class*="updat" i], [class*="modif" i], [itemprop~="dateModified"]';
/** A longer text is an article that happens to stand in such an element. */
const LONGEST_MARKED = 200;
const MOST_MARKED = 400;

export function markedClaims(evidence: DayEvidence): DayClaim[] {
  const changed: DayClaim[] = [];
  for (const node of fromHeadline(evidence, DATE_MARKS, MOST_MARKED)) {
    const text = flatten(spacedText(node));
    if (text.length < 6 || text.length > LONGEST_MARKED || isForeignPlace(node, evidence.headline)) continue;
    const days = findDays(text, evidence.custom);
    if (days.length === 0 || isOfAnother(node, evidence) || isInMasthead(node, evidence)) continue;
    const isChange = SAYS_MODIFIED.test(`${marksOf(node)} ${labelOf(node)}`);
    const [published] = isChange ? [] : publishedIn(text, evidence.custom);
    if (published === undefined) changed.push({ date: days[0]!.date, source: 'modified' });
    else if (node.querySelector(HOLDS_CHANGE) === null) return [{ date: published, source: 'marked' }];
  }
  return changed.slice(0, 1);
}

/** The days in a line that are not labelled as those of a change. */
function publishedIn(text: string, custom: DateCustom): IsoDate[] {
  let from = 0;
  const days: IsoDate[] = [];
  for (const { date, start, end } of findDays(text, custom)) {
    if (!SAYS_MODIFIED.test(text.slice(from, start))) days.push(date);
    from = end;
  }
  return days;
}

/** Lines above and below the article's text that hold a date and little else, nearest to the headline first. */
const LONGEST_PRINTED = 140;
const NEAR = 80;
/** Paragraphs of the article after which a date is one that the text speaks of. */
const MOST_PASSED = 2;

export function printedClaims(evidence: DayEvidence): DayClaim[] {
  const { tree, headline, custom } = evidence;
  const { blocks } = tree;
  const title = titleBlock(blocks, headline);
  if (title < 0) return [];
  const near = [
    ...blocks.slice(title, title + NEAR),
    ...blocks.slice(Math.max(0, title - 4), title).reverse(),
  ];
  let passed = 0;
  for (const block of near) {
    if (block.text.length > LONGEST_PRINTED) passed++;
    if (block.place === 'caption' || isForeignBlock(block, tree)) continue;
    if (passed > MOST_PASSED && !(block.place === 'open' && isDateLine(block.text))) continue;
    const date = isSentence(block.text) ? dateline(block.text, custom) : onlyDay(block, custom, passed === 0);
    const node = tree.elements[block.element]?.node;
    if (date === null || node === undefined) continue;
    if (isOfAnother(node, evidence) || isInMasthead(node, evidence)) continue;
    return [{ date, source: 'printed' }];
  }
  return [];
}

/** Beside a day that is not a text's: since when somebody is a member, until when something may be sent in. */
const SAYS_OTHER =
  /regist|mitglied|member|joined|dabei seit|beigetreten|inscri[tp]|miembro|membre|iscritt|schluss|deadline|frist|gültig|valid|expir|geboren|geburts|\bborn\b|birth|termin|beginn|\bevent|abgerufen|retrieved|accessed|consulté|зарегистр|рожден|copyright|©/iu;

/**
 * The one day of a line; null in a link to something else, where two days make it an event's, and where the line says
 * what else it is. Above the text, a line that is little but a day may be the article's link to itself.
 */
function onlyDay({ text, linkChars }: Block, custom: DateCustom, isAbove: boolean): IsoDate | null {
  const days = new Set(publishedIn(text, custom));
  const [day] = days;
  if (day === undefined || days.size > 1 || SAYS_OTHER.test(text)) return null;
  const [found] = findDays(text, custom);
  const isBare = isAbove && found !== undefined && found.end - found.start > text.length / 2;
  return linkChars > text.length / 2 && !isBare ? null : day;
}

function titleBlock(blocks: readonly Block[], headline: string | null): number {
  if (headline === null) return -1;
  return blocks.findIndex(({ text }) => text.length < 300 && text.includes(headline));
}

/** "This article was published on …": a sentence about the article, not of it. */
const ABOUT_ITSELF =
  /^(?:\S{1,8}\s){0,2}(?:article|post|story|entry|page|beitrag|artikel|eintrag|artículo|entrada|artigo|matéria|articolo|bericht|stuk|статья|запись|материал|стаття|матеріал|artykuł|wpis|článek|cikk|bejegyzés|articolul|yazı|haber|bài viết|المقال|الخبر|הכתבה|המאמר)\b/iu;

/** Lines that say in words when the article was published. */
export function statedClaims({ tree, custom, headline }: DayEvidence): DayClaim[] {
  for (const block of tree.blocks) {
    const { text } = block;
    if (text.length > LONGEST_MARKED || !SAYS_PUBLISHED.test(text) || isForeignBlock(block, tree)) continue;
    if (isSentence(text) && !ABOUT_ITSELF.test(text)) continue;
    const word = text.search(SAYS_PUBLISHED);
    const [date] = word > LONGEST_LABEL && !ABOUT_ITSELF.test(text) ? [] : publishedIn(text, custom);
    const node = tree.elements[block.element]?.node;
    if (date !== undefined && node !== undefined && !isForeignPlace(node, headline))
      return [{ date, source: 'stated' }];
  }
  return [];
}

/** "By Ana Costa, 8 March 2023", "von admin am 8.3.2023, 13:36 Uhr": who wrote it and when, wherever on the page it stands. */
const SIGNED =
  /^(?:[^\p{L}\d]{1,4}|\p{L}{4,10}\s)?(?:von|vom|by|par|por|av|af|door|autore?|autorin|author|verfasser(?:in)?|(?:geschrieben|verfasst|erstellt|eingestellt) (?:von|am)|written by|автор|от|بقلم|بواسطة|מאת|yazan|oleh|przez|napisał|skrevet av)(?![\p{L}\p{M}])/iu;
const LONGEST_SIGNATURE = 90;

/** The first signature that is not a comment's or another article's: of a thread, that of its first post. */
export function signedClaims(evidence: DayEvidence): DayClaim[] {
  const { tree, headline, custom } = evidence;
  for (const block of tree.blocks) {
    const { text } = block;
    if (text.length > LONGEST_SIGNATURE || !SIGNED.test(text) || isForeignBlock(block, tree)) continue;
    const [date] = publishedIn(text, custom);
    const node = tree.elements[block.element]?.node;
    if (date === undefined || node === undefined) continue;
    if (!isForeignPlace(node, headline) && !isOfAnother(node, evidence)) return [{ date, source: 'printed' }];
  }
  return [];
}

function isForeignBlock(block: Block, tree: BlockTree): boolean {
  const marked = tree.elements[block.markedBy]?.node;
  return marked !== undefined && isForeignElement(marked);
}

function isSentence(text: string): boolean {
  return text.length > LONGEST_PRINTED || (text.length > 90 && /[\p{L})”"]{2}[.!?。।]["”’»)]*$/u.test(text));
}

/** Words before a dateline's day: a place, an agency, "published on". */
const MOST_BEFORE_DAY = 4;

/** "Harbour Town, 8 March 2023 – The council …": the day that opens a text, not one that it speaks of. */
function dateline(text: string, custom: DateCustom): IsoDate | null {
  const opening = text.slice(0, 70);
  const [day] = findDays(opening, custom);
  if (day === undefined) return null;
  const before = opening.slice(0, day.start).match(/[\p{L}\p{M}]+/gu) ?? [];
  return before.length <= MOST_BEFORE_DAY && !SAYS_MODIFIED.test(opening.slice(0, day.start))
    ? day.date
    : null;
}

const LABEL =
  /^(?:stand|datum|date|fecha|data|veröffentlicht|erschienen|erstellt|published|posted|publié|publicado|pubblicato|опубликовано|дата|نشر|تاريخ النشر|פורסם|发布|公開|등록)/iu;

/** A line that says when, and nothing else: "Stand: 8.3.2023, 18:00 Uhr". */
function isDateLine(text: string): boolean {
  return text.length <= 30 || (text.length <= 80 && LABEL.test(text));
}

/** What systems call the day in the data that their scripts read. */
const IN_SCRIPT =
  /["']?(?:date_?published|publish(?:ed)?_?(?:date|time|at|on)?(?:_?(?:date|time|iso|gmt|utc))?|pub_?date|first_?publish\w{0,8}|orig(?:inal)?_?pub\w{0,10}|post_?date|article_?date)["']?\s*[:=,]\s*\\?["']?([^"'\\<>&;{}]{8,40})/i;
const MOST_SCRIPTS = 60;
const LONGEST_SCRIPT = 300_000;

/** The first day that a script's data calls the publication's: right nine times in ten where nothing else says it. */
export function scriptClaims({ document, custom, linked }: DayEvidence): DayClaim[] {
  for (const text of scriptTexts(document, linked)) {
    const value = IN_SCRIPT.exec(text)?.[1];
    const [claim] = value === undefined ? [] : claimOf(value, custom, 'script');
    if (claim !== undefined) return [claim];
  }
  return [];
}

/** JSON-LD too where none of it could be read as an article's. */
function scriptTexts(document: HtmlDocument, linked: DayEvidence['linked']): string[] {
  return first(document.querySelectorAll('script'), MOST_SCRIPTS)
    .filter((script) => linked === null || !/ld\+json/i.test(script.getAttribute('type') ?? ''))
    .map((script) => (script.textContent ?? '').slice(0, LONGEST_SCRIPT));
}
