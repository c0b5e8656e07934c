import { describe, expect, it } from 'vitest';
import { previewTable } from '../../../../src/library/holdings/preview-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

describe('a table before it is read', () => {
  it('shows its columns, its first rows, and what each is taken for', () => {
    const preview = previewTable(
      bytes('title,text,town\nFerry,The ferry stays.,Port Ellery\nA,B,C\nD,E,F\nG,H,I\n'),
    );
    expect(preview?.heading).toEqual(['title', 'text', 'town']);
    expect(preview?.rows).toHaveLength(3);
    expect(preview?.guess).toEqual({ headline: 'title', body: 'text' });
  });

  it('cuts cells that hold a whole article', () => {
    const preview = previewTable(bytes(`title,text\nFerry,${'word '.repeat(100)}\n`));
    expect(preview?.rows[0]?.[1]?.length).toBe(121);
  });

  it('is none when the file has no row', () => {
    expect(previewTable(bytes(''))).toBe(null);
  });
});
