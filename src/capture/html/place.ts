/**
 * What the marks on an element (name, role, class, id) say about the text in it: hidden, a picture's caption, or the
 * clutter around articles (navigation, sharing, related links, comments, newsletters).
 *
 * Class names are words of page authors, split into their parts and looked up; a mark is a hint, and who reads it
 * must allow for a wrong one ("content with-sidebar"). O(length of the attributes).
 */
import { flatten, type HtmlElement, type HtmlNode, isElement } from './dom.ts';

const CLUTTER_ELEMENTS = new Set('nav footer aside menu form-actions'.split(' '));
const CLUTTER_ROLES = new Set(
  'navigation banner search contentinfo complementary menu menubar toolbar dialog alert alertdialog tooltip status form'.split(
    ' ',
  ),
);

/** Whole words of a class or id. */
const CLUTTER_WORDS = new Set(
  (
    'share shares sharing sharebar sharedaddy social socials related recirc recirculation recommended recommendation ' +
    'recommendations newsletter newsletters signup subscribe subscription promo promos promobox sponsor sponsored ' +
    'sponsorship advert adverts advertisement advertising ad ads adslot banner comment comments disqus respond ' +
    'breadcrumb breadcrumbs nav navbar navigation menu sidebar tags taglist topics byline bylines authorbox ' +
    'authorbio bio popular trending mostread teaser teasers cookie cookies consent gdpr modal popup overlay toolbar ' +
    'outbrain taboola pagination pager footer footnav masthead copyright rating ratings sitemap login ' +
    'loginbox signin skip toc donate donation poll quiz widget correction promotion readmore morelinks ' +
    'jp-relatedposts yarpp addthis sumome hidden offscreen screenreader printonly infobox-nav metadata dateline ' +
    'timestamp postmeta entrymeta publishdate pubdate embed-tweet-no marketing upsell paywall barrier meter '
  ).split(' '),
);
/** Two words side by side: "author-bio", "read-more", "entry_meta". */
const CLUTTER_PAIRS =
  /(?:^| )(?:(?:author|writer) (?:bio|box|info|info|card|details|profile|description|meta|about|name)|about (?:the )?authors?|read (?:more|next|also|on)|(?:more|also) (?:from|on|like|stories|news|in|links)|(?:entry|post|article|story|content|page|meta|news) (?:meta|footer|tags?|tools|actions|share|info|date|header meta|byline|author|utility|nav|categories|category|breadcrumb|related|recirc|pagination)|most (?:read|popular|viewed)|you may|see also|sign up|log in|sign in|call to action|post navigation|nav links|in this (?:article|story)|table of contents|visually hidden|screen reader|sr only|up next|next (?:article|post|story)|prev(?:ious)? (?:article|post|story)|latest (?:news|posts|stories)|editors? (?:picks?|choice)|(?:tag|topic|link|story) list|published? date|date (?:published|line|time)|social links|zone ads?)(?: |$)/;

const CAPTION_WORDS = new Set(
  'caption captions figcaption credit credits photocredit imagecredit imagecaption photocaption wp-caption-text photographer imagecopyright'.split(
    ' ',
  ),
);
const HIDDEN_WORDS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible|visuallyhidden|hidden-print-only|a11y-hidden)(?:\s|$)/i;

/** Hidden from every reader, by the element's own attributes; what a style sheet hides is not known here. */
export function isHidden(node: HtmlElement): boolean {
  if (node.getAttribute('hidden') !== null) return node.getAttribute('hidden') !== 'until-found';
  const style = node.getAttribute('style');
  if (style !== null && /(?:^|[\s;])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  return HIDDEN_WORDS.test(node.getAttribute('class') ?? '');
}

/** Hidden from screen readers alone: decoration more often than text. */
export function isHidingPlace(node: HtmlElement): boolean {
  return node.getAttribute('aria-hidden') === 'true';
}

export function isCaptionPlace(node: HtmlElement): boolean {
  if (node.localName === 'figcaption' || node.localName === 'figure') return true;
  const words = wordsOfMarks(node);
  return words !== '' && words.split(' ').some((word) => CAPTION_WORDS.has(word));
}

export function isClutterPlace(node: HtmlElement): boolean {
  if (CLUTTER_ELEMENTS.has(node.localName)) return true;
  const role = node.getAttribute('role');
  if (role !== null && CLUTTER_ROLES.has(role.toLowerCase())) return true;
  const words = wordsOfMarks(node);
  if (words === '') return false;
  return words.split(' ').some((word) => CLUTTER_WORDS.has(word)) || CLUTTER_PAIRS.test(words);
}

const FOREIGN =
  /(?:^| )(?:comments?|disqus|respond|related|recirc|recommended|recommendations|sidebar|teasers?|trending|popular|newsletter|footer|nav|navigation|menu|carousel|slider|ticker|weather|calendar|events?|promo|latest|mostread|upcoming|outbrain|taboola|modal)(?: |$)/;
/** Ancestors looked at; the marks of the page's outermost elements say nothing about one line. */
const MOST_ANCESTORS = 8;

/** Names of boxes that stand beside or below the text of an article as often as of a page. */
const BESIDE = /(?:^| )(?:footer|sidebar)(?= |$)/g;
/** "aside.author": who wrote it, and when. */
const CREDITS = /(?:^| )(?:author|byline|meta|date|credits?|infos?)(?: |$)/;

/**
 * Whether an element stands among other articles, comments or the page's furniture: its dates and names are not the
 * article's. What holds the article's own heading is none of these, whatever it is called.
 */
export function isForeignPlace(node: HtmlElement, headline: string | null = null): boolean {
  let current: HtmlNode | null = node;
  for (let steps = 0; current !== null && isElement(current) && steps < MOST_ANCESTORS; steps++) {
    const name = current.localName;
    if (name === 'body' || name === 'html' || name === 'main') return false;
    const words = wordsOfMarks(current);
    const isFurniture = name === 'footer' || name === 'aside';
    if (name === 'nav' || isFurniture || FOREIGN.test(words)) {
      if (holdsHeading(current, headline)) return false;
      const isBeside = name !== 'nav' && !FOREIGN.test(words.replace(BESIDE, ''));
      return !(isBeside && isInArticle(current, headline, CREDITS.test(words)));
    }
    current = current.parentNode;
  }
  return false;
}

function isInArticle(node: HtmlElement, headline: string | null, isCredit: boolean): boolean {
  let current: HtmlNode | null = node.parentNode;
  for (let steps = 0; current !== null && isElement(current) && steps < MOST_ANCESTORS; steps++) {
    if (current.localName === 'body' || current.localName === 'main') return false;
    if (holdsHeading(current, headline)) return isCredit || current.localName === 'article' || steps < 2;
    current = current.parentNode;
  }
  return false;
}

/** Asked of the same few boxes for each date in them, and a box may be the page: a tree does not change while it is read. */
const HEADINGS = new WeakMap<HtmlElement, { readonly headline: string; readonly isInside: boolean }>();

/** Whether the article's heading stands inside. */
export function holdsHeading(node: HtmlElement, headline: string | null): boolean {
  if (headline === null) return false;
  const known = HEADINGS.get(node);
  if (known?.headline === headline) return known.isInside;
  const heading = node.querySelector('h1');
  const isInside = heading !== null && flatten(heading.textContent).includes(headline);
  HEADINGS.set(node, { headline, isInside });
  return isInside;
}

const OTHERS =
  /(?:^| )(?:comments?|disqus|related|recommended|recommendations|sidebar|trending|newsletter)(?: |$)/;

/** The same of one element by its own marks alone. */
export function isForeignElement(node: HtmlElement): boolean {
  return /^(?:nav|footer|aside)$/.test(node.localName) || OTHERS.test(wordsOfMarks(node));
}

/** Longer attributes are generated, and say nothing. */
const MOST_MARKS = 400;

/** "entry-meta postMeta" → "entry meta post meta". */
function wordsOfMarks(node: HtmlElement): string {
  const marks = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`;
  if (marks.length <= 1) return '';
  return marks
    .slice(0, MOST_MARKS)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
