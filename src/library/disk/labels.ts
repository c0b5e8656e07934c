/**
 * All labels of all names, folded, a line a name: looked through as one string, some 2 ms at 30,000 names. The naive
 * version folds every label with every search.
 *
 *   types   names × u8   place in TYPES
 *   lines   " ada lindgren \t lindgren \n": each label between spaces, the reference label first
 */
import type { Entity, EntityType } from '../../entities/entity.ts';
import type { NameAnswer } from '../../entities/look-up-name.ts';
import { fold } from '../../text/tokenise.ts';
import { labelsOf } from '../name-list.ts';
import { type Bytes, joinColumns, splitColumns } from './columns.ts';
import { lineAt, startsOfLines } from './headlines.ts';

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'event'];
/** Two letters stand in too many names to be a part of one. */
const SHORTEST_PART = 3;

export interface Labels {
  /** Whether the name at this place is one of `types`; null: of any. */
  isOf(place: number, types: readonly EntityType[] | null): boolean;
  /** Whether a name of this type holds the folded word. */
  isWordOf(word: string, type: EntityType): boolean;
  /** Names by place, those of `types` alone, with how they are meant. */
  holding(folded: string, types: readonly EntityType[] | null): Map<number, NameAnswer['why']>;
  /** Names with the first of their labels in which `letters` begin a word. */
  beginning(letters: string): Map<number, number>;
}

export function packLabels(entities: readonly Entity[]): Bytes {
  const types = Uint8Array.from(entities, ({ type }) => TYPES.indexOf(type));
  const lines = entities.map((entity) =>
    labelsOf(entity)
      .map((label) => ` ${fold(label)} `)
      .join('\t'),
  );
  return joinColumns([types, new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))]);
}

export function openLabels(bytes: Bytes): Labels | null {
  const [types, lines] = splitColumns(bytes, 2) ?? [];
  if (!types || !lines) return null;
  const text = new TextDecoder().decode(lines);
  const starts = startsOfLines(text);
  return starts.length === types.length ? labelsIn(text, starts, types) : null;
}

export const NO_LABELS = labelsIn('', new Uint32Array(), new Uint8Array());

function labelsIn(text: string, starts: Uint32Array, types: Uint8Array): Labels {
  const isOf: Labels['isOf'] = (place, asked) =>
    asked === null || asked.includes(TYPES[types[place] as number] as EntityType);
  return {
    isOf,
    isWordOf: (word, type) => {
      const wanted = ` ${word} `;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
        if (isOf(lineAt(starts, at), [type])) return true;
      return false;
    },
    holding: (folded, asked) => {
      const found = new Map<number, NameAnswer['why']>();
      const wanted = ` ${folded} `;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const name = lineAt(starts, at);
        if (!isOf(name, asked)) continue;
        const before = found.get(name);
        const why = meaningAt(text, at, at + wanted.length, starts[name] as number);
        if (why === 'part' && (folded.length < SHORTEST_PART || before)) continue;
        if (before !== 'label') found.set(name, why);
      }
      return found;
    },
    beginning: (letters) => {
      const found = new Map<number, number>();
      const wanted = ` ${letters}`;
      for (let at = text.indexOf(wanted); at >= 0; ) {
        const name = lineAt(starts, at);
        const start = starts[name] as number;
        found.set(name, text.slice(start, at).split('\t').length - 1);
        at = text.indexOf(wanted, (starts[name + 1] ?? text.length) - 1);
      }
      return found;
    },
  };
}

/** What words at [from, to) of a line that begins at `start` are of a label; the spaces around them are counted in. */
function meaningAt(text: string, from: number, to: number, start: number): NameAnswer['why'] {
  const isFirst = from === start;
  const isWhole = (isFirst || text[from - 1] === '\t') && (text[to] === '\t' || text[to] === '\n');
  if (!isWhole) return 'part';
  return isFirst ? 'label' : 'alias';
}
