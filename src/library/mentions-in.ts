/**
 * Names of a whole text, read paragraph by paragraph but linked together: articles when an archive is made, and texts
 * that arrive whole. Pages that change while they are read go block by block (page-session.ts).
 */
import { linkMentions, needNames, readBlock } from '../entities/link-mentions.ts';
import { recogniseFor } from '../entities/link-recognised.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { RecognisedName } from '../entities/recognise/recognised-name.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';

/** Offsets are the text's. `printed`: its day, null when not known. */
export function mentionsIn(
  knowledge: NameKnowledge,
  text: string,
  printed: IsoDate | null = null,
): Mention[] {
  needNames(knowledge, [text]);
  const paragraphs = splitParagraphs(text);
  const names = recogniseFor(knowledge, text);
  const blocks = paragraphs.map(({ start, end }) =>
    readBlock(knowledge, text.slice(start, end), namesWithin(names, start, end)),
  );
  return linkMentions(knowledge, blocks, printed).flatMap((mentions, index) => {
    const shift = paragraphs[index]!.start;
    return mentions.map((mention) => ({
      ...mention,
      start: mention.start + shift,
      end: mention.end + shift,
    }));
  });
}

/** The names of one paragraph, with its offsets. */
function namesWithin(names: readonly RecognisedName[], start: number, end: number): RecognisedName[] {
  return names.flatMap((name) =>
    name.start >= start && name.end <= end
      ? [{ ...name, start: name.start - start, end: name.end - start }]
      : [],
  );
}
