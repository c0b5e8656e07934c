/** The credits that ship beside the model: source and licence of every set and list it was trained with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = `names.bin: a model that recognises names in running text
=========================================================
Trained by src/platform/node/train/names-train.ts on the sets and lists below. It holds weights and hashes, none of their
sentences. Because some of the sets are CC BY-SA, the model file itself (not the program) is offered under CC BY-SA 4.0.
Names of places come from GeoNames (geonames.org), CC BY 4.0. Nothing of the sets below was changed but the form: tokens
were joined to text, and names marked by person, organisation or place.

Weighed and kept: de_germeval2014_devtest and ar_aqmar come from mirrors that state no licence; both sets' own publishers
license them (CC BY 4.0, CC BY-SA 3.0). ru_factrueval_dev is MIT by its organisers.
Weighed and left out: fr_fenec_open (no licence is stated for the marks) and id_idner_news_2k (the licence covers the
repository, not plainly the news in it). Also not used: ru_factrueval_test, which is measured on, and ko_klue_ner_dev and
ja_stockmark_wikipedia, whose words are cut otherwise than print shows them.
Hebrew and Arabic sentence patterns, Hebrew words and lists of names in their letters were written for this project.
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

/** `digest`: SHA-256 of the model's bytes, so that a notice is never read beside another model. */
export function writeNotice(data: string, sets: ReadonlySet<string>, digest: string): string {
  const read = (folder: string) => readFileSync(join(data, folder, 'NOTICE.txt'), 'utf8');
  const credits = [
    ...creditsOf(read('train_names'), (file) => sets.has(file.replace(/\.jsonl\.gz$/, ''))),
    ...creditsOf(read('gazetteers'), (file) => file !== 'name_affixes.tsv' && file !== 'org_types.tsv'),
  ];
  return `${HEAD}\nSHA-256 of names.bin: ${digest}\n\n${credits.join('\n\n')}\n`;
}
