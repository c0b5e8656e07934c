/**
 * The last step of every format: what was found in the file, corrected by the sidecar, becomes an Article with its
 * id, language and provenance. One place, so that no format can forget a field. O(length of the text).
 */
import type { Article } from '../archive/article.ts';
import { articleIdOf, defaultIdentifier } from '../archive/article-id.ts';
import { digestOf } from '../archive/digest.ts';
import { parseSidecar, type Sidecar } from '../archive/parse-sidecar.ts';
import type { Provenance } from '../archive/provenance.ts';
import { detectLanguage } from '../text/detect-language.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { LanguageTag } from '../text/language.ts';
import { type CaptureContext, type CaptureOutcome, refuse } from './capture-outcome.ts';
import { safeAddress } from './record-fields.ts';

/** What a format found; null or [] stands for "not printed". */
export interface ArticleDraft {
  readonly identifier: string | null;
  readonly url: string | null;
  readonly headline: string | null;
  readonly author: readonly string[];
  readonly publisher: string | null;
  readonly datePublished: IsoDate | null;
  readonly inLanguage: LanguageTag | null;
  readonly articleBody: string;
  readonly republishedFrom: string | null;
  readonly republishedBy: string | null;
  /** What the record itself says about its origin (an export of ours); it wins over what the context knows. */
  readonly origin: Partial<
    Pick<Provenance, 'capturedAt' | 'capturedFrom' | 'digest' | 'file' | 'license' | 'curated'>
  >;
}

export const EMPTY_DRAFT: ArticleDraft = {
  identifier: null,
  url: null,
  headline: null,
  author: [],
  publisher: null,
  datePublished: null,
  inLanguage: null,
  articleBody: '',
  republishedFrom: null,
  republishedBy: null,
  origin: {},
};

interface DraftSource {
  /** The bytes this one article was read from: the file, or its line. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 1-based; null when the file holds one article. */
  readonly line: number | null;
  /** The format's name. */
  readonly parser: string;
}

/** Refuses, with `bad-sidecar`, where the context brings a sidecar that cannot be used; nothing else can fail. */
export async function completeArticle(
  draft: ArticleDraft,
  source: DraftSource,
  context: CaptureContext,
): Promise<CaptureOutcome> {
  let sidecar: Sidecar = {};
  if (context.sidecar !== null && source.line === null) {
    const parsed = parseSidecar(context.sidecar);
    if (!parsed.ok) return refuse(context, 'bad-sidecar', parsed.error.message);
    sidecar = parsed.value;
  }
  const file = draft.origin.file ?? context.file;
  const corrected = { ...draft, ...sidecar };
  const identifier = corrected.identifier ?? defaultIdentifier(file, source.line);
  const { headline, author, publisher, datePublished, articleBody } = corrected;
  // Debris of a damaged file, or `javascript:`: no view may link to it.
  const url = safeAddress(corrected.url);
  const content = { identifier, url, headline, author, publisher, datePublished, articleBody };
  const provenance: Provenance = {
    collection: context.collection,
    capturedAt: sidecar.capturedAt ?? draft.origin.capturedAt ?? context.capturedAt,
    capturedFrom: safeAddress(
      sidecar.capturedFrom ?? draft.origin.capturedFrom ?? context.capturedFrom ?? null,
    ),
    republishedFrom: corrected.republishedFrom,
    republishedBy: corrected.republishedBy,
    digest: draft.origin.digest ?? (await digestOf(source.bytes)),
    file,
    parser: source.parser,
    license: sidecar.license ?? draft.origin.license ?? null,
    curated: [...new Set([...(draft.origin.curated ?? []), ...Object.keys(sidecar)])].sort(),
  };
  const article: Article = {
    id: await articleIdOf(content, file),
    ...content,
    inLanguage: corrected.inLanguage ?? detectLanguage(articleBody),
    provenance,
  };
  return { ok: true, article };
}
