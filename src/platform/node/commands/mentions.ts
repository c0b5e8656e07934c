/** `mentions --pack PACK --pages FILE`: names and events of the archive in each page's text. */
import { withRecogniser } from '../../../entities/name-knowledge.ts';
import { mentionsIn } from '../../../library/mentions-in.ts';
import { typeOf } from '../../../library/page-session.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { openRecogniser } from '../open-recogniser.ts';
import { askFolder, openPackFolder } from '../pack-folder.ts';
import { answerSchema, type Command, INTEGER, lineSchema, NUMBER, TEXT, textOption } from './command.ts';

export const mentions: Command = {
  options: { pack: { type: 'string' }, pages: { type: 'string' } },
  required: ['pack', 'pages'],
  takesPaths: false,
  schema: answerSchema(
    'mentions',
    lineSchema({
      ...{ start: INTEGER, end: INTEGER, exact: TEXT, entityId: TEXT, label: TEXT },
      ...{ type: { enum: ['person', 'organization', 'place', 'event'] }, confidence: NUMBER, why: TEXT },
    }),
  ),
  run: async (call) => {
    const archive = await openPackFolder(textOption(call, 'pack'));
    const recognise = await openRecogniser();
    const knowledge = recognise ? withRecogniser(archive.knowledge, recognise) : archive.knowledge;
    const report: LineReport = { bad: 0 };
    for await (const { id, text } of readLines(textOption(call, 'pages'), report)) {
      const linked = await askFolder(archive, () =>
        mentionsIn(knowledge, text).flatMap(({ start, end, exact, entityId, confidence, why }) => {
          if (!entityId) return [];
          const label = archive.entityOf.get(entityId)!.prefLabel;
          return [{ start, end, exact, entityId, label, type: typeOf(entityId), confidence, why }];
        }),
      );
      await writeLine({ id, mentions: linked });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
