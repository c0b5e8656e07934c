/**
 * Reads every article again and proves it: its row has the form this version writes, its text is there, and its id
 * follows from both. What fails is set aside with its reason, so that search, backup and export go on with the rest; a
 * backup brings it back, because it is not held any more. O(length of the texts).
 */
import type { ArticleId } from '../../archive/article.ts';
import { type Result, succeed } from '../../text/result.ts';
import type { HoldingsStore, SetAside, StoredRow } from './holdings-store.ts';
import { parseHeld } from './parse-held.ts';

interface Damage {
  readonly id: ArticleId;
  /** As far as it can still be read; null otherwise. */
  readonly headline: string | null;
  /** A sentence. */
  readonly reason: string;
}

export interface CheckReport {
  /** Rows read, the damaged included. */
  readonly checked: number;
  readonly damaged: readonly Damage[];
}

/** `progressed` hears the number of rows read, now and then. Fails only when setting aside cannot be written. */
export async function checkArchive(
  store: HoldingsStore,
  progressed: (checked: number) => void = () => undefined,
): Promise<Result<CheckReport>> {
  const damaged: Damage[] = [];
  const setAside: SetAside[] = [];
  let checked = 0;
  for await (const row of store.storedRows()) {
    const reason = await flawOf(row);
    if (reason !== null) {
      const { id, holding, articleBody } = row;
      damaged.push({ id, headline: headlineOf(row), reason });
      setAside.push({ id, reason, holding, articleBody });
    }
    if (++checked % 100 === 0) progressed(checked);
  }
  if (damaged.length > 0) {
    const written = await store.commit({ setAside });
    if (!written.ok) return written;
  }
  return succeed({ checked, damaged });
}

async function flawOf({ id, holding, articleBody, isSealed, isReadable }: StoredRow): Promise<string | null> {
  if (!isReadable) return 'The browser cannot read it from the disk any more.';
  if (holding === null) return 'Its text is there, but not what it belongs to.';
  if (articleBody === null) return 'Its text is missing.';
  const held = await parseHeld({ holding, articleBody });
  return isSealed && held?.holding.id === id
    ? null
    : 'It is not as it was written: some of it was changed or lost.';
}

function headlineOf({ holding }: StoredRow): string | null {
  const { record } = (holding ?? {}) as { readonly record?: { readonly headline?: unknown } };
  return typeof record?.headline === 'string' ? record.headline : null;
}
