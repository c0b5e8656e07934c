/** Grouping is a function of the set of articles: order, and any split into additions and removals, change nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleNames } from '../../../src/entities/group/article-names.ts';
import { groupNames, NameGroups } from '../../../src/entities/group/group-names.ts';
import { marked } from '../../unit/entities/group/recognised.ts';

const NAMES = [
  ...[
    'Ana Costa',
    'Anna Costa',
    'A. Costa',
    'Ana Maria Costa',
    'Costa',
    'Rui Costa',
    'R. Costa',
    'Ana B. Costa',
  ],
  ...['محمد صلاح', 'Mohamed Salah', 'Muhammad Salah', 'Salah', 'Mohammed Saleh', 'Мохамед Салах'],
  ...[
    'o Harbour Trust',
    'o Marn Harbour Trust',
    'o MHT',
    'o Marn Heritage Trust',
    'o Harbor Trust',
    'l Marn',
  ],
];
const article = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 5 })
  .map((names): ArticleNames => marked(names.map(([name, group]) => `[${name}#${group}]`).join(' met ')));
const archive = fc.array(article, { minLength: 1, maxLength: 8 });

describe('groupNames', () => {
  it('gives the same entities for every order of the articles', () => {
    fc.assert(
      fc.property(
        archive.chain((articles) =>
          fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
        ),
        ([articles, shuffled]) => {
          expect(groupNames(shuffled)).toEqual(groupNames(articles));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('grows and shrinks to what it would have been at once', () => {
    fc.assert(
      fc.property(archive, archive, fc.boolean(), (kept, gone, isAskedBetween) => {
        const groups = new NameGroups();
        for (const one of [...gone, ...kept]) {
          groups.add(one);
          if (isAskedBetween) groups.entities();
        }
        for (const one of gone) groups.remove(one);
        expect(groups.entities()).toEqual(groupNames(kept));
      }),
      { numRuns: 60 },
    );
  });

  it('never puts one form into two entities as anything but a short form', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        const labels = groupNames(articles).flatMap(({ prefLabel, altLabels }) => [
          prefLabel,
          ...altLabels.flatMap(({ text, isShort }) => (isShort ? [] : [text])),
        ]);
        expect(new Set(labels).size).toBe(labels.length);
      }),
      { numRuns: 60 },
    );
  });
});
