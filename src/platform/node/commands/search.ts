/** `search --pack PACK --queries FILE`: ranked passages for each query, one best passage an article. */
import { rankSearch } from '../../../library/search-archive.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { askFolder, openPackFolder } from '../pack-folder.ts';
import { answerSchema, type Command, limitOption, textOption } from './command.ts';
import { PASSAGE_RESULT, toResult } from './passage-result.ts';

export const search: Command = {
  options: {
    pack: { type: 'string' },
    queries: { type: 'string' },
    limit: { type: 'string' },
    passages: { type: 'boolean' },
  },
  required: ['pack', 'queries'],
  takesPaths: false,
  schema: answerSchema('results', PASSAGE_RESULT),
  run: async (call) => {
    const limit = limitOption(call);
    const archive = await openPackFolder(textOption(call, 'pack'));
    const report: LineReport = { bad: 0 };
    for await (const { id, text } of readLines(textOption(call, 'queries'), report)) {
      const lines = call.options.passages === true ? 'passages' : 'articles';
      const results = await askFolder(archive, () => {
        const { passages } = rankSearch(archive, text, { limit, lines });
        archive.records.need?.(passages.map(({ passageId }) => archive.placeOf.get(passageId)!));
        return passages.map((passage) => toResult(archive, passage));
      });
      await writeLine({ id, results });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
