import { describe, expect, it } from 'vitest';
import { applyCorrections } from '../../../src/entities/correction.ts';
import { createPageSessions } from '../../../src/library/page-sessions.ts';
import { succeed } from '../../../src/text/result.ts';
import { ADA, archiveOf } from '../invented-archive.ts';
import { createWorld, FACTS, page } from './fake-ports.ts';

const WISHES = { bySound: true, ownMarks: false };

const TAB = 7;
const ASKER = { tabId: TAB, url: FACTS.url };

describe('the sessions of pages', () => {
  it('neither mark nor count names by their sound where the reader wants none', async () => {
    const world = createWorld();
    const sessions = createPageSessions(world.ports);
    const text = page(['قالت آدا ليندغرين إن الجسر جاهز.']);
    expect(sessions.read(ASKER, archiveOf(), text, WISHES)).toHaveLength(1);
    const bundled = archiveOf();
    expect(sessions.read(ASKER, bundled, { ...text, revision: 2 }, { ...WISHES, bySound: false })).toEqual(
      [],
    );
    sessions.markSentences(TAB, bundled);
    await sessions.settled();
    expect(world.badges.get(TAB)).toEqual({ names: 0, sentences: 0 });
    expect(world.summaries.get(TAB)).toMatchObject({ names: [], passages: [] });
  });

  it('tell panels and badge what the reader decided, and the page what the bundled archive says', async () => {
    const world = createWorld();
    const sessions = createPageSessions(world.ports);
    const bundled = archiveOf();
    const decisions = applyCorrections(bundled.knowledge.entities, [{ kind: 'ignore', form: ADA.prefLabel }]);
    world.whole = succeed({ ...bundled, decisions });
    const blocks = sessions.read(ASKER, bundled, page(['Ada Lindgren came to Port Marn.']), WISHES);
    expect(blocks?.[0]?.marks).toHaveLength(2);
    sessions.markSentences(TAB, bundled);
    await sessions.settled();
    expect(world.summaries.get(TAB)?.names.map(({ label }) => label)).toEqual(['Port Marn']);
    expect(world.badges.get(TAB)?.names).toBe(1);
  });
});
