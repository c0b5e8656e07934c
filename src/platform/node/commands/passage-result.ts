/** A ranked passage as a line of the command line's answer. */
import type { Archive } from '../../../library/archive.ts';
import type { RankedPassage } from '../../../retrieval/ranked-passage.ts';
import { lineSchema, NUMBER, TEXT, TEXT_OR_NULL } from './command.ts';

export const PASSAGE_RESULT_FIELDS = {
  identifier: TEXT_OR_NULL,
  articleId: TEXT,
  passageId: TEXT,
  score: NUMBER,
  snippet: TEXT,
  datePublished: TEXT_OR_NULL,
  publisher: TEXT_OR_NULL,
};
export const PASSAGE_RESULT = lineSchema(PASSAGE_RESULT_FIELDS);

export function toResult(archive: Archive, { passageId, score, snippet }: RankedPassage) {
  const { article } = archive.records.at(archive.placeOf.get(passageId)!)!;
  const { identifier, id: articleId, datePublished, publisher } = article;
  return { identifier, articleId, passageId, score, snippet, datePublished, publisher };
}
