/**
 * Words that many texts print without one having them from another: newsroom formulas, and lists of headlines.
 * The index learns what is common in its archive; these rules are for what is common everywhere, and for small archives.
 */
import type { TextPosition } from '../text/position.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import { readSequence, type WordSequence } from './word-sequence.ts';

/** Each is matched whole, word for word; longer sentences are made of several. */
const FORMULAS = [
  'all rights reserved',
  'this material may not be published broadcast rewritten or redistributed',
  'may not be reproduced without permission',
  'could not be reached for comment',
  'could not immediately be reached for comment',
  'was not immediately available for comment',
  'were not immediately available for comment',
  'did not immediately respond to a request for comment',
  'did not immediately respond to requests for comment',
  'did not respond to a request for comment',
  'declined to comment',
  'on condition of anonymity',
  'speaking on condition of anonymity because',
  'not authorized to speak to the media',
  'not authorised to speak to the media',
  'not authorized to discuss the matter publicly',
  'the views expressed in this article are those of the author',
  'do not necessarily reflect the views of',
  'do not necessarily reflect the editorial policy of',
  'sign up for our newsletter',
  'subscribe to our newsletter',
  'follow us on twitter and facebook',
  'click here to read more',
  'read the full story here',
  'this is a breaking news story',
  'this story has been updated',
  'please check back for updates',
  'by continuing to use this site you agree to our use of cookies',
  'terms of use and privacy policy',
  'reporting by editing by',
  'the associated press contributed to this report',
  'agencies contributed to this report',
  'told reporters at a news conference',
  'said in a statement',
  'tous droits réservés',
  'todos los derechos reservados',
  'alle rechte vorbehalten',
  'все права защищены',
  'جميع الحقوق محفوظة',
  'כל הזכויות שמורות',
];

type Formulas = ReadonlyMap<number, readonly (readonly number[])[]>;

let byFirst: Formulas | null = null;

/** Their words' hashes, by the first; made for the first page, not when the background wakes. */
function readFormulas(): Formulas {
  byFirst ??= Map.groupBy(
    FORMULAS.map((formula) => [...readSequence(formula).hash]),
    ([first]) => first as number,
  );
  return byFirst;
}

/** 1 for each word that belongs to a formula. O(words). */
export function markFormulas({ hash, count }: Pick<WordSequence, 'hash' | 'count'>): Uint8Array {
  const marked = new Uint8Array(count);
  const formulas = readFormulas();
  for (let at = 0; at < count; at++) {
    for (const formula of formulas.get(hash[at]!) ?? []) {
      if (formula.every((word, step) => hash[at + step] === word)) marked.fill(1, at, at + formula.length);
    }
  }
  return marked;
}

/** Longer lines are sentences, even without a stop. */
const LONGEST_HEADLINE = 160;
/** Fewer lines are a heading and its subtitle. */
const FEWEST_HEADLINES = 3;
/** A text without stops is no list of headlines: of an article they are a small part. */
const LARGEST_SHARE = 0.3;
const ENDS_SENTENCE = /[.!?…:;,،؟۔。！？][\s"'`”’»)\]]*$/u;

/** Lines that list other articles ("Read more"): several short ones in a row, none of which ends as a sentence does. */
export function findHeadlineLists(text: string): TextPosition[] {
  const lists: TextPosition[] = [];
  let open: { start: number; end: number; lines: number } | null = null;
  const close = () => {
    if (open && open.lines >= FEWEST_HEADLINES) lists.push({ start: open.start, end: open.end });
    open = null;
  };
  for (const { start, end } of splitParagraphs(text)) {
    const isHeadline =
      end - start <= LONGEST_HEADLINE && !ENDS_SENTENCE.test(text.slice(Math.max(start, end - 4), end));
    if (!isHeadline) close();
    else
      open = {
        start: open ? (open as TextPosition).start : start,
        end,
        lines: open ? (open as { lines: number }).lines + 1 : 1,
      };
  }
  close();
  const length = lists.reduce((sum, { start, end }) => sum + end - start, 0);
  return length <= LARGEST_SHARE * text.length ? lists : [];
}
