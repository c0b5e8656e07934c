import { describe, expect, it } from 'vitest';
import { bridgePage, draftOf, PARAGRAPHS, read } from './page.ts';

describe('the text of a page', () => {
  it('is its paragraphs, without navigation, headline and foot', () => {
    const page = bridgePage({
      below: '<footer><p>All rights reserved by the Harbour Gazette and its owners, since 1901.</p></footer>',
    });
    expect(draftOf(page).articleBody).toBe(PARAGRAPHS.join('\n\n'));
  });

  it.each([
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The bridge seen from the north, on a clear day.</figcaption></figure>',
    ],
    [
      'a list of other articles',
      '<div class="related-articles"><ul><li><a href="/a">Swimming club wins</a></li><li><a href="/b">Rain expected</a></li></ul></div>',
    ],
    [
      'a newsletter box',
      '<div class="newsletter-signup"><p>Every morning in your inbox: sign up for our letter about the town and its people.</p></div>',
    ],
    [
      'text hidden by the page',
      '<p style="display:none">This paragraph is hidden from every reader of the page, and nobody has ever seen it there.</p>',
    ],
    [
      'scripts',
      '<script>document.write("The council has moved to the moon, said the engineer, and it will stay.")</script>',
    ],
    ['share buttons', '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Telegram</a></div>'],
  ])('leaves out %s', (_, inside) => {
    expect(draftOf(bridgePage({ inside })).articleBody).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('keeps subheadings, lists and quotations', () => {
    const inside =
      '<h2>Two years of work</h2><blockquote><p>“We are glad that it is open again,” said the mayor of the town on Monday.</p></blockquote>';
    const { articleBody } = draftOf(bridgePage({ inside }));
    expect(articleBody).toContain('\n\nTwo years of work\n\n');
    expect(articleBody).toContain('said the mayor');
  });

  it('keeps directions of writing as they were written', () => {
    const text =
      'The sign reads \u2067جسر قديم\u2069 in two languages, and the council has kept both of them on the bridge since it was built.';
    expect(draftOf(bridgePage({ inside: `<p>${text}</p>` })).articleBody).toContain(text);
  });

  it('ends at a heading that leads to other articles', () => {
    const below = `<h3>You may also like</h3><p>The swimming club has won the regional cup for the third year in a row, its trainer said.</p>`;
    const page = bridgePage().replace('</article>', `${below}</article>`);
    expect(draftOf(page).articleBody).not.toContain('regional cup');
  });

  it('is found without Readability’s help where a page breaks it', () => {
    const page = bridgePage().replace('<article>', '<article class="hidden-nothing">');
    expect(draftOf(page).articleBody).toContain(PARAGRAPHS[0]);
  });
});

describe('what is printed about an article', () => {
  const linked = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  it('is read from a graph of linked data, following references', () => {
    const head = linked({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', '@id': '#paper', name: 'Harbour Gazette' },
        { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' },
        {
          '@type': 'NewsArticle',
          headline: 'Old bridge opens to walkers',
          author: [{ '@id': '#jane' }],
          publisher: { '@id': '#paper' },
          datePublished: '2023-03-08T09:00:00+01:00',
        },
      ],
    });
    expect(draftOf(bridgePage({ head }))).toMatchObject({
      headline: 'Old bridge opens to walkers',
      author: ['Jane Doe'],
      publisher: 'Harbour Gazette',
      datePublished: '2023-03-08',
      inLanguage: 'en',
    });
  });

  it('forgives linked data with raw line breaks and a comma too many', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old bridge\nopens to walkers","datePublished":"2023-03-08",}</script>';
    expect(draftOf(bridgePage({ head })).datePublished).toBe('2023-03-08');
  });

  it('is not taken from another article that the page links to', () => {
    const other = {
      '@type': 'NewsArticle',
      headline: 'Rain expected',
      url: 'https://gazette.example/news/rain',
      datePublished: '2020-01-01',
    };
    const own = {
      '@type': 'NewsArticle',
      headline: 'Old bridge opens to walkers',
      url: 'https://gazette.example/news/bridge',
      datePublished: '2023-03-08',
    };
    expect(draftOf(bridgePage({ head: linked([other, own]) })).datePublished).toBe('2023-03-08');
  });

  it('takes the headline without the outlet’s name', () => {
    const head =
      '<meta property="og:site_name" content="Harbour Gazette"><meta property="og:title" content="Old bridge opens to walkers - Harbour Gazette">';
    expect(draftOf(bridgePage({ head })).headline).toBe('Old bridge opens to walkers');
  });

  it.each([
    ['<div class="byline">By Jane Doe and John Roe</div>', ['Jane Doe', 'John Roe']],
    ['<p class="byline">By JANE DOE, Harbour Staff Writer</p>', ['JANE DOE']],
    ['<span class="author"><b>Jane Doe</b><i>8 March 2023</i></span>', ['Jane Doe']],
    ['<a rel="author" href="/jane">Jane Doe</a>', ['Jane Doe']],
    ['', []],
  ])('reads the authors of %s', (above, author) => {
    expect(draftOf(bridgePage({ above })).author).toEqual(author);
  });

  it('takes the address that the page gives for itself, unless it is the front page or runs a script', () => {
    const canonical = (href: string) =>
      draftOf(
        bridgePage({ head: `<link rel="canonical" href="${href}">` }),
        'https://gazette.example/news/bridge?ref=1',
      ).url;
    expect(canonical('/news/bridge')).toBe('https://gazette.example/news/bridge');
    expect(canonical('https://gazette.example/')).toBe('https://gazette.example/news/bridge?ref=1');
    expect(canonical('javascript:alert(1)')).toBe('https://gazette.example/news/bridge?ref=1');
  });

  it('believes the text where a template declares English for every page', () => {
    const german = PARAGRAPHS.map(
      () =>
        '<p>Die alte Brücke über den Fluss ist am Montag wieder für alle geöffnet worden, und das ist nach zwei Jahren der Arbeit eine Freude für die ganze Stadt.</p>',
    ).join('');
    expect(
      draftOf(`<html lang="en"><body><article><h1>Brücke</h1>${german}</article></body></html>`).inLanguage,
    ).toBe('de');
  });

  it('gives the caption of the first picture', () => {
    const inside =
      '<figure><img src="a.jpg"><figcaption>The bridge seen from the north, on a clear day.</figcaption></figure>';
    expect(read(bridgePage({ inside }))).toMatchObject({
      leadCaption: 'The bridge seen from the north, on a clear day.',
    });
  });
});

describe('pages without an article', () => {
  it.each([
    [
      'links only',
      '<html><body><ul><li><a href="/a">Swimming club wins</a></li></ul></body></html>',
      'no-article',
      /only links/,
    ],
    [
      'a script',
      '<html><body><noscript>Please enable JavaScript to read this site.</noscript><p>You need to enable JavaScript.</p></body></html>',
      'no-article',
      /by script/,
    ],
    [
      'a check',
      '<html><body><h1>Verify you are human</h1><p>Checking if you are a robot.</p></body></html>',
      'no-article',
      /robots/,
    ],
    ['an error', '<html><body><h1>404</h1><p>Page not found</p></body></html>', 'no-article', /not found/],
    [
      'a paywall',
      `<html><body><article><h1>Bridge</h1><p>${PARAGRAPHS[0]}</p><p>Subscribe to continue reading</p></article></body></html>`,
      'paywall',
      /subscription/,
    ],
  ])('are refused with what happened: %s', (_, page, code, reason) => {
    const reading = read(page);
    expect(reading).toMatchObject({ ok: false, code });
    if (!reading.ok) {
      expect(reading.reason).toMatch(reason);
      expect(reading.reason).toMatch(/^[A-Z].*\.$/);
    }
  });
});
