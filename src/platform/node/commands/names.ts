/** `names --texts FILE`: names and events recognised in each text, with no archive. `entity` counts what they mean from 0. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNameTagger, recogniseNames } from '../../../entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../../text/language.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { UsageError } from '../usage-error.ts';
import { answerSchema, type Command, INTEGER, lineSchema, TEXT, textOption } from './command.ts';

const MODEL = join(import.meta.dirname, '../../../../public/models/names.bin');
const TYPE = { enum: ['person', 'organization', 'place', 'event'] };

export const names: Command = {
  options: { texts: { type: 'string' } },
  required: ['texts'],
  takesPaths: false,
  schema: answerSchema(
    'names',
    lineSchema({ start: INTEGER, end: INTEGER, exact: TEXT, type: TYPE, entity: INTEGER }),
  ),
  run: async (call) => {
    const report: LineReport = { bad: 0 };
    const opened = openNameTagger(await readFile(MODEL));
    if (!opened.ok) throw new UsageError(opened.error.message);
    for await (const { id, text, lang } of readLines(textOption(call, 'texts'), report)) {
      const found = recogniseNames(opened.value, text, lang === undefined ? null : parseLanguageTag(lang));
      const names = found.map(({ start, end, exact, type, group }) => ({
        start,
        end,
        exact,
        type,
        entity: group,
      }));
      await writeLine({ id, names });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
