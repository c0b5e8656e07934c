/** `bake --out PACK PATH…`: files, folders and archives to one pack; a summary object on standard output. */
import { type BakePorts, bakeArchive } from '../../../library/bake-archive.ts';
import { isCurated } from '../../../library/derive-archive.ts';
import { SpooledArticles } from '../../../library/spooled-articles.ts';
import { captureAll, readAuthority } from '../collect-articles.ts';
import { writeLine } from '../json-lines-io.ts';
import { openRecogniser } from '../open-recogniser.ts';
import { openPackSink } from '../pack-folder.ts';
import { withWorkFolder } from '../work-folder.ts';
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
  run: (call) => {
    const out = textOption(call, 'out');
    return withWorkFolder(`${out}.work`, (ports) => bakePaths(call.paths, out, ports));
  },
};

async function bakePaths(
  paths: readonly string[],
  out: string,
  ports: Omit<BakePorts, 'sink'>,
): Promise<number> {
  const authority = await readAuthority(paths);
  const articles = new SpooledArticles(ports.spool());
  const rejected: object[] = [];
  for await (const outcome of captureAll(paths, 'yours')) {
    if (outcome.ok) {
      articles.add(outcome.article);
      continue;
    }
    const { file, line = 0, code, reason } = outcome;
    rejected.push({ file, line, code, reason });
    process.stderr.write(`${line > 0 ? `${file}, line ${line}` : file}: ${reason}\n`);
  }
  // A folder with its own authority file is a curated archive: it is baked whole or not at all.
  if (articles.length === 0 || (isCurated(authority) && rejected.length > 0)) {
    await writeLine({ out: null, counts: { articles: 0, passages: 0, entities: 0 }, rejected });
    const why =
      articles.length === 0 ? 'no article could be read' : 'a curated archive is baked whole or not at all';
    process.stderr.write(`Nothing was written: ${why}.\n`);
    return 1;
  }
  const recognise = isCurated(authority) ? null : await openRecogniser();
  const { sink, finish } = await openPackSink(out);
  const counts = await bakeArchive(articles, authority, { recognise }, { sink, ...ports });
  await finish();
  await writeLine({ out, counts, rejected });
  return rejected.length > 0 ? 1 : 0;
}
