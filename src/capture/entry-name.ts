/**
 * Names of files in archives: labels and nothing else. Nothing is ever written where a name points, but a name that
 * points outside its archive was made to deceive, and the reader is told. O(name).
 */

/** The name with forward slashes; null for one that climbs out of the archive, is absolute, or holds control characters. */
export function safeEntryName(raw: string): string | null {
  const name = raw.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (name === '' || name.length > 4_096 || /^\/|^[a-z]:/i.test(name)) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
  if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(name)) return null;
  return name.split('/').includes('..') ? null : name;
}

/** What systems and editors leave in archives and no reader asked to import. */
export function isLeftover(name: string): boolean {
  return (
    name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.sidecar\.json$/i.test(name)
  );
}

/** For a sentence: control characters and direction marks shown, at most 120 characters. */
export function showName(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: showing them is the purpose
  return raw.slice(0, 120).replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '�');
}
