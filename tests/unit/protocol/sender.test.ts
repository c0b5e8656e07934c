import { describe, expect, it } from 'vitest';
import { classifySender, type SenderFacts } from '../../../src/protocol/sender.ts';

const chromium = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  url: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/',
};
const firefox = { id: 'backstory@example', url: 'moz-extension://0a1b2c3d-0000-4000-8000-000000000000/' };
const ownOrigin = chromium.url.slice(0, -1);

describe('who a sender is', () => {
  it('takes our own pages for panels, in both browsers, with the tab a card stands in', () => {
    expect(
      classifySender({ id: chromium.id, origin: ownOrigin, url: `${chromium.url}popup.html` }, chromium),
    ).toEqual({
      kind: 'panel',
      tabId: null,
    });
    expect(
      classifySender(
        { id: firefox.id, url: `${firefox.url}card.html#x`, tab: { id: 7 }, frameId: 3 },
        firefox,
      ),
    ).toEqual({ kind: 'panel', tabId: 7 });
  });

  it('takes a content script in a tab’s top frame for a page', () => {
    const facts = {
      id: chromium.id,
      origin: 'https://news.test',
      url: 'https://news.test/loaded',
      tab: { id: 4, url: 'https://news.test/a' },
      frameId: 0,
    };
    expect(classifySender(facts, chromium)).toEqual({ kind: 'page', tabId: 4, url: 'https://news.test/a' });
  });

  const top = { tab: { id: 4 }, frameId: 0 };
  const strangers: [string, SenderFacts][] = [
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: ownOrigin, ...top }],
    ['another extension that claims our address', { id: 'other', url: chromium.url }],
    ['a sender without an id', { origin: ownOrigin, url: chromium.url }],
    [
      'a content script in a frame',
      { id: chromium.id, origin: 'https://ad.test', tab: { id: 4 }, frameId: 2 },
    ],
    ['a content script without a frame', { id: chromium.id, origin: 'https://ad.test', tab: { id: 4 } }],
    ['a web page without a tab', { id: chromium.id, origin: 'https://news.test', url: 'https://news.test' }],
    ['nothing at all', {}],
  ];
  it.each(strangers)('gives %s no right at all', (_who, facts) => {
    expect(classifySender(facts, chromium)).toEqual({ kind: 'nobody' });
  });

  const impostors: [string, SenderFacts][] = [
    [
      'an opaque origin with our address',
      { id: chromium.id, origin: 'null', url: `${chromium.url}card.html`, ...top },
    ],
    [
      'an origin that begins like ours',
      { id: chromium.id, origin: `${ownOrigin}.evil.test`, url: chromium.url, ...top },
    ],
    [
      'a page whose address holds ours',
      { id: chromium.id, origin: 'https://news.test', url: `https://news.test/?${chromium.url}`, ...top },
    ],
    [
      'a web origin with our address',
      { id: chromium.id, origin: 'https://news.test', url: `${chromium.url}popup.html`, ...top },
    ],
  ];
  it.each(impostors)('gives %s no more than a page’s right', (_who, facts) => {
    expect(classifySender(facts, chromium).kind).not.toBe('panel');
  });

  it('does not take a look-alike address for ours where the browser names no origin', () => {
    const facts = { id: firefox.id, url: `https://news.test/#${firefox.url}`, ...top };
    expect(classifySender(facts, firefox)).toEqual({ kind: 'page', tabId: 4, url: null });
  });
});
