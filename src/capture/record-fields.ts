/** What formats of many records share: addresses that may be kept, and the bytes a record's digest is of. */

/** The address, if it is one of the web; anything else (`javascript:`, a path) is not kept. */
export function safeAddress(address: string | null | undefined): string | null {
  const text = address?.trim() ?? '';
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && text.length <= 4_096 ? text : null;
}

/** For records that lie in the file in pieces or among others: their fields, in the reader's fixed order. */
export function recordBytes(record: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(record));
}
