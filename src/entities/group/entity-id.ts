/**
 * The id of an entity that nobody wrote: its type, a readable slug, and eight hex digits of the folded name.
 *
 * The slug alone is not enough: two spellings romanise alike, and a hand-written id could be met by chance. The digits
 * are a function of the name only, so that unrelated articles change nothing.
 */

import { scriptOfWord } from '../../text/romanise.ts';
import { plainSpelling } from '../../text/romanise-odds.ts';
import type { EntityId, EntityType } from '../entity.ts';

/** Words of a long name that help a reader of ids. */
const SLUG_WORDS = 6;

/** `key` is the folded reference form. */
export function entityIdOf(type: EntityType, key: string): EntityId {
  const slug = key
    .split(' ')
    .slice(0, SLUG_WORDS)
    .map((word) => (/^[a-z0-9]+$/.test(word) ? word : plainWord(word)))
    .filter((word) => word !== '');
  return `${type}:${[...slug, hexOf(key)].join('-')}` as EntityId;
}

function plainWord(word: string): string {
  const script = scriptOfWord(word);
  const latin = script === 'latin' ? word : plainSpelling(word, script);
  return latin
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** FNV-1a, 32 bits, with a last mixing so that short names differ in every digit. */
function hexOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0).toString(16).padStart(8, '0');
}
