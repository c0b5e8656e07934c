/**
 * Counts the names of an archive, article by article, and says which forms are worth calling names.
 *
 * The naive version takes what the recogniser says, and one slip on a common word then marks every page. Here a single
 * word must be written as a name more often than not, everywhere in the archive. O(words of the article) to add one;
 * removing one undoes exactly that.
 */
import { createTokens, foldToken, tokenise } from '../../text/tokenise.ts';
import { isCommonWord } from '../common-words.ts';
import { legalFormAt } from '../name-parts-legal.ts';
import { SMALL_WORDS } from '../name-parts-words.ts';
import type { RecognisedName } from '../recognise/recognised-name.ts';
import type { ArticleNames } from './article-names.ts';
import { certaintyOf, createNameForm, keyOf, type NameForm, tally } from './name-form.ts';

/** Longer "names" are sentences that lost their stops; the longest real ones in news are titles of conferences. */
const MOST_WORDS = 9;
const MOST_LETTERS = 90;
/** Recognised with less than even chance is no name; seen in several articles, a little less will do. */
const LEAST_CERTAIN = 0.5;
const LEAST_CERTAIN_OFTEN = 0.4;
const OFTEN = 3;
/** Several words recognised so surely in so many places are a name, however doubtful they are in others. */
const SURE = 0.7;
const SURELY_OFTEN = 2;
/** A word that is also an ordinary one of the language must be surer. */
const LEAST_CERTAIN_COMMON = 0.7;

export class NameCensus {
  readonly forms = new Map<string, NameForm>();
  /** Single words written otherwise than as a name: in small letters, or, in scripts without capitals, unrecognised. */
  private readonly plainUses = new Map<string, number>();
  private scratch = createTokens(1024);

  /** `sign` -1 takes an article out again. Returns the keys whose counts changed. */
  count(article: ArticleNames, sign: 1 | -1): Set<string> {
    const touched = new Set<string>();
    const groups = new Map<number, Set<string>>();
    for (const name of article.names) {
      const key = keyOf(name.exact);
      if (!isNameLike(key, name.exact)) continue;
      this.countUse(key, name, article.language, sign);
      groups.set(name.group, (groups.get(name.group) ?? new Set()).add(key));
      touched.add(key);
    }
    for (const key of touched) this.form(key).articles += sign;
    for (const group of groups.values()) this.countFuller([...group], sign);
    this.countPlainWords(article, sign, touched);
    for (const key of touched) if (this.forms.get(key)?.uses === 0) this.forms.delete(key);
    return touched;
  }

  /** Whether the archive as a whole shows this form to be a name. */
  isName(form: NameForm): boolean {
    const isOfWords = form.key.includes(' ');
    if (isOfWords && form.sureUses >= SURELY_OFTEN) return true;
    const certainty = certaintyOf(form);
    if (certainty < (form.articles >= OFTEN ? LEAST_CERTAIN_OFTEN : LEAST_CERTAIN)) return false;
    if (isOfWords) return true;
    if (isCommonWord(form.key) && certainty < LEAST_CERTAIN_COMMON) return false;
    return form.uses > (this.plainUses.get(form.key) ?? 0);
  }

  private form(key: string): NameForm {
    const known = this.forms.get(key);
    if (known) return known;
    const form = createNameForm(key);
    this.forms.set(key, form);
    return form;
  }

  private countUse(key: string, name: RecognisedName, language: string | null, sign: number): void {
    const form = this.form(key);
    form.uses += sign;
    if (name.confidence >= SURE) form.sureUses += sign;
    tally(form.types, name.type, sign * Math.max(1, Math.round(name.confidence * 1000)));
    tally(form.spellings, name.exact, sign);
    tally(form.languages, language ?? 'und', sign);
  }

  /** Every shorter form of a group points to the group's fullest. */
  private countFuller(keys: readonly string[], sign: number): void {
    const fullest = keys.reduce((best, key) => (isFuller(key, best) ? key : best));
    for (const key of keys) if (key !== fullest) tally(this.form(key).fuller, fullest, sign);
  }

  private countPlainWords({ text, names }: ArticleNames, sign: number, touched: Set<string>): void {
    const tokens = tokenise(text, this.scratch);
    this.scratch = tokens;
    let next = 0;
    for (let index = 0; index < tokens.count; index++) {
      const [start, end] = [tokens.start[index] as number, tokens.end[index] as number];
      while (next < names.length && (names[next] as RecognisedName).end <= start) next++;
      const name = names[next];
      if ((name && name.start < end) || isCapital(text, start)) continue;
      const word = foldToken(text, start, end);
      tally(this.plainUses, word, sign);
      if (this.forms.has(word)) touched.add(word);
    }
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

function isNameLike(key: string, exact: string): boolean {
  if (exact.length > MOST_LETTERS || key.split(' ').length > MOST_WORDS) return false;
  const letters = key.replace(/[^\p{L}]/gu, '');
  // One Han character or Latin letter names nobody.
  return letters.length >= 2 && !isLegalFormOnly(key);
}

/** "Co Inc": what is left of a company when its name was cut off. */
function isLegalFormOnly(key: string): boolean {
  const words = key.split(' ');
  for (let at = 0; at < words.length; ) {
    const form = legalFormAt(words, at);
    if (!form && !SMALL_WORDS.has(words[at] as string)) return false;
    at += form?.length ?? 1;
  }
  return true;
}

function isFuller(key: string, than: string): boolean {
  const [words, others] = [key.split(' ').length, than.split(' ').length];
  if (words !== others) return words > others;
  return key.length !== than.length ? key.length > than.length : key < than;
}
