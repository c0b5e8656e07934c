/** Whether a file is a share pack, by its first bytes: a page of ours asks without loading what reads one. */

/** The folder that its ZIP unpacks to. */
export const PACK_FOLDER = 'backstory-pack';

/** Enough of the beginning to tell. */
export const PACK_HEAD_BYTES = 128;
/** Of a ZIP's local header (APPNOTE 6.3), where its name begins. */
const NAME_AT = 30;
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

export function isSharePack(head: Uint8Array<ArrayBuffer>): boolean {
  return firstNameOf(head) === `${PACK_FOLDER}/manifest.json`;
}

/** A stream cannot be asked for its end, where a ZIP has its directory. Null for what is no ZIP. */
export function firstNameOf(head: Uint8Array<ArrayBuffer>): string | null {
  if (head.length < NAME_AT || SIGNATURE.some((byte, at) => head[at] !== byte)) return null;
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  return new TextDecoder().decode(head.subarray(NAME_AT, NAME_AT + length));
}
