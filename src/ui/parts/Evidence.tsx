/** Why a passage stands where it stands, in words: shared names, shared events, shared words. */
import type { EvidenceView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Sentence } from './Sentence.tsx';

const SHOWN = 4;

export function Evidence({ of }: { readonly of: EvidenceView }) {
  const lines: readonly [MessageKey, readonly string[]][] = [
    ['sharesEvents', of.sharedEvents],
    ['sharesNames', of.sharedNames],
    ['sharesWords', of.sharedWords],
  ];
  const shown = lines.filter(([, shared]) => shared.length > 0);
  if (shown.length === 0) return null;
  return (
    <p class="evidence">
      {shown.map(([message, shared]) => (
        <span key={message}>
          <Sentence message={message} parts={[<SharedList key={message} shared={shared} />]} />
        </span>
      ))}
    </p>
  );
}

function SharedList({ shared }: { readonly shared: readonly string[] }) {
  const { t, plural } = usePanel();
  const shown = shared.slice(0, SHOWN);
  const rest = shared.length - shown.length;
  return (
    <>
      {shown.map((item, index) => (
        <span key={item}>
          {index > 0 && t('listComma')}
          <bdi>{item}</bdi>
        </span>
      ))}
      {rest > 0 && plural('andMore', rest)}
    </>
  );
}
