/**
 * A message whose `$1`, `$2` … are drawn parts instead of plain words: names of people and outlets get their own
 * <bdi>, so a right-to-left name cannot reorder the sentence around it.
 */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';

/** Private-use characters stand in for the parts while the message is looked up. */
const FIRST_SLOT = 0xe000;

export function Sentence({
  message,
  parts,
}: {
  readonly message: MessageKey;
  readonly parts: readonly ComponentChildren[];
}) {
  const { t } = usePanel();
  const slots = parts.map((_, index) => String.fromCharCode(FIRST_SLOT + index));
  const pieces = t(message, ...slots).split(/([\ue000-\ue008])/);
  return (
    <>
      {pieces.map((piece) => {
        const part = slots.indexOf(piece);
        return part < 0 ? piece : <bdi key={piece}>{parts[part]}</bdi>;
      })}
    </>
  );
}
