import { describe, expect, it } from 'vitest';
import { addressWithText, textFragment } from '../../../src/text/text-fragment.ts';

/** What a browser looks for: the two ends, or the whole. */
const wantedOf = (fragment: string) => fragment.replace('#:~:text=', '').split(',').map(decodeURIComponent);

describe('a text fragment', () => {
  it('holds a short quotation whole', () => {
    expect(textFragment('The ferry  came late.')).toBe('#:~:text=The%20ferry%20came%20late.');
  });

  it('holds the ends of a long one', () => {
    const long = 'The old ferry came late and left early and nobody on the quay could say why';
    expect(wantedOf(textFragment(long))).toEqual(['The old ferry came late', 'the quay could say why']);
  });

  it('never reaches over the end of a paragraph', () => {
    expect(wantedOf(textFragment('Rain fell.\n\nThen it stopped, and the ferry came back to us.'))).toEqual([
      'Rain',
      'ferry came back to us.',
    ]);
  });

  it('has ends that do not meet where there are few words', () => {
    const [start = '', end = ''] = wantedOf(textFragment('a b\nc'));
    expect([start, end]).toEqual(['a', 'c']);
  });

  it('encodes what parts its pieces', () => {
    const fragment = textFragment('well-known, they said & left #1');
    expect(fragment).toBe('#:~:text=well%2Dknown%2C%20they%20said%20%26%20left%20%231');
  });

  it('is nothing for no words, and survives half a character', () => {
    expect(textFragment(' \n ')).toBe('');
    expect(textFragment('a \ud800 b')).toContain('a%20%EF%BF%BD%20b');
  });
});

describe('the address of a page at a quotation', () => {
  it.each([
    ['https://courier.example/a', 'https://courier.example/a#:~:text=Rain'],
    ['https://courier.example/a?b=c#part', 'https://courier.example/a?b=c#part:~:text=Rain'],
    ['https://courier.example/a#:~:text=old', 'https://courier.example/a#:~:text=Rain'],
  ])('keeps the address, and its anchor in front: %s', (url, wanted) => {
    expect(addressWithText(url, 'Rain')).toBe(wanted);
  });

  it.each([null, 'file:///home/a.html', 'javascript:alert(1)'])('is none for %s', (url) => {
    expect(addressWithText(url, 'Rain')).toBe(null);
  });
});
