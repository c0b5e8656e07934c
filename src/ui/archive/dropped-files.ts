/**
 * What was dropped, folders included. `dataTransfer.files` names a folder and gives nothing of it; entries are the one
 * way in that Chromium and Firefox share (wicg.github.io/entries-api), and must be taken before the event is over.
 */

export interface FoundFile {
  /** With the folders it lies in, parted by '/'. */
  readonly name: string;
  readonly file: File;
}

/** More is a home directory that slipped out of somebody's hand. */
const MOST_FILES = 100_000;

/** In the order of the drop, folders in the order the system lists them; what cannot be read is left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const found: FoundFile[] = [];
  if (entries.every((entry) => entry === null)) return chosenFiles(transfer.files);
  for (const entry of entries) if (entry) await collect(entry, found);
  return found;
}

/** Of a chooser, or of the clipboard. */
export function chosenFiles(files: FileList | null): FoundFile[] {
  return [...(files ?? [])]
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .filter(({ name }) => !isHidden(name));
}

/** `.DS_Store`, `.git` and their kind. */
const isHidden = (path: string) => path.split('/').some((part) => part.startsWith('.'));

async function collect(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '');
  if (isHidden(name) || found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    if (file) found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It gives a hundred at a time, and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (entries.length === 0) return;
    for (const one of entries) await collect(one, found);
  }
}
