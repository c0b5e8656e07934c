/** `read PATH…`: an Article a line, in the order of the files. */
import { captureAll } from '../collect-articles.ts';
import { writeLine } from '../json-lines-io.ts';
import { type Command, lineSchema, TEXT, TEXT_OR_NULL } from './command.ts';

export const read: Command = {
  options: {},
  required: [],
  takesPaths: true,
  schema: lineSchema({
    id: TEXT,
    identifier: TEXT_OR_NULL,
    url: TEXT_OR_NULL,
    headline: TEXT_OR_NULL,
    author: { type: 'array', items: TEXT },
    publisher: TEXT_OR_NULL,
    datePublished: TEXT_OR_NULL,
    inLanguage: TEXT_OR_NULL,
    articleBody: TEXT,
    provenance: { type: 'object' },
  }),
  run: async ({ paths }) => {
    let refused = 0;
    for await (const outcome of captureAll(paths, 'yours')) {
      if (outcome.ok) {
        await writeLine(outcome.article);
        continue;
      }
      refused++;
      const where = outcome.line === undefined ? outcome.file : `${outcome.file}, line ${outcome.line}`;
      process.stderr.write(`${where}: ${outcome.reason}\n`);
    }
    return refused > 0 ? 1 : 0;
  },
};
