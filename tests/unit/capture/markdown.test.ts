import { expect, it } from 'vitest';
import { captureOne } from './collect.ts';

it('reads front matter and strips the marks around the words', async () => {
  const text = `---
title: "Bridge opens: at last"
author: [Jane Doe, 'John Roe']
date: 3 May 2021
outlet: Harbour Gazette
source: Coast Herald
lang: en
---

# Bridge opens: at last

The *old* bridge was **opened** by [the mayor](https://example.org/mayor).

![A picture](bridge.jpg)

> “It is done,” she said; snake_case_names stay, 2 * 3 * 4 too.

## What comes next

Nothing.
`;
  expect(await captureOne('bridge.md', text)).toMatchObject({
    headline: 'Bridge opens: at last',
    author: ['Jane Doe', 'John Roe'],
    datePublished: '2021-05-03',
    publisher: 'Harbour Gazette',
    inLanguage: 'en',
    articleBody:
      'The old bridge was opened by the mayor.\n\n\n\n“It is done,” she said; snake_case_names stay, 2 * 3 * 4 too.\n\nWhat comes next\n\nNothing.',
    provenance: { republishedFrom: 'Coast Herald' },
  });
});

it('takes the first heading for the headline where there is no front matter', async () => {
  expect(await captureOne('a.md', '# Bridge opens\n\nText.')).toMatchObject({
    headline: 'Bridge opens',
    articleBody: 'Text.',
    datePublished: null,
  });
});

it('reads a list of authors that stands below its key', async () => {
  const text = '---\ntitle: Bridge opens\nauthors:\n  - Jane Doe\n  - "John Roe"\n---\nText.';
  expect(await captureOne('a.md', text)).toMatchObject({ author: ['Jane Doe', 'John Roe'] });
});
