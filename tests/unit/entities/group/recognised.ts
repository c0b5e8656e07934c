/** Articles whose names are marked in the text itself: `[Ana Costa|person|1]`, the number being the name's group. */

import type { EntityType } from '../../../../src/entities/entity.ts';
import type { ArticleNames } from '../../../../src/entities/group/article-names.ts';
import type { RecognisedName } from '../../../../src/entities/recognise/recognised-name.ts';

const KINDS: Readonly<Record<string, EntityType>> = {
  p: 'person',
  o: 'organization',
  l: 'place',
  e: 'event',
};

/** `[Ana Costa]` is a person; `[o Harbour Trust]` an organisation, `l` a place; `#2` after the name is its group. */
export function marked(markup: string, language: string | null = 'en', confidence = 0.9): ArticleNames {
  const names: RecognisedName[] = [];
  let text = '';
  let last = 0;
  for (const match of markup.matchAll(/\[(?:([pole]) )?([^\]#]+)(?:#(\d+))?\]/g)) {
    text += markup.slice(last, match.index);
    const exact = match[2] as string;
    const group = match[3] === undefined ? 100 + names.length : Number(match[3]);
    const type = KINDS[match[1] ?? 'p'] as EntityType;
    names.push({ start: text.length, end: text.length + exact.length, exact, type, confidence, group });
    text += exact;
    last = match.index + match[0].length;
  }
  return { text: text + markup.slice(last), language, names };
}
