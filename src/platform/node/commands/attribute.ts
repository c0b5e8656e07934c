/** `attribute --texts FILE`: quotations in each text with their speakers. `cue` is the cue's words, or null. */
import { attributeQuotes } from '../../../quotes/attribute-quotes.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import {
  answerSchema,
  type Command,
  INTEGER,
  lineSchema,
  NUMBER,
  TEXT_OR_NULL,
  textOption,
} from './command.ts';

const INTEGER_OR_NULL = { type: ['integer', 'null'] };

export const attribute: Command = {
  options: { texts: { type: 'string' } },
  required: ['texts'],
  takesPaths: false,
  schema: answerSchema(
    'quotes',
    lineSchema({
      ...{ start: INTEGER, end: INTEGER, speaker: TEXT_OR_NULL },
      ...{
        speakerStart: INTEGER_OR_NULL,
        speakerEnd: INTEGER_OR_NULL,
        cue: TEXT_OR_NULL,
        confidence: NUMBER,
      },
    }),
  ),
  run: async (call) => {
    const report: LineReport = { bad: 0 };
    for await (const { id, text } of readLines(textOption(call, 'texts'), report)) {
      const quotes = attributeQuotes(text).map(({ kind: _, cue, confidence, ...quote }) => {
        return { ...quote, cue: cue && text.slice(cue.start, cue.end), confidence };
      });
      await writeLine({ id, quotes });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
