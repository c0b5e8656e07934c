/** The recogniser of names with the model that ships in the package. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recognise } from '../../entities/group/article-names.ts';
import { openNameTagger, recogniseNames } from '../../entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../text/language.ts';

const MODEL = join(import.meta.dirname, '../../../public/models/names.bin');

/** null where there is no model or it cannot be used: archives then get no names of their own, and this says so. */
export async function openRecogniser(): Promise<Recognise | null> {
  const bytes = await readFile(MODEL).catch(() => null);
  const tagger = bytes && openNameTagger(new Uint8Array(bytes));
  if (tagger?.ok)
    return (text, language) =>
      recogniseNames(tagger.value, text, language ? parseLanguageTag(language) : null);
  process.stderr.write(
    `Names are not recognised: ${tagger ? tagger.error.message : 'the model is missing.'}\n`,
  );
  return null;
}
