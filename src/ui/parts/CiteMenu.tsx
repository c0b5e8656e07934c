/** The forms of citation: a choice copies the citation in that form, which from then on is the one that is copied. */
import type { ComponentChildren } from 'preact';
import type { CitedPart } from '../../protocol/views.ts';
import type { PassageId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { CITATION_FORMS, useCite } from '../use-cite.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

interface CitedProps {
  readonly passageId: PassageId;
  /** What of the article is quoted; null for the whole passage. */
  readonly part: CitedPart;
}

interface CiteMenuProps extends Omit<CitedProps, 'passageId'> {
  readonly passageId: PassageId | null;
  /** What the button says is cited. */
  readonly words: string;
}

/** A button in words that opens the forms. */
export function CiteMenu({ passageId, part, words }: CiteMenuProps) {
  if (passageId === null) return null;
  return (
    <Forms passageId={passageId} part={part} label={words} class="button">
      <Icon name="cite" />
      {words}
    </Forms>
  );
}

/** Copies the citation of what it stands beside, in one click; the arrow beside it opens the forms. */
export function CiteButton({ passageId, part }: CitedProps) {
  const { t } = usePanel();
  const cite = useCite();
  return (
    <div class="passage-cite">
      <button
        type="button"
        class="icon-button"
        data-testid="cite"
        title={t('copyCitation')}
        aria-label={t('copyCitation')}
        onClick={() => void cite(passageId, part)}
      >
        <Icon name="cite" />
      </button>
      <Forms passageId={passageId} part={part} label={t('citeForms')} class="icon-button cite-forms" isSign>
        <Icon name="next" />
      </Forms>
    </div>
  );
}

interface FormsProps extends CitedProps {
  readonly label: string;
  readonly class: string;
  /** Its content says nothing in words. */
  readonly isSign?: boolean;
  readonly children: ComponentChildren;
}

function Forms({ passageId, part, label, class: opener, isSign = false, children }: FormsProps) {
  const { t } = usePanel();
  const cite = useCite();
  const acts = CITATION_FORMS.map(([format, name]) => ({
    id: `cite-${format}`,
    words: t(name),
    act: () => void cite(passageId, part, format),
  }));
  return (
    <Menu
      label={label}
      acts={acts}
      class={opener}
      {...(isSign && { opener: { 'aria-label': label, title: label } })}
    >
      {children}
    </Menu>
  );
}
