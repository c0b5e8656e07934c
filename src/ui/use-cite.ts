/** Copying a citation, from every list and by key: in the form chosen last, which is told, or in one that then stays. */
import type { CitationFormat, CitedPart } from '../protocol/views.ts';
import type { PassageId } from './nouns.ts';
import { usePanel } from './panel.ts';
import type { MessageKey } from './panel-port.ts';

export const CITATION_FORMS: readonly (readonly [CitationFormat, MessageKey])[] = [
  ['plain', 'citePlain'],
  ['markdown', 'citeMarkdown'],
  ['bibtex', 'citeBibtex'],
  ['ris', 'citeRis'],
  ['csl-json', 'citeCsl'],
];
const NAMES = new Map(CITATION_FORMS);

/** `part` null: the whole passage; `chosen` null: the form chosen last. */
export type Cite = (passageId: PassageId, part: CitedPart, chosen?: CitationFormat | null) => Promise<void>;

export function useCite(): Cite {
  const { port, announce, t } = usePanel();
  return async (passageId, part, chosen = null) => {
    const citation = await port.calls.citePassage({ passageId, format: chosen, part });
    if (!citation.ok || !(await port.copy(citation.value.text))) return announce(t('copyFailed'));
    if (chosen) await port.calls.changeSettings({ citation: chosen });
    const name = t(NAMES.get(citation.value.format) ?? 'citePlain');
    announce(t(chosen ? 'citationCopiedNow' : 'citationCopiedAs', name));
  };
}
