/** The model that recognises names, read from the extension's own package when it is first needed. */
import type { Recognise } from '../../entities/group/article-names.ts';
import { openNameTagger, recogniseNames } from '../../entities/recognise/recognise-names.ts';
import { parseLanguageTag } from '../../text/language.ts';
import { readPackageFile } from './package-file.ts';

const MODEL = 'models/names.bin';

let opening: Promise<Recognise> | null = null;

/** Kept while the worker lives. Rejects when the package is damaged; the next call tries again. */
export function loadRecogniser(): Promise<Recognise> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function open(): Promise<Recognise> {
  const bytes = await readPackageFile(MODEL);
  if (!bytes) throw new Error(`The package has no file ${MODEL}.`);
  const tagger = openNameTagger(bytes);
  if (!tagger.ok) throw new Error(tagger.error.message);
  return (text, language) => recogniseNames(tagger.value, text, parseLanguageTag(language ?? ''));
}
