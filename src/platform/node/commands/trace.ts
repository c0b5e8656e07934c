/** `trace --pack PACK --quotes FILE`: where the archive printed each sentence, earliest first. */
import { traceSentence } from '../../../library/trace-articles.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { askFolder, openPackFolder } from '../pack-folder.ts';
import { answerSchema, type Command, textOption } from './command.ts';
import { PRINTING_RESULT, toPrintingResult } from './printing-result.ts';

export const trace: Command = {
  options: { pack: { type: 'string' }, quotes: { type: 'string' } },
  required: ['pack', 'quotes'],
  takesPaths: false,
  schema: answerSchema('printings', PRINTING_RESULT),
  run: async (call) => {
    const archive = await openPackFolder(textOption(call, 'pack'));
    const report: LineReport = { bad: 0 };
    for await (const { id, text } of readLines(textOption(call, 'quotes'), report)) {
      const printings = await askFolder(archive, () =>
        traceSentence(archive, text).map((printing) => toPrintingResult(archive, printing)),
      );
      await writeLine({ id, printings });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
