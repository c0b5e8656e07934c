/** Copies the citation of a passage in one of five formats and says that it did. */

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Argument, PanelCalls } from '../../protocol/calls.ts';
import type { CitationFormat } from '../../protocol/views.ts';
import type { TextPosition } from '../../text/position.ts';
import type { PassageId } from '../nouns.ts';
import { type Panel, usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Icon } from './Icon.tsx';

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
}

export function CiteMenu({ passageId, part }: CiteMenuProps) {
  const panel = usePanel();
  const { t } = panel;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useFocusedMenu(isOpen);
  const menuId = useId();
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  if (passageId === null) return null;
  return (
    <div class="menu-anchor" onFocusOut={(event) => closeWhenLeft(event, () => setOpen(false))}>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon name="cite" />
        {t('cite')}
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={menuId}
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={t('cite')}
          onKeyDown={(event) => onMenuKey(event, close)}
        >
          {FORMATS.map(([format, name]) => (
            <button
              key={format}
              type="button"
              role="menuitem"
              class="menu-item"
              data-testid={`cite-${format}`}
              tabIndex={-1}
              onClick={() => {
                close();
                void copy(panel, { passageId, part, format }, t(name));
              }}
            >
              {t(name)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The menu's element; its first item takes the focus when it opens. */
function useFocusedMenu(isOpen: boolean) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector('button')?.focus();
  }, [isOpen]);
  return menu;
}

async function copy(panel: Panel, cited: Argument<PanelCalls, 'citePassage'>, name: string): Promise<void> {
  const citation = await panel.port.calls.citePassage(cited);
  const copied = citation.ok && (await panel.port.copy(citation.value));
  panel.announce(copied ? panel.t('citationCopiedAs', name) : panel.t('copyFailed'));
}

function closeWhenLeft(event: FocusEvent, close: () => void): void {
  const anchor = event.currentTarget as Element;
  if (!(event.relatedTarget instanceof Node) || !anchor.contains(event.relatedTarget)) close();
}

function onMenuKey(event: KeyboardEvent, close: () => void): void {
  const items = [...(event.currentTarget as Element).querySelectorAll('button')];
  const here = items.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'Escape') close();
  else if (event.key === 'ArrowDown') items[(here + 1) % items.length]?.focus();
  else if (event.key === 'ArrowUp') items.at(here - 1)?.focus();
  else if (event.key === 'Home') items[0]?.focus();
  else if (event.key === 'End') items.at(-1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
