/** What BibTeX, RIS and RDF share: a list of references becomes outcomes, one a reference. */
import { type CaptureOutcome, type ReadContext, refuse } from './capture-outcome.ts';
import { completeArticle } from './complete-article.ts';
import { recordBytes } from './record-fields.ts';
import { draftOfReference, type Reference } from './reference.ts';

export async function* readReferences(
  references: Iterable<{ readonly reference: Reference; readonly raw: string | null }>,
  parser: string,
  context: ReadContext,
): AsyncGenerator<CaptureOutcome> {
  let number = 0;
  for (const { reference, raw } of references) {
    number++;
    const draft = draftOfReference(reference);
    const bytes = raw === null ? recordBytes(reference) : new TextEncoder().encode(raw);
    if (draft === null)
      yield refuse(context, 'bad-line', 'The entry has neither a title nor an abstract.', number);
    else yield await completeArticle(draft, { bytes, line: number, parser }, context);
  }
  if (number === 0) yield refuse(context, 'no-article', 'The bibliography holds no entry.');
}
