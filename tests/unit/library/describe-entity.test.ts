import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import { describeEntity } from '../../../src/library/describe-entity.ts';
import type { EntityView } from '../../../src/protocol/views.ts';
import { archiveOf, article, BRIDGE, OMAR } from '../invented-archive.ts';

function describeOmar(articles: readonly Article[]): EntityView {
  const view = describeEntity(archiveOf(articles), OMAR.id);
  if (!view.ok) throw new Error(view.error.message);
  return view.value;
}

/** Two lines of a card show the first 110 letters or so. */
const LATE = article(
  'b1',
  `${'The quay was swept, the lamps were lit and the ropes were coiled before the ferry came. '.repeat(3)}Omar Haddad held the lantern.`,
);

describe('the description of a name', () => {
  it('shows the name in what a card has room for, also where no article prints a date', () => {
    const { undated, earliest, newest } = describeOmar([LATE]);
    expect([earliest, newest]).toEqual([null, null]);
    expect(undated?.snippet).toContain('Omar Haddad');
    expect(undated?.snippet.length).toBeLessThanOrEqual(112);
    expect(undated?.highlights).toHaveLength(1);
  });

  it('has a dated passage where there is one, and no other', () => {
    const { undated, earliest } = describeOmar([LATE, BRIDGE]);
    expect(undated).toBeNull();
    expect(earliest?.provenance.articleId).toBe('a1');
  });
});
