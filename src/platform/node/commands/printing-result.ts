/** A printing as a line of the command line's answer. */
import type { Archive } from '../../../library/archive.ts';
import { whoseWords } from '../../../library/whose-words.ts';
import type { Printing } from '../../../quotes/printing.ts';
import { INTEGER, lineSchema, NUMBER, TEXT, TEXT_OR_NULL } from './command.ts';

export const PRINTING_RESULT = lineSchema({
  ...{ identifier: TEXT_OR_NULL, articleId: TEXT, start: INTEGER, end: INTEGER, similarity: NUMBER },
  difference: {
    type: 'array',
    items: lineSchema({ kind: { enum: ['kept', 'added', 'dropped'] }, text: TEXT }),
  },
  ...{ publisher: TEXT_OR_NULL, datePublished: TEXT_OR_NULL, speaker: TEXT_OR_NULL },
});

export function toPrintingResult(archive: Archive, printing: Printing) {
  const { articleId, start, end, similarity, difference } = printing;
  const { identifier, publisher, datePublished } = archive.articles.get(articleId)!;
  const { speaker } = whoseWords(archive, printing);
  return { identifier, articleId, start, end, similarity, difference, publisher, datePublished, speaker };
}
