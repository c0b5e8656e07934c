/**
 * Questions to an index that may lie on the disk.
 *
 * Naively every function of the ranking waits for each list that it reads. Here a question is a pure function, as it is
 * for an index in memory: it runs on what is there, what it missed is read in one go, and it runs again till a run
 * misses nothing. That run's answer is given, the others' are void. A search takes two to four runs, for it learns words
 * from its first answers.
 */
import { type Result, succeed } from '../text/result.ts';

export interface Unread {
  /** `question` changes nothing and keeps nothing of what it saw. Fails where nothing at all can be read. */
  answer<T>(question: () => T): Promise<Result<T>>;
  /** The run under way has missed something: what it gives from here on may be void. */
  readonly isMissing: boolean;
  /** Answers do without a part of the index that was found damaged. */
  readonly isDamaged: boolean;
}

/** What a run of a question gave or threw, to be told when it is known that it missed nothing: else it may have stumbled. */
export function holdBack<T>(question: () => T): () => T {
  try {
    const given = question();
    return () => given;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** `unread` null: everything is in memory. */
export async function answerFrom<T>(unread: Unread | null, question: () => T): Promise<Result<T>> {
  return unread === null ? succeed(question()) : unread.answer(question);
}
