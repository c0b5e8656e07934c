/**
 * People, organisations, places and events in running text, with no archive, no network and no downloaded model.
 *
 * The naive version takes runs of capitalised words: it finds days and sentence starts, and nothing in Arabic. Here a
 * small trained tagger judges each sentence, the whole text then decides about names it prints more than once, and
 * rules cut titles, articles and clitics off. O(text), about a second for 2 MB.
 */
import type { LanguageTag } from '../../text/language.ts';
import { isPeople } from '../../text/peoples.ts';
import { type Result, succeed } from '../../text/result.ts';
import type { EntityType } from '../entity.ts';
import { completeNames } from './complete-names.ts';
import { dropDoubtful } from './drop-doubtful.ts';
import { findEventNames } from './find-event-names.ts';
import { groupNames } from './group-names.ts';
import { type NameModel, openModel } from './name-model.ts';
import { type ClueReader, createClueReader, languageGroup } from './read-text.ts';
import type { RecognisedName } from './recognised-name.ts';
import { settleNames } from './settle-names.ts';
import { decodeNames, scoreWords, type WeighedClues, weighClues } from './tag-names.ts';
import { trimName } from './trim-name.ts';

export interface NameTagger {
  readonly model: NameModel;
  /** Keeps what it has learned of words between texts. */
  readonly reader: ClueReader<WeighedClues>;
}

/** A name before it is grouped. */
type UngroupedName = Omit<RecognisedName, 'group'>;

/** Opens the bytes of public/models/names.bin. Fails with `archive-damaged` when they are something else. */
export function openNameTagger(bytes: Uint8Array): Result<NameTagger> {
  const opened = openModel(bytes);
  if (!opened.ok) return opened;
  const model = opened.value;
  return succeed({ model, reader: createClueReader(model.lexicon, (clues) => weighClues(model, clues)) });
}

const TYPES: readonly EntityType[] = ['person', 'person', 'organization', 'organization', 'place', 'place'];

/** In reading order, without overlap. `language`: of the text when it is known; null lets the text tell. */
export function recogniseNames(
  tagger: NameTagger,
  text: string,
  language: LanguageTag | null,
): RecognisedName[] {
  const { model, reader } = tagger;
  const group = languageGroup(language, text);
  const read = reader.read(text, group);
  const scores = scoreWords(model, read, group);
  const tagged = settleNames(model, read, scores, decodeNames(model, read.sentences, scores));
  const names: UngroupedName[] = [];
  for (const name of completeNames(read, dropDoubtful(read, tagged))) {
    const range = trimName(read, name, model.lexicon);
    if (range === null) continue;
    const { start, end } = range;
    const confidence = calibrate(model, name.probability);
    const [exact, type] = [text.slice(start, end), TYPES[name.label - 1] as EntityType];
    // "The Qatari capital": a people is no place and no body; somebody may be called French.
    if (type !== 'person' && isPeople(exact.toLowerCase())) continue;
    names.push({ start, end, exact, type, confidence });
  }
  return groupNames(mergeEvents(names, findEventNames(read)));
}

/** The share of names right at this probability of the tagger's own, measured when it was trained. */
function calibrate({ calibration }: NameModel, probability: number): number {
  const at = Math.min(calibration.length - 1, Math.floor(probability * calibration.length));
  return (calibration[at] as number) / 100;
}

/** Events take the place of names inside them; a longer name around one stays: the National Hurricane Center. */
function mergeEvents(names: readonly UngroupedName[], events: readonly UngroupedName[]): UngroupedName[] {
  if (events.length === 0) return [...names];
  const merged: UngroupedName[] = [];
  let at = 0;
  for (const event of events) {
    while (at < names.length && (names[at] as UngroupedName).end <= event.start)
      merged.push(names[at++] as UngroupedName);
    const around = names[at];
    if (around !== undefined && around.start < event.start && around.end >= event.end) continue;
    while (at < names.length && (names[at] as UngroupedName).start < event.end) at++;
    merged.push(event);
  }
  return [...merged, ...names.slice(at)];
}
