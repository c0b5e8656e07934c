/**
 * What a bibliography calls an article: `islamtimes2023unprecedenteddefeat`, made of what is printed, so that people who
 * write `\cite{…}` know what they cite; the same article always has the same. Plain letters and digits alone, which every
 * program takes; other scripts by their sounds. Several words, for an outlet prints more than one headline about
 * a bridge in a year. O(first words of headline or text).
 */
import type { Article } from '../archive/article.ts';
import { siteOf } from '../archive/site.ts';
import { isStopWord } from '../retrieval/stop-words.ts';
import { wordSounds } from '../text/romanise.ts';
import { words } from '../text/tokenise.ts';

const MOST_WORDS = 3;
/** Code units read of a text without a headline. */
const BEGINNING = 300;
const LONGEST_NAME = 30;

export function citationKey(article: Article): string {
  const { headline, articleBody, datePublished } = article;
  const year = datePublished?.slice(0, 4) ?? 'nd'; // "no date", as bibliographies have it
  const titled = tellingWords(headline ?? '');
  return nameOf(article) + year + (titled || tellingWords(articleBody.slice(0, BEGINNING)));
}

/** Outlet, else the first author's last name, else the site where it was read. */
function nameOf(article: Article): string {
  const { publisher, author } = article;
  const byline = words(author[0] ?? '').at(-1) ?? '';
  const site = siteOf(article)?.replace(/\.[^.]+$/, '') ?? '';
  const names = [words(publisher ?? ''), [byline], words(site)].map((some) => some.map(plain).join(''));
  return (names.find((name) => name !== '') ?? 'unsigned').slice(0, LONGEST_NAME);
}

function tellingWords(text: string): string {
  const telling = words(text).filter((word) => !isStopWord(word));
  return telling.slice(0, MOST_WORDS).map(plain).join('');
}

function plain(word: string): string {
  return wordSounds(word)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
