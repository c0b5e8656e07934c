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

it.each([
  ['*Harbour Gazette · 3 May 2021*'],
  ['Harbour Gazette, May 3, 2021'],
  ['**Date:** 2021-05-03\n**Outlet:** Harbour Gazette'],
  ['3 May 2021 | Harbour Gazette'],
  ['Harbour Gazette\n\n3 May 2021'],
])('reads outlet and date from lines at the top: %j', async (lines) => {
  expect(await captureOne('a.md', `# Bridge opens\n\n${lines}\n\nThe old bridge was opened.`)).toMatchObject({
    headline: 'Bridge opens',
    publisher: 'Harbour Gazette',
    datePublished: '2021-05-03',
    articleBody: 'The old bridge was opened.',
  });
});

it('reads a byline with them, and what front matter says before any of them', async () => {
  const text =
    '---\noutlet: River Courier\n---\nHarbour Gazette, 3 May 2021, by Jane Doe\n\nThe bridge opened.';
  expect(await captureOne('a.md', text)).toMatchObject({
    publisher: 'River Courier',
    datePublished: '2021-05-03',
    author: ['Jane Doe'],
    articleBody: 'The bridge opened.',
  });
});

it.each([
  'Harbour Gazette said on 3 May 2021 that the bridge will open.',
  'On 3 May 2021 the bridge opened.',
  'The Old Bridge',
  'Between 3 May 2021 and 5 May 2021',
])('leaves a line that is text: %s', async (line) => {
  expect(await captureOne('a.md', `# Bridge opens\n\n${line}\n\nNobody came.`)).toMatchObject({
    publisher: null,
    datePublished: null,
    articleBody: `${line}\n\nNobody came.`,
  });
});
