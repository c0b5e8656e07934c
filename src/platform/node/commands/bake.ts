/** `bake --out PACK PATH…`: files, folders and archives to one pack; a summary object on standard output. */
import { bakeArchive } from '../../../library/bake-archive.ts';
import { collectArticles } from '../collect-articles.ts';
import { writeLine } from '../json-lines-io.ts';
import { openRecogniser } from '../open-recogniser.ts';
import { writePack } from '../pack-folder.ts';
import { type Command, INTEGER, lineSchema, TEXT, TEXT_OR_NULL, textOption } from './command.ts';

export const bake: Command = {
  options: { out: { type: 'string' } },
  required: ['out'],
  takesPaths: true,
  schema: lineSchema({
    out: TEXT_OR_NULL,
    counts: lineSchema({ articles: INTEGER, passages: INTEGER, entities: INTEGER }),
    rejected: { type: 'array', items: lineSchema({ file: TEXT, line: INTEGER, code: TEXT, reason: TEXT }) },
  }),
  run: async (call) => {
    const out = textOption(call, 'out');
    const { articles, refusals, authority } = await collectArticles(call.paths, 'yours');
    const rejected = refusals.map(({ file, line, code, reason }) => ({
      file,
      line: line ?? 0,
      code,
      reason,
    }));
    for (const { file, line, reason } of rejected) {
      process.stderr.write(`${line > 0 ? `${file}, line ${line}` : file}: ${reason}\n`);
    }
    // A folder with its own authority file is a curated archive: it is baked whole or not at all.
    const isCurated = authority.entities.length + authority.outlets.length > 0;
    if (articles.length === 0 || (isCurated && rejected.length > 0)) {
      await writeLine({ out: null, counts: { articles: 0, passages: 0, entities: 0 }, rejected });
      const why =
        articles.length === 0 ? 'no article could be read' : 'a curated archive is baked whole or not at all';
      process.stderr.write(`Nothing was written: ${why}.\n`);
      return 1;
    }
    const files = await bakeArchive(articles, authority, isCurated ? null : await openRecogniser());
    if (!files.ok) throw new Error(files.error.message);
    await writePack(out, files.value);
    const manifest = JSON.parse(new TextDecoder().decode(files.value.get('manifest.json'))) as {
      counts: object;
    };
    await writeLine({ out, counts: manifest.counts, rejected });
    return rejected.length > 0 ? 1 : 0;
  },
};
