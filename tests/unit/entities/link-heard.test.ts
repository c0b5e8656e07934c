/** Pages that write names as no label does, against an archive that named itself. */
import { describe, expect, it } from 'vitest';
import type { Recognise } from '../../../src/entities/group/article-names.ts';
import { groupNames } from '../../../src/entities/group/group-names.ts';
import { linkMentions, readBlock } from '../../../src/entities/link-mentions.ts';
import { buildNameKnowledge, withRecogniser } from '../../../src/entities/name-knowledge.ts';
import { marked } from './group/recognised.ts';

/** "exact → label (why)" of every link on the marked page, "exact → ?" where it stays open. */
function links(archive: readonly string[], page: string, language = 'en'): string[] {
  const { text, names } = marked(page);
  const recognise: Recognise = () => names;
  const entities = groupNames(archive.map((one) => marked(one, language)));
  const knowledge = withRecogniser(buildNameKnowledge(entities), recognise);
  const [mentions = []] = linkMentions(knowledge, [readBlock(knowledge, text)]);
  for (const { start, end, exact, confidence } of mentions) {
    expect(text.slice(start, end)).toBe(exact);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  return mentions.map(({ exact, entityId, why }) => {
    const label = entities.find(({ id }) => id === entityId)?.prefLabel;
    return label === undefined ? `${exact} → ?` : `${exact} → ${label} (${why})`;
  });
}

describe('a name that no label spells so', () => {
  it('is linked in another transliteration', () => {
    expect(links(['[Muhammad Haddad] opened the bridge.'], 'So said [Mohamed Haddad].')).toEqual([
      'Mohamed Haddad → Muhammad Haddad (spelling)',
    ]);
  });

  it('is linked from one script to another, both ways', () => {
    expect(links(['[Mohamed Salah] scored.'], 'سجل [محمد صلاح] هدفا')).toEqual([
      'محمد صلاح → Mohamed Salah (other-script)',
    ]);
    expect(links(['[Анна Ковалева] открыла мост.'], 'So said [Anna Kovaleva].', 'ru')).toEqual([
      'Anna Kovaleva → Анна Ковалева (other-script)',
    ]);
  });

  it('is found in Arabic without being recognised', () => {
    expect(links(['[Mohamed Salah] scored.'], 'وسجل محمد صلاح هدفا')).toEqual([
      'محمد صلاح → Mohamed Salah (other-script)',
    ]);
  });

  it('is linked in its Slavic cases', () => {
    expect(
      links(['[Питер Марн] пришёл. О [Питере Марне] писали.'], 'С [Питером Марном] говорили.', 'ru'),
    ).toEqual(['Питером Марном → Питер Марн (spelling)']);
  });

  it('is nobody when only the surname agrees', () => {
    expect(links(['[Ana Costa] spoke.'], 'So did [Pedro Costa] there.')).toEqual([]);
  });

  it('is nobody when a single word is a slip away', () => {
    expect(links(['It rained in [l Holland].'], 'It rained in [l Polland].')).toEqual([]);
  });
});

describe('a surname', () => {
  it('is that of the full name on the page, though the archive spells it otherwise', () => {
    expect(links(['[Anna Costa] spoke.'], 'First [Ana Costa], then [Costa] again.')).toEqual([
      'Ana Costa → Anna Costa (spelling)',
      'Costa → Anna Costa (surname)',
    ]);
  });

  it('is not that of the archive when the page names somebody else in full', () => {
    const archive = ['[Ana Costa#1] met [Rui Lima]. [Costa#1] spoke to [Eva Berg].'];
    expect(links(archive, '[Pedro Costa] met [Rui Lima] and [Eva Berg]. [Costa] spoke.')).toEqual([
      'Rui Lima → Rui Lima (label)',
      'Eva Berg → Eva Berg (label)',
    ]);
  });

  it('is nobody when the page names one whom the archive knows and one whom it does not', () => {
    const archive = ['[Ana Costa] met [Rui Lima].'];
    expect(links(archive, '[Ana Costa] and [Pedro Costa] met. [Costa] spoke.')).not.toContain(
      'Costa → Ana Costa (surname)',
    );
  });
});

describe('a recorded form inside a longer name', () => {
  it('is not linked when the longer name is of something else', () => {
    expect(links(['It rained in [l Marn].'], 'The [o Bank of Marn] closed in [l Marn].')).toEqual([
      'Marn → Marn (label)',
    ]);
  });

  it('stays where the recogniser took two names for one', () => {
    expect(links(['[Ana Costa] met [Rui Lima].'], 'Then [Ana Costa Rui Lima] left.')).toHaveLength(2);
  });
});

describe('bad input', () => {
  it('links nobody and ends', () => {
    const long = `${'مح'.repeat(150)} ${'צל'.repeat(150)}`;
    for (const page of [
      `[${long}]`,
      '[\u200b\u200d]',
      '[<b></b>]',
      '[M0hаmed ＳＡＬＡＨ<br>]',
      long,
      '[o 1234]',
    ])
      expect(links(['[Ana Costa] spoke. [Rui Lima] left.'], page)).toEqual([]);
  });
});
