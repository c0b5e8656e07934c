/** The credits that ship beside the model: source and licence of every set and list it was trained with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = `names.bin: a model that recognises names in running text
=========================================================
Trained by src/platform/node/train/names-train.ts on the sets and lists below. It holds weights and hashes, none of their
sentences. Because some of the sets are CC BY-SA, the model file itself (not the program) is offered under CC BY-SA 4.0.
Names of places come from GeoNames (geonames.org), CC BY 4.0.
`;

/** Blocks of a notice: a file name at the start of a line, its fields indented by two. */
function creditsOf(notice: string, isUsed: (file: string) => boolean): string[] {
  return notice.split(/\n\s*\n/).flatMap((block) => {
    const file = /^([\w-]+\.(?:jsonl\.gz|tsv|tsv\.gz|csv|txt))$/m.exec(block)?.[1];
    if (file === undefined || !isUsed(file)) return [];
    const fields = block.split('\n').filter((line) => /^ {2}(?:Source|Licence):/.test(line));
    return [[file, ...fields].join('\n')];
  });
}

export function writeNotice(data: string, sets: ReadonlySet<string>): string {
  const read = (folder: string) => readFileSync(join(data, folder, 'NOTICE.txt'), 'utf8');
  const credits = [
    ...creditsOf(read('train_names'), (file) => sets.has(file.replace(/\.jsonl\.gz$/, ''))),
    ...creditsOf(read('gazetteers'), (file) => file !== 'name_affixes.tsv' && file !== 'org_types.tsv'),
  ];
  return `${HEAD}\n${credits.join('\n\n')}\n`;
}
