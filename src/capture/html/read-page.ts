/**
 * A page in, an article's draft out: the evidence of the page's data, of its marks, of Readability and of its print is
 * gathered once, and each field is settled by the file named after it.
 *
 * The document is used up: Readability takes it apart. A live page's must be a clone. O(page).
 */
import { detectLanguage } from '../../text/detect-language.ts';
import { type LanguageTag, parseLanguageTag } from '../../text/language.ts';
import type { RefusalCode } from '../capture-outcome.ts';
import { type ArticleDraft, EMPTY_DRAFT } from '../complete-article.ts';
import { findArticleBody } from './article-body.ts';
import { readByline } from './byline.ts';
import { flatten, type HtmlDocument, type HtmlElement } from './dom.ts';
import type { DateCustom } from './find-days.ts';
import { chooseHeadline, headlineClaims, titleOf, withoutOutlet } from './headline.ts';
import { type LinkedArticle, readLinkedArticle } from './linked-data.ts';
import { outletNames, readOutlet } from './outlet.ts';
import { type PageMeta, readPageMeta } from './page-meta.ts';
import { publicationDay } from './publication-day.ts';
import { type BlockTree, readBlocks } from './read-blocks.ts';
import { whyNoArticle } from './refuse-page.ts';
import { askReadability, voucherFor } from './vouchers.ts';

export interface PageReading {
  readonly ok: true;
  readonly draft: ArticleDraft;
  /** What is printed under the article's first picture; null where nothing is. */
  readonly leadCaption: string | null;
}

interface PageRefusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** One sentence for the reader. */
  readonly reason: string;
}

export interface PageOrigin {
  /** Where the page was read; null when nobody knows. */
  readonly url: string | null;
  /** ISO 8601; null when nobody recorded it. */
  readonly capturedAt: string | null;
}

/** Never throws for what a page holds. The document must belong to the caller: it is taken apart. */
export function readPage(document: HtmlDocument, origin: PageOrigin): PageReading | PageRefusal {
  const body = document.body;
  if (body === null) return { ok: false, code: 'no-article', reason: 'The page holds no text.' };
  const meta = readPageMeta(document);
  const canonical = canonicalOf(document, meta, origin.url);
  const addresses = [origin.url, canonical].filter((address) => address !== null);
  const linked = readLinkedArticle(document, addresses, titleOf(document));
  const outlets = outletNames(meta, linked, addresses);
  const claims = headlineClaims({ document, meta, linked, outlets });
  const headline = chooseHeadline(claims);
  const tree = readBlocks(body);
  const declared = declaredLanguage(document, meta, linked);
  const custom = customOf(settleLanguage(declared, proseOf(tree)), addresses, tree);
  const datePublished = publicationDay({
    document,
    meta,
    linked,
    addresses,
    custom,
    tree,
    headline,
    capturedAt: origin.capturedAt,
  });
  const leadCaption =
    tree.blocks.find((block) => block.place === 'caption' && block.text.length > 20)?.text ?? null;
  const settleByline = readByline({ document, meta, linked, outlets, tree, headline, addresses });
  const publisher = readOutlet(meta, linked, titleOf(document), addresses);
  const readable = askReadability(document, tree);
  const paragraphs = findArticleBody({
    tree,
    readable: readable === null ? null : voucherFor(readable.blocks.map((block) => block.text)),
    linkedData: linked?.articleBody == null ? null : voucherFor([linked.articleBody]),
    headline,
  });
  const articleBody = paragraphs.join('\n\n');
  const refusal = whyNoArticle({ articleBody, tree, linked, meta });
  if (refusal !== null) return { ok: false, ...refusal };
  const readableClaim =
    readable?.title == null ? [] : [{ text: withoutOutlet(readable.title, outlets), trust: 0 }];
  const author = settleByline(readable?.byline ?? null);
  return {
    ok: true,
    leadCaption,
    draft: {
      ...EMPTY_DRAFT,
      url: canonical ?? linked?.url ?? origin.url,
      headline: chooseHeadline([...claims, ...readableClaim]),
      author,
      publisher,
      datePublished,
      inLanguage: settleLanguage(declared, articleBody),
      articleBody,
    },
  };
}

/** The page's own address for itself; null where it gives none or one that cannot be an article's. */
function canonicalOf(document: HtmlDocument, meta: PageMeta, url: string | null): string | null {
  const link: HtmlElement | null = document.querySelector('link[rel~="canonical" i]');
  const base = url ?? undefined;
  for (const address of [link?.getAttribute('href') ?? null, meta.first('og:url', 'twitter:url')]) {
    const whole = address === null ? null : toAddress(flatten(address), base);
    if (whole !== null && !isFrontPage(whole)) return whole.href;
  }
  const own = url === null ? null : toAddress(url, undefined);
  return own === null ? null : own.href;
}

/** Null for what is no address of the web: `javascript:` and its kind. */
function toAddress(text: string, base: string | undefined): URL | null {
  try {
    const address = base === undefined ? new URL(text) : new URL(text, base);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** A template that gives every page the site's address says nothing about this one. */
function isFrontPage(address: URL): boolean {
  return address.pathname.length <= 1 && address.search === '';
}

function declaredLanguage(
  document: HtmlDocument,
  meta: PageMeta,
  linked: LinkedArticle | null,
): LanguageTag | null {
  const root = document.documentElement;
  const claims = [
    root?.getAttribute('lang') ?? null,
    root?.getAttribute('xml:lang') ?? null,
    document.body?.getAttribute('lang') ?? null,
    linked?.inLanguage ?? null,
    meta.first('content-language', 'language', 'dc.language', 'og:locale'),
  ];
  for (const claim of claims) {
    const tag = parseLanguageTag(
      (claim ?? '')
        .trim()
        .replace(/_/g, '-')
        .split(/[,;\s]/)[0] ?? '',
    );
    if (tag !== null && /^[a-z]{2,3}(?:-|$)/i.test(tag)) return tag;
  }
  return null;
}

/** Scripts that settle the language whatever a template declares. */
const OWN_SCRIPT = new Set('ar fa he ru el ko ja zh'.split(' '));

/** Templates left at "en" declare English for every page: the text is believed where it is sure. */
function settleLanguage(declared: LanguageTag | null, text: string): LanguageTag | null {
  const read = detectLanguage(text);
  if (declared === null || read === null) return declared ?? read;
  const base = declared.slice(0, 2).toLowerCase();
  if (base === read) return declared;
  return base === 'en' || (OWN_SCRIPT.has(base) && !OWN_SCRIPT.has(read)) ? read : declared;
}

/** Countries that write the day first in English. */
const DAY_FIRST_HOST = /\.(?:uk|ie|au|nz|in|za|ng|ke|gh|pk|bd|lk|my|sg|hk|mt|jm|tz|ug|zw|eu)$/;

/** Countries that write the month first. */
const MONTH_FIRST_HOST = /\.(?:us|gov|mil|ph)$/;

function customOf(language: LanguageTag | null, addresses: readonly string[], tree: BlockTree): DateCustom {
  const host =
    addresses.map((address) => toAddress(address, undefined)?.hostname).find((name) => name !== undefined) ??
    '';
  if (language !== null && /^(?:fil|tl)\b/i.test(language)) return { language, first: 'month' };
  if (language !== null && !/^en\b/i.test(language)) return { language, first: 'day' };
  if (DAY_FIRST_HOST.test(host) || /^en-(?:GB|AU|NZ|IE|IN|ZA)$/i.test(language ?? ''))
    return { language, first: 'day' };
  if (MONTH_FIRST_HOST.test(host)) return { language, first: 'month' };
  return { language, first: orderOnPage(tree) };
}

/** Text looked at for the language and for the order of dates. */
const MOST_PROSE = 8_000;
const MOST_LINES = 2_000;

function proseOf(tree: BlockTree): string {
  let text = '';
  for (const block of tree.blocks) {
    if (block.place === 'open' && block.text.length > 80) text += `${block.text}\n`;
    if (text.length > MOST_PROSE) break;
  }
  return text;
}

/** Which of two numbers is the day, where the page's other dates leave no doubt: "13/5/2021" somewhere on it. */
function orderOnPage(tree: BlockTree): DateCustom['first'] {
  const seen = { day: 0, month: 0 };
  for (const { text } of tree.blocks.slice(0, MOST_LINES)) {
    if (text.length > 400) continue;
    for (const match of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g)) {
      const [a, b] = [Number(match[1]), Number(match[2])];
      if (a > 12 && a <= 31 && b <= 12) seen.day++;
      if (b > 12 && b <= 31 && a <= 12) seen.month++;
    }
  }
  if (seen.day > 0 === seen.month > 0) return null;
  return seen.day > 0 ? 'day' : 'month';
}
