/**
 * What every archive format does with its files: judge the name, count it, read it by the registry, and turn what goes
 * wrong in one of them into a sentence while the rest goes on. O(bytes).
 */
import { type CaptureOutcome, type ReadContext, refuse } from './capture-outcome.ts';
import { isLeftover, safeEntryName, showName } from './entry-name.ts';
import { MOST_ENTRIES, UnpackError } from './unpacking.ts';
import type { ZipEntry } from './zip-entries.ts';

/** Files of no known format are passed over, as in a folder; an archive of nothing else is refused. */
export async function* readEntries(
  entries: AsyncIterable<ZipEntry>,
  context: ReadContext,
): AsyncGenerator<CaptureOutcome> {
  let [read, passed] = [0, 0];
  try {
    for await (const entry of entries) {
      const name = safeEntryName(entry.name);
      if (name !== null && isLeftover(name)) continue;
      if (!context.unpacking.admitEntry()) {
        yield refuse(
          context,
          'bomb',
          `The archive holds over ${MOST_ENTRIES} files, or several bombs; the rest was not read.`,
        );
        return;
      }
      if (name === null) {
        read++;
        const reason = `The archive holds a file named “${showName(entry.name)}”, which points outside it; it was not read.`;
        yield refuse(context, 'unsafe-path', reason);
      } else if (context.isKnown(name)) {
        read++;
        yield* context.readInner(entry.bytes, { file: `${context.file}/${name}`, name });
      } else passed++;
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(context, error.code, error.message);
    return;
  }
  if (read > 0) return;
  yield passed === 0
    ? refuse(context, 'empty', 'The archive is empty.')
    : refuse(context, 'no-article', 'The archive holds no file of a format that is read.');
}
