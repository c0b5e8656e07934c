import { describe, expect, it } from 'vitest';
import { blockingKeys } from '../../../src/entities/group/blocking-keys.ts';
import {
  buildNameSounds,
  NO_SOUNDS,
  openNameSounds,
  soundingLike,
} from '../../../src/entities/link-sounds.ts';
import { buildWordSounds, wordsSounding } from '../../../src/entities/link-words.ts';
import { ADA, ENTITIES, OMAR } from '../invented-archive.ts';

const sounds = buildNameSounds(ENTITIES);
const labelled = (name: string) => {
  const { keys, isSingle } = blockingKeys(name, 'person');
  return soundingLike(sounds, keys, isSingle).map((index) => ENTITIES[index]!.prefLabel);
};

describe('labels by sound', () => {
  it('are found from another spelling and another script', () => {
    expect(labelled('Ada Lindgrenn')[0]).toBe(ADA.prefLabel);
    expect(labelled('Омар Хаддад')[0]).toBe(OMAR.prefLabel);
  });

  it('find nobody who sounds otherwise', () => {
    expect(labelled('Beryl Quist')).toEqual([]);
  });

  it('open from their own bytes and from no others', () => {
    expect(openNameSounds(sounds.buffer)?.hashes).toEqual(sounds.hashes);
    expect(openNameSounds(sounds.buffer.slice(4))).toBeNull();
    expect(openNameSounds(sounds.buffer.slice(0, -8))).toBeNull();
    expect(openNameSounds(new ArrayBuffer(0))).toBeNull();
    expect(NO_SOUNDS.hashes.length).toBe(0);
  });

  it('lie in ascending order of their hashes, negative ones first', () => {
    const sorted = [...sounds.hashes].sort((a, b) => a - b);
    expect([...sounds.hashes]).toEqual(sorted);
  });
});

describe('words by sound', () => {
  const words = buildWordSounds(['ليندغرين', 'وليندغرين', 'جسر', 'bridge', 'линдгреном', '12']);

  it('are found in other scripts, beneath clitics and endings', () => {
    const found = wordsSounding(words, 'Lindgren').map(({ word }) => word);
    expect(found).toEqual(expect.arrayContaining(['ليندغرين', 'وليندغرين', 'линдгреном']));
    expect(found).not.toContain('جسر');
  });

  it('are no words of two letters', () => {
    expect(wordsSounding(words, 'Li')).toEqual([]);
  });
});
