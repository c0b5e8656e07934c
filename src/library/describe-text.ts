/** What a page of ours with this text would have marked: names, and sentences that were printed before. */
import type { TextView } from '../protocol/views.ts';
import type { Archive } from './archive.ts';
import { mentionsIn } from './mentions-in.ts';
import { seenPage } from './seen-page.ts';

export function describeText(archive: Archive, text: string): TextView {
  const names = mentionsIn(archive.knowledge, text).flatMap(({ start, end, entityId }) => {
    const entity = entityId && archive.entityOf.get(entityId);
    return entity ? [{ start, end, entityId: entity.id, type: entity.type, label: entity.prefLabel }] : [];
  });
  return { names, reused: seenPage(archive, { text }).reused.map(({ start, end }) => ({ start, end })) };
}
