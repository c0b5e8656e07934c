/** Look-alike events written for the project: two tellings of one are the same, of two are not. Add a case by adding a line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '../../src/entities/events/compare-events.ts';
import type { EventMention } from '../../src/entities/events/event-mention.ts';
import { type MarkedTelling, mentionOf } from './events/marked-telling.ts';

interface Family {
  readonly kind: string;
  /** Tellings by event. */
  readonly events: readonly (readonly MarkedTelling[])[];
}

const families = JSON.parse(
  readFileSync(join(import.meta.dirname, 'events/look-alikes.json'), 'utf8'),
) as Family[];

interface Pair {
  readonly kind: string;
  readonly same: boolean;
  readonly left: EventMention;
  readonly right: EventMention;
}

const pairs: Pair[] = families.flatMap(({ kind, events }) => {
  const told = events.flatMap((tellings, event) =>
    tellings.map((telling) => ({ event, mention: mentionOf(telling) })),
  );
  return told.flatMap((left, i) =>
    told.slice(0, i).map((right) => ({
      kind,
      same: left.event === right.event,
      left: left.mention,
      right: right.mention,
    })),
  );
});

describe('look-alike events', () => {
  it('are at least forty pairs', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40);
    expect(pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(20);
  });

  it.each(pairs)('$kind: $left.exact, $right.exact – $same', ({ left, right, same }) => {
    const answer = compareEvents(left, right);
    expect(answer.same, JSON.stringify({ answer, left, right }, null, 1)).toBe(same);
    expect(compareEvents(right, left).score).toBe(answer.score);
  });
});
