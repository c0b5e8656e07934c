/** Copies the citation of a passage in one of five formats and says that it did. */
import type { Argument, PanelCalls } from '../../protocol/calls.ts';
import type { CitationFormat } from '../../protocol/views.ts';
import type { TextPosition } from '../../text/position.ts';
import type { PassageId } from '../nouns.ts';
import { type Panel, usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

const FORMATS: readonly (readonly [CitationFormat, MessageKey])[] = [
  ['plain', 'citePlain'],
  ['markdown', 'citeMarkdown'],
  ['bibtex', 'citeBibtex'],
  ['ris', 'citeRis'],
  ['csl-json', 'citeCsl'],
];

interface CiteMenuProps {
  readonly passageId: PassageId | null;
  /** What of the article is quoted; null for the whole passage. */
  readonly part: TextPosition | null;
  /** What the button says is cited. */
  readonly words: string;
}

export function CiteMenu({ passageId, part, words }: CiteMenuProps) {
  const panel = usePanel();
  const { t } = panel;
  if (passageId === null) return null;
  const acts = FORMATS.map(([format, name]) => ({
    id: `cite-${format}`,
    words: t(name),
    act: () => void copy(panel, { passageId, part, format }, t(name)),
  }));
  return (
    <Menu label={words} acts={acts} class="button">
      <Icon name="cite" />
      {words}
    </Menu>
  );
}

async function copy(panel: Panel, cited: Argument<PanelCalls, 'citePassage'>, name: string): Promise<void> {
  const citation = await panel.port.calls.citePassage(cited);
  const copied = citation.ok && (await panel.port.copy(citation.value));
  panel.announce(copied ? panel.t('citationCopiedAs', name) : panel.t('copyFailed'));
}
