/**
 * Names in scripts without capitals, found by sound where no recogniser and no recorded form found them: محمد صلاح on a
 * page, Mohamed Salah in the archive.
 *
 * The naive version compares each two words of the page with every label. Here the sounds of two neighbours are looked
 * up as one key (link-sounds.ts), a microsecond a pair, and only what is met there is compared.
 */
import { cliticCuts } from '../text/clitics.ts';
import type { TextPosition } from '../text/position.ts';
import { wordKeys } from '../text/sound-key.ts';
import type { EntityList } from './entity-list.ts';
import type { JudgedHit } from './judge-hit.ts';
import { hearAmong } from './link-heard.ts';
import { type NameSounds, ownersOf } from './link-sounds.ts';
import { partsOfName } from './name-parts.ts';

/** No recogniser vouches for it that this is a name at all: only what is nearly certain. */
const LEAST_SCORE = 0.9;
/** Words of a name: longer ones are found by their first four. */
const MOST_WORDS = 4;
/** Two sounds that more people share are two common words. */
const MOST_PEOPLE = 48;
/** Readings of a word that are tried: the others are rare. */
const MOST_READINGS = 3;
const CASELESS_WORD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}'’׳״"]{2,}/gu;
const BETWEEN = /^[ \u00a0\u200f-]{1,2}$/;

interface Word extends TextPosition {
  readonly keys: readonly string[];
}

/** Hits outside `taken`, in reading order. Person names alone: two words of a place or body are often ordinary ones. */
export function scanBySound(
  entities: EntityList,
  sounds: NameSounds,
  text: string,
  taken: readonly TextPosition[],
): JudgedHit[] {
  const runs = wordsOf(text);
  const hits: JudgedHit[] = [];
  for (let at = 0; at + 1 < runs.length; at++) {
    const [word, next] = [runs[at] as Word, runs[at + 1] as Word];
    const people = isNeighbour(text, word, next) ? peopleMeeting(entities, sounds, word, next) : [];
    if (people.length === 0) continue;
    const hit = longestHit(entities, people, text, runs.slice(at, at + MOST_WORDS));
    if (!hit || taken.some(({ start, end }) => start < hit.end && hit.start < end)) continue;
    hits.push(hit);
    while (at + 1 < runs.length && (runs[at + 1] as Word).start < hit.end) at++;
  }
  return hits;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(CASELESS_WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    keys: wordKeys(word).slice(0, MOST_READINGS),
  }));
}

const isNeighbour = (text: string, word: Word, next: Word) => BETWEEN.test(text.slice(word.end, next.start));

/** Whose labels have these two sounds side by side, the first perhaps beneath a clitic. */
function peopleMeeting(entities: EntityList, sounds: NameSounds, word: Word, next: Word): readonly number[] {
  const people = new Set<number>();
  for (const key of word.keys)
    for (const other of next.keys)
      for (const owner of ownersOf(sounds, [key, other].sort().join('+')))
        if (entities.at(owner)?.type === 'person') people.add(owner);
  return people.size > MOST_PEOPLE ? [] : [...people];
}

/** The longest run of neighbours from the first word on that is surely the name of one of these people. */
function longestHit(
  entities: EntityList,
  people: readonly number[],
  text: string,
  words: readonly Word[],
): JudgedHit | null {
  let count = 1;
  while (count < words.length && isNeighbour(text, words[count - 1] as Word, words[count] as Word)) count++;
  for (; count > 1; count--) {
    const [first, last] = [words[0] as Word, words[count - 1] as Word];
    for (const start of [first.start, ...cliticCuts(text, first.start, first.end).map((cut) => cut.start)]) {
      const name = text.slice(start, last.end);
      const heard = { parts: partsOfName(name, 'person'), type: 'person', isSingle: false } as const;
      const sure = hearAmong(entities, people, name, heard).filter(({ score }) => score >= LEAST_SCORE);
      if (sure.length > 0) return { start, end: last.end, candidates: sure, isSure: sure.length === 1 };
    }
  }
  return null;
}
