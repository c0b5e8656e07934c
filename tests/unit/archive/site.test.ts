import { describe, expect, it } from 'vitest';
import { fileOf, pageFileName, siteOf, unprintedOutlet } from '../../../src/archive/site.ts';
import { article } from '../invented-archive.ts';

const read = (url: string | null, capturedFrom: string | null, file = 'rain.html') => {
  const one = article('a1', 'Rain fell on the bridge.', { url });
  return { ...one, provenance: { ...one.provenance, capturedFrom, file } };
};

describe('where an article without a printed outlet was read', () => {
  it.each([
    [null, 'https://www.news.test/rain', 'news.test'],
    ['https://harbour.example/rain', 'https://news.test/rain?from=feed', 'news.test'],
    ['https://harbour.example/rain', null, 'harbour.example'],
    [null, null, null],
    ['https://doi.org/10.1000/182', null, null],
    ['no address', null, null],
  ])('of %s, fetched from %s, is %s', (url, capturedFrom, site) => {
    expect(siteOf(read(url, capturedFrom))).toBe(site);
  });

  it('is said to be that, and no outlet', () => {
    expect(unprintedOutlet(read(null, 'https://news.test/rain'))).toBe('read at news.test');
    expect(unprintedOutlet(read(null, null))).toBe('no outlet printed');
  });
});

describe('the file of an article', () => {
  it('is none where a page was saved', () => {
    const address = 'https://news.test/rain';
    expect(fileOf(read(address, address, pageFileName(address)!))).toBeNull();
  });

  it('is told where there was one', () => {
    expect(fileOf(read('https://news.test/rain', 'https://news.test/rain', 'crawl.warc.gz'))).toBe(
      'crawl.warc.gz',
    );
    expect(fileOf(read(null, null, 'news.test.html'))).toBe('news.test.html');
  });
});
