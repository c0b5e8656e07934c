import { describe, expect, it } from 'vitest';
import { listNames } from '../../../src/library/list-names.ts';
import { archiveOf, article } from '../invented-archive.ts';

const archive = archiveOf([
  article('a', 'The Harbour Trust met. Later HT voted.', { publisher: 'Island News' }),
  article('b', 'The Quay Gang met again, we hear from the Harbour Trust.', { publisher: 'Vell Courier' }),
  article('c', 'HT closed the quay.', { publisher: null }),
  article('d', 'HT opened the quay.', { publisher: 'Island News' }),
]);
const trust = listNames(archive, { text: 'Harbour Trust', type: null, limit: 1 })[0]!;

describe('a name in the names editor', () => {
  it('has each form with the outlets that print it, most articles first', () => {
    expect(trust.forms).toContainEqual({ text: 'HT', isTerm: false, outlets: ['Island News', null] });
  });

  it("says whose an outlet's own term is", () => {
    expect(trust.forms).toContainEqual({ text: 'the Quay Gang', isTerm: true, outlets: ['Vell Courier'] });
  });

  it('says of a form that no article prints that none does', () => {
    const [port] = listNames(archive, { text: 'Port Marn', type: null, limit: 1 });
    expect(port!.forms).toEqual([{ text: 'بورت مارن', isTerm: false, outlets: [] }]);
  });

  it('is told from one that was found in articles', () => {
    const found = listNames(archive, { text: '', type: null, limit: 20 }).map((name) => [
      name.label,
      name.isFound,
    ]);
    expect(found).toContainEqual(['Ada Lindgren', false]);
    expect(found).toContainEqual(['Vell', true]);
  });
});
