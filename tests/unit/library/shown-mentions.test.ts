import { describe, expect, it } from 'vitest';
import { applyCorrections, type Correction } from '../../../src/entities/correction.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { shownMentions } from '../../../src/library/shown-mentions.ts';
import { ADA, ARTICLES, archiveOf, entity, OMAR } from '../invented-archive.ts';

const ARCHIVE = archiveOf();

/** The words of a text that are shown as names, with the entity when it is decided. */
function shown(text: string, bySound: boolean, corrections: readonly Correction[] = [], archive = ARCHIVE) {
  const decisions = applyCorrections(archive.knowledge.entities, corrections);
  const decided = corrections.length === 0 ? archive : { ...archive, decisions };
  return shownMentions(decided, bySound, [mentionsIn(archive.knowledge, text)])
    .flat()
    .map(({ exact, entityId }) => [exact, entityId]);
}

describe('names by sound', () => {
  const ARABIC = 'قالت آدا ليندغرين إن الجسر جاهز.';

  it('are shown, and left out when the reader does not want them', () => {
    expect(shown(ARABIC, true)).toEqual([['آدا ليندغرين', ADA.id]]);
    expect(shown(ARABIC, false)).toEqual([]);
  });

  it('are none where the archive prints the name in the letters of the page', () => {
    const arabic = archiveOf(ARTICLES, [entity(ADA.id, 'آدا ليندغرين', { forms: ['Ada Lindgren'] })]);
    expect(shown(ARABIC, false, [], arabic)).toEqual([['آدا ليندغرين', ADA.id]]);
    expect(shown('Ada Lindgren came.', false, [], arabic)).toEqual([]);
  });

  it('take their surnames with them, and leave what the archive prints', () => {
    const text = 'Ada Lindgren came. Later Lindgren spoke.';
    expect(shown(text, false)).toEqual(shown(text, true));
    const [full, surname] = mentionsIn(ARCHIVE.knowledge, text);
    if (!full || !surname) throw new Error('two names');
    const spelt = [
      { ...full, why: 'spelling' as const },
      { ...surname, why: 'surname' as const },
    ];
    expect(shownMentions(ARCHIVE, false, [spelt])).toEqual([[]]);
    expect(shownMentions(ARCHIVE, true, [spelt])).toEqual([spelt]);
  });
});

describe('decisions', () => {
  it('hold for words that no record has: a surname, a spelling', () => {
    const refused: Correction = { kind: 'not-this', form: 'Lindgren', entityId: ADA.id };
    expect(shown('Ada Lindgren came. Later Lindgren spoke.', true, [refused])).toEqual([
      ['Ada Lindgren', ADA.id],
    ]);
  });

  it('join at once, before the archive is made anew', () => {
    const joined: Correction = { kind: 'same-as', entityId: OMAR.id, into: ADA.id };
    expect(shown('Omar Haddad came.', true, [joined])).toEqual([['Omar Haddad', ADA.id]]);
  });

  it('that split a name wait for its record', () => {
    const split: Correction = { kind: 'split', entityId: ADA.id, forms: ['Ada Lindgren'], label: 'Another' };
    expect(shown('Ada Lindgren came.', true, [split])).toEqual([['Ada Lindgren', ADA.id]]);
  });

  it('to ignore a name take all of its forms', () => {
    const ignored: Correction = { kind: 'ignore', form: 'Ada Lindgren' };
    const text = 'Ada Lindgren came. Later Lindgren and Omar Haddad spoke.';
    expect(shown(text, true, [ignored])).toEqual([['Omar Haddad', OMAR.id]]);
    expect(shown(text, true)).toHaveLength(3);
  });
});
