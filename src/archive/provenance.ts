/** Where an article's bytes came from, in the terms of WARC and PROV-O. */
/** What came with the extension, what the reader brought, or the name of a pack that the reader loaded. */
export type CollectionName = 'bundled' | 'yours' | `pack:${string}`;

/** The file that articles of the sample which ships with the extension say they came from. */
export const SAMPLE_FILE = 'backstory-sample/bridge.jsonl';

export interface Provenance {
  readonly collection: CollectionName;
  /** WARC-Date, ISO 8601 with time; null when nobody recorded it. */
  readonly capturedAt: string | null;
  /** WARC-Target-URI. */
  readonly capturedFrom: string | null;
  /** "Source: Al Mayadeen Net": the outlet that the article itself names as its source. */
  readonly republishedFrom: string | null;
  /** "Posted on by uprootedpalestinians": who printed it again, when that is not the outlet. */
  readonly republishedBy: string | null;
  /** 'sha256:…' of the bytes parsed. */
  readonly digest: string;
  readonly file: string;
  readonly parser: string;
  readonly license: string | null;
  /** Names of the fields that a sidecar written by hand corrected; empty when the parser alone spoke. */
  readonly curated: readonly string[];
}
