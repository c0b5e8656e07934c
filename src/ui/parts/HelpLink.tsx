/** A way to the help page, in the words of what it answers there. */
import { usePanel } from '../panel.ts';
import type { HelpTopic, MessageKey } from '../panel-port.ts';

const WORDS: Record<HelpTopic, MessageKey> = {
  'first-steps': 'helpFirstSteps',
  search: 'helpSearch',
  adding: 'helpAdding',
  'seen-before': 'helpSeenBefore',
  names: 'helpNames',
  keeping: 'helpKeeping',
  privacy: 'helpPrivacy',
};

interface HelpLinkProps {
  readonly topic: HelpTopic;
  /** Instead of what is answered there: where it stands for the whole page. */
  readonly words?: MessageKey;
}

export function HelpLink({ topic, words = WORDS[topic] }: HelpLinkProps) {
  const { port, t } = usePanel();
  return (
    <button
      type="button"
      class="link-button help-link"
      data-testid="help-link"
      onClick={() => port.openHelp(topic)}
    >
      {t(words)}
    </button>
  );
}
