/** A button with a short list of acts: by the arrow keys, closed by Esc, by a choice, or when the focus leaves it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { BACK } from '../list-keys.ts';

export interface MenuAct {
  readonly id: string;
  readonly words: string;
  act(): void;
}

interface MenuProps {
  /** What the list is called. */
  readonly label: string;
  readonly acts: readonly MenuAct[];
  /** Of the button. */
  readonly class: string;
  /** Names the button when its content is a sign alone. */
  readonly opener?: { readonly 'aria-label': string; readonly title?: string; readonly 'data-key'?: string };
  readonly children: ComponentChildren;
}

export function Menu({ label, acts, class: openerClass, opener: named, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useFocusedMenu(isOpen);
  const menuId = useId();
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a selection that a click would end; no control itself
    <div
      class="menu-anchor"
      onFocusOut={(event) => closeWhenLeft(event, () => setOpen(false))}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        ref={opener}
        type="button"
        class={openerClass}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => (isOpen ? close() : setOpen(true))}
        {...named}
      >
        {children}
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={menuId}
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={(event) => onMenuKey(event, close)}
        >
          {acts.map(({ id, words, act }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              class="menu-item"
              data-testid={id}
              tabIndex={-1}
              onClick={() => {
                close();
                act();
              }}
            >
              {words}
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

function closeWhenLeft(event: FocusEvent, close: () => void): void {
  const anchor = event.currentTarget as Element;
  if (!(event.relatedTarget instanceof Node) || !anchor.contains(event.relatedTarget)) close();
}

function onMenuKey(event: KeyboardEvent, close: () => void): void {
  const items = [...(event.currentTarget as Element).querySelectorAll('button')];
  const here = items.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'Escape' || event.key === BACK) close();
  else if (event.key === 'ArrowDown') items[(here + 1) % items.length]?.focus();
  else if (event.key === 'ArrowUp') items.at(here - 1)?.focus();
  else if (event.key === 'Home') items[0]?.focus();
  else if (event.key === 'End') items.at(-1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
