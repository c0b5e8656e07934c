import { describe, expect, it } from 'vitest';
import { droppedFiles } from '../../../../src/ui/archive/dropped-files.ts';

interface FakeEntry {
  readonly fullPath: string;
  readonly isFile: boolean;
}

const file = (fullPath: string) => ({
  ...{ fullPath, isFile: true },
  file: (done: (found: File) => void) => done(new File(['text'], fullPath.split('/').at(-1) ?? '')),
});

/** Gives its entries two at a time, as browsers give a hundred. */
const folder = (fullPath: string, entries: readonly FakeEntry[]) => ({
  ...{ fullPath, isFile: false },
  createReader: () => {
    const left = [...entries];
    return { readEntries: (done: (some: FakeEntry[]) => void) => done(left.splice(0, 2)) };
  },
});

const drop = (entries: readonly (FakeEntry | null)[], files: readonly File[] = []) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files,
  }) as unknown as DataTransfer;

describe('what was dropped', () => {
  it('is every file of a folder and of the folders in it, by its path', async () => {
    const inner = folder('/news/may', [file('/news/may/c.txt')]);
    const dropped = folder('/news', [file('/news/a.txt'), file('/news/b.txt'), inner, file('/news/d.txt')]);
    const found = await droppedFiles(drop([dropped, file('/e.txt')]));
    expect(found.map(({ name }) => name)).toEqual([
      'news/a.txt',
      'news/b.txt',
      'news/may/c.txt',
      'news/d.txt',
      'e.txt',
    ]);
  });

  it('leaves out what a system hides', async () => {
    const dropped = folder('/news', [file('/news/.DS_Store'), folder('/news/.git', [file('/news/.git/x')])]);
    expect(await droppedFiles(drop([dropped]))).toEqual([]);
  });

  it('is the plain list of files where the browser gives no entries', async () => {
    const found = await droppedFiles(drop([null], [new File(['text'], 'a.txt')]));
    expect(found.map(({ name }) => name)).toEqual(['a.txt']);
  });
});
