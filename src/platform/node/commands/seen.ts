/** `seen --pack PACK --pages FILE`: what of each page was printed before, and the share of it. */
import { seenPage } from '../../../library/seen-page.ts';
import { type LineReport, readLines, writeLine } from '../json-lines-io.ts';
import { askFolder, openPackFolder } from '../pack-folder.ts';
import { type Command, INTEGER, lineSchema, NUMBER, textOption } from './command.ts';
import { PRINTING_RESULT, toPrintingResult } from './printing-result.ts';

const REUSED = lineSchema({
  ...{ start: INTEGER, end: INTEGER },
  printings: { type: 'array', items: PRINTING_RESULT },
});

export const seen: Command = {
  options: { pack: { type: 'string' }, pages: { type: 'string' } },
  required: ['pack', 'pages'],
  takesPaths: false,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...lineSchema({
      id: { type: ['string', 'number'] },
      reused: { type: 'array', items: REUSED },
      share: NUMBER,
    }),
  },
  run: async (call) => {
    const archive = await openPackFolder(textOption(call, 'pack'));
    const report: LineReport = { bad: 0 };
    for await (const { id, text, url = null } of readLines(textOption(call, 'pages'), report)) {
      const seen = await askFolder(archive, () => {
        const { reused, share } = seenPage(archive, { text, url });
        const stretches = reused.map(({ start, end, printings }) => {
          return { start, end, printings: printings.map((printing) => toPrintingResult(archive, printing)) };
        });
        return { reused: stretches, share };
      });
      await writeLine({ id, ...seen });
    }
    return report.bad > 0 ? 1 : 0;
  },
};
