/** Files for the reader's downloads folder, without the permission to manage downloads. */

/** Long enough for the slowest disk to have begun; the bytes are let go then. */
const KEPT_MS = 60_000;

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
