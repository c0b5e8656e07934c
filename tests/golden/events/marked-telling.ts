/** A sentence with its names and its telling word marked, for tests: `[place:Bergen]`, `[place:Norway|Norwegen]` (the entity, then what is printed), `{storm}`. */

import type { EntityId, EntityType } from '../../../src/entities/entity.ts';
import type { EventMention, NamedSpan } from '../../../src/entities/events/event-mention.ts';
import { eventMentionAt, readEvents } from '../../../src/entities/events/find-event-mentions.ts';
import { parseIsoDate } from '../../../src/text/iso-date.ts';
import { fold } from '../../../src/text/tokenise.ts';

export interface MarkedTelling {
  readonly text: string;
  readonly printed: string;
  readonly lang?: string;
}

const MARK = /\[(person|place|organization|event):([^\]|]+)(?:\|([^\]]+))?\]|\{([^}]+)\}/g;

export function readTelling(marked: string): {
  text: string;
  names: NamedSpan[];
  at: { start: number; end: number };
} {
  let text = '';
  let from = 0;
  const names: NamedSpan[] = [];
  let at = { start: 0, end: 0 };
  for (const match of marked.matchAll(MARK)) {
    const [whole, type, name, printed, trigger] = match;
    text += marked.slice(from, match.index);
    from = match.index + whole.length;
    const start = text.length;
    text += trigger ?? printed ?? name;
    const position = { start, end: text.length };
    if (trigger !== undefined) at = position;
    else if (name !== undefined) {
      const entityId = `${type}:${fold(name).replaceAll(' ', '-')}` as EntityId;
      names.push({ ...position, name, type: type as EntityType, entityId });
    }
  }
  return { text: text + marked.slice(from), names, at };
}

/** Throws where no word is marked: a broken case must not pass. */
export function mentionOf({ text: marked, printed, lang = 'en' }: MarkedTelling): EventMention {
  const { text, names, at } = readTelling(marked);
  const reading = readEvents({ text, language: lang, printed: parseIsoDate(printed), names });
  const mention = eventMentionAt(reading, at.start, at.end);
  if (mention === null || at.end === 0) throw new Error(`Nothing is marked in: ${marked}`);
  return mention;
}
