/** The names of an archive on the disk, read whole: all that further articles are read with. */
import type { Entity } from '../../entities/entity.ts';
import { openGazetteer } from '../../entities/gazetteer.ts';
import { openNameSounds } from '../../entities/link-sounds.ts';
import { openNameKnowledge, type WholeKnowledge } from '../../entities/name-knowledge.ts';
import { ownBuffer } from '../pack-sections.ts';
import { type BlockKey, type BlockStore, openBlock } from './block-store.ts';
import { type Bytes, decodeJson } from './columns.ts';
import { ENTITIES_PER_BLOCK } from './disk-reader.ts';

/** Of `count` names; null when a part of them is damaged. */
export async function readNames(store: BlockStore, count: number): Promise<WholeKnowledge | null> {
  const keys: BlockKey[] = [
    { part: 'gazetteer', place: 0 },
    { part: 'sounds', place: 0 },
  ];
  for (let place = 0; place < Math.ceil(count / ENTITIES_PER_BLOCK); place++)
    keys.push({ part: 'entities', place });
  const read = await store.read(keys);
  if (!read.ok) return null;
  const payloads = keys.map((key, at) => openBlock(key, read.value[at] ?? null));
  const whole = payloads.filter((payload) => payload !== null);
  if (whole.length < keys.length) return null;
  const [forms, sounding, ...blocks] = whole as [Bytes, Bytes, ...Bytes[]];
  const gazetteer = openGazetteer(ownBuffer(forms));
  const sounds = openNameSounds(ownBuffer(sounding));
  const entities = blocks.flatMap((block) => decodeJson<readonly Entity[]>(block));
  return gazetteer && sounds && openNameKnowledge(entities, gazetteer, null, sounds);
}
