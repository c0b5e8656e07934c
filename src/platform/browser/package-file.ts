/** Files of the extension's own package: the only thing that is ever fetched. */

/** Null when there is no such file. For our own pages, workers and background; workers know no extension API. */
export async function readPackageFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // Our own package, by a fixed name: connect-src 'self' allows nothing else.
    const response = await fetch(new URL(path, `${location.origin}/`));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
