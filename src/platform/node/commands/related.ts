/** `related --pack PACK --pages FILE`: archived passages that belong to each page, with the evidence. */
import type { Article } from '../../../archive/article.ts';
import { withRecogniser } from '../../../entities/name-knowledge.ts';
import { mentionsIn } from '../../../library/mentions-in.ts';
import { relatedPassages } from '../../../library/related-passages.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { openRecogniser } from '../open-recogniser.ts';
import { askFolder, openPackFolder } from '../pack-folder.ts';
import { answerSchema, type Command, limitOption, lineSchema, NUMBER, textOption } from './command.ts';
import { PASSAGE_RESULT_FIELDS, toResult } from './passage-result.ts';

export const related: Command = {
  options: { pack: { type: 'string' }, pages: { type: 'string' }, limit: { type: 'string' } },
  required: ['pack', 'pages'],
  takesPaths: false,
  schema: answerSchema(
    'results',
    lineSchema({
      ...PASSAGE_RESULT_FIELDS,
      evidence: lineSchema({ lexical: NUMBER, entityOverlap: NUMBER, event: NUMBER, recency: NUMBER }),
    }),
  ),
  run: async (call) => {
    const limit = limitOption(call);
    const opened = await openPackFolder(textOption(call, 'pack'));
    const recognise = await openRecogniser();
    const knowledge = recognise ? withRecogniser(opened.knowledge, recognise) : opened.knowledge;
    const archive = { ...opened, knowledge };
    const placesOf = ({ id }: Article) => archive.placesOf.get(id) ?? [];
    const report: LineReport = { bad: 0 };
    for await (const { id, text, url } of readLines(textOption(call, 'pages'), report)) {
      const results = await askFolder(archive, () => {
        const itself = new Set(url === undefined ? [] : archive.articlesFrom(url).flatMap(placesOf));
        const page = {
          mentions: mentionsIn(knowledge, text),
          ...{ text, limit, lines: 'articles' as const },
          except: (place: number) => itself.has(place),
        };
        const passages = relatedPassages(archive, page);
        archive.records.need?.(passages.map(({ passageId }) => archive.placeOf.get(passageId)!));
        return passages.map((passage) => ({ ...toResult(archive, passage), evidence: passage.evidence }));
      });
      await writeLine({ id, results });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
