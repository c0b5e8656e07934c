/**
 * A page's headline, among the half dozen places that claim to hold it.
 *
 * The naive version takes `<title>`, which ends in the outlet's name, or `og:title`, which is written for sharing. Here
 * the claims vote: the printed heading that the page's data confirms is the headline. O(claims²).
 */
import { flatten, type HtmlDocument, type HtmlElement } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';
import { isForeignPlace } from './place.ts';

export interface HeadlineEvidence {
  readonly document: HtmlDocument;
  readonly meta: PageMeta;
  readonly linked: LinkedArticle | null;
  /** The outlet's names, as far as the page's data gives them. */
  readonly outlets: readonly string[];
}

/** Longer ones are the article's text in a heading by mistake. */
const LONGEST = 300;
/** `<title>` with its outlet's name: what parts the two. */
const PARTING = /\s+[|｜»·•—–:_-]{1,2}\s+|\s*[|｜»•]\s*|\s*::\s*|_(?=\S{2,20}$)/u;

export interface HeadlineClaim {
  readonly text: string;
  /** How much it counts by itself, beside one for each other claim of the same words. */
  readonly trust: number;
}

/** The claim that most others agree with, as printed; null where nothing on the page is one. */
export function chooseHeadline(claims: readonly HeadlineClaim[]): string | null {
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const claim of claims) {
    if (claim.text.length > LONGEST || !/[\p{L}\p{N}]/u.test(claim.text)) continue;
    const votes = claims.filter((other) => other !== claim).map((other) => likeness(claim.text, other.text));
    const score = votes.reduce((sum, vote) => sum + vote, claim.trust);
    if (best === null || score > best.score) best = { text: claim.text, score };
  }
  return best?.text ?? null;
}

/** Every claim, in the order in which equals win. */
export function headlineClaims({ document, meta, linked, outlets }: HeadlineEvidence): HeadlineClaim[] {
  const title = titleOf(document);
  const printed = headings(document).slice(0, MOST_HEADINGS);
  const shared = meta.first('dc:title', 'dc.title', 'og:title', 'parsely-title');
  const logos = printed.filter((heading) => isLogo(heading, title, flatten(shared)));
  const names = [...outlets, ...logos];
  const claims: HeadlineClaim[] = [];
  const add = (text: string | null, trust: number): void => {
    const plain = withoutOutlet(flatten(text), names);
    if (plain !== '' && !logos.includes(plain)) claims.push({ text: plain, trust });
  };
  add(linked?.headline ?? null, 0.9);
  add(shared, 0.95);
  add(meta.first('twitter:title', 'citation_title', 'headline', 'title'), 0.5);
  for (const heading of printed) add(heading, 0.55);
  add(document.querySelector('[itemprop~="headline"]')?.textContent ?? null, 0.5);
  add(withoutEnding(withoutOutlet(title, names)), 0.8);
  return claims;
}

/** Site, section, article, one more. */
const MOST_HEADINGS = 4;

/** Whether a heading is the site's name: "Harbour Notes" above "Bridge opens", with the title "Harbour Notes: Bridge opens". */
function isLogo(heading: string, title: string, shared: string): boolean {
  if (shared === '' || heading === shared) return false;
  const rest = title.startsWith(heading)
    ? title.slice(heading.length).replace(/^[\s|:»·•–—-]+/u, '')
    : title.endsWith(heading)
      ? title.slice(0, -heading.length).replace(/[\s|:»·•–—-]+$/u, '')
      : null;
  return rest === shared;
}

export function titleOf(document: HtmlDocument): string {
  return flatten(document.querySelector('title')?.textContent ?? null);
}

/** Texts of first-level headings that are not the outlet's logo or another article's. */
function headings(document: HtmlDocument): string[] {
  const found: HtmlElement[] = Array.from(document.querySelectorAll('h1'));
  return found
    .filter((node) => !isForeignPlace(node))
    .map((node) => flatten(node.textContent))
    .filter((text) => text !== '');
}

/** A head of this many words can do without the end of its title. */
const WORDS_ALONE = 4;

/** A `<title>` without its last part, which names the site where no data says what the site is called. */
function withoutEnding(title: string): string {
  const head = /^(.+)\s(?:[|»–—-]|::)\s[^|»]{1,60}$/u.exec(title)?.[1];
  return head !== undefined && wordsOf(head).length >= WORDS_ALONE ? head : title;
}

/** "Bridge opens | Harbour Gazette" → "Bridge opens". */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  let text = title;
  for (let round = 0; round < 3; round++) {
    const opening = /^(.{2,60}?):\s+(?=\S)/u.exec(text);
    if (opening && outlets.some((outlet) => isSameName(opening[1]!, outlet)))
      text = text.slice(opening[0].length);
    const parts = text.split(PARTING).filter((part) => part.trim() !== '');
    if (parts.length < 2) return text;
    const last = parts.at(-1)!.trim();
    const head = parts[0]!.trim();
    if (outlets.some((outlet) => isSameName(last, outlet))) {
      text = text.slice(0, text.lastIndexOf(last)).replace(/[\s|｜»·•—–:_-]+$/u, '');
    } else if (outlets.some((outlet) => isSameName(head, outlet))) {
      text = text.slice(text.indexOf(head) + head.length).replace(/^[\s|｜»·•—–:_-]+/u, '');
    } else return text;
  }
  return text;
}

/** "The Harbour Gazette" and "harbourgazette.com". */
function isSameName(a: string, b: string): boolean {
  const left = foldName(a);
  const right = foldName(b);
  return left !== '' && left === right;
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\.(?:com|org|net|co\.uk|[a-z]{2})$/, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Share of the words that two titles have in common, 0–1. */
function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return (2 * common) / (left.size + right.size);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
