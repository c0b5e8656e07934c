/** One name found in running text, before anything is known about who it stands for. */
import type { TextPosition } from '../../text/position.ts';
import type { EntityType } from '../entity.ts';

export interface RecognisedName extends TextPosition {
  /** Invariant: `text.slice(start, end) === exact`. Without clitics, titles and possessive endings. */
  readonly exact: string;
  readonly type: EntityType;
  /** [0,1], calibrated: the share of such names that are right. */
  readonly confidence: number;
  /** Names of one text with the same number mean the same ("Ana Costa", "Costa", "Ms Costa"). Counts from 0. */
  readonly group: number;
}
