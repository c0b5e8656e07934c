/** A passage of the archive as the segments index it: the same words and ranking terms as in the young tier. */
import { type StemLanguage, stemLanguageOf } from '../../text/stem.ts';
import { type AnalysedText, analyseText, STEM_MARK } from '../../text/stem-terms.ts';
import type { PassageRecord } from '../passage-record.ts';
import type { AnalysedPassage } from './analysed-passage.ts';

/** Before the name of a language, at the first passage of each article in it: no stem holds a blank. */
export const LANGUAGE_MARK = `${STEM_MARK} `;

/** One passage for each record, numbered on from `first`; passages of one article follow each other. */
export function* analyseRecords(
  records: Iterable<Pick<PassageRecord, 'passage' | 'article'>>,
  first = 0,
): Generator<AnalysedPassage> {
  let number = first;
  let article: PassageRecord['article'] | null = null;
  let language: StemLanguage = '';
  let headline: AnalysedText = { words: [], stems: [] };
  for (const record of records) {
    const startsArticle = record.article !== article;
    if (startsArticle) {
      article = record.article;
      language = stemLanguageOf(article.inLanguage, article.articleBody);
      headline = analyseText(article.headline ?? '', language);
    }
    const body = analyseText(record.passage.text, language);
    yield {
      ...{ number: number++, startsArticle },
      ...{ headline: headline.words, headlineStems: markedOnly(headline) },
      ...{ body: body.words, bodyStems: markedOnly(body) },
      names: startsArticle ? [LANGUAGE_MARK + language] : [],
    };
  }
}

const markedOnly = ({ stems }: AnalysedText) =>
  stems.map((stem) => (stem.startsWith(STEM_MARK) ? stem : null));
