/**
 * The control: an import as it would be written first. Each article is a transaction of its own, and where the import
 * stands is written apart, now and then. Both functions are sent into a page: they see nothing of this file.
 */

/** Goes on from its own cursor, without an end: whoever calls it kills it. */
export async function writeNaively(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('naive');
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('rows', { autoIncrement: true });
      opening.result.createObjectStore('cursor');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const store = (name: string) => database.transaction(name, 'readwrite').objectStore(name);
  const from = ((await done(store('cursor').get('at'))) as number | undefined) ?? 0;
  const write = async () => {
    for (let at = from; ; at++) {
      await done(store('rows').add(`Article ${at}`));
      if (at % 25 === 24) await done(store('cursor').put(at + 1, 'at'));
    }
  };
  void write();
}

/** What its kills have left. */
export async function countRows(): Promise<{ readonly rows: number; readonly articles: number }> {
  const rows = await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('naive');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('rows').objectStore('rows').getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    };
  });
  return { rows: rows.length, articles: new Set(rows).size };
}
