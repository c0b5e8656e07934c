/** A question to an archive of which most may lie on the disk. */
import { answerFrom } from '../retrieval/answer-from.ts';
import type { Result } from '../text/result.ts';
import type { Archive } from './archive.ts';

/** `question` may run several times and must change nothing; see answer-from.ts. */
export function askArchive<T>(archive: Archive, question: (archive: Archive) => T): Promise<Result<T>> {
  return answerFrom(archive.unread, () => question(archive));
}
