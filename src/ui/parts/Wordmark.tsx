/** Mark and name: two sheets, the older one showing behind the one being read. */
import { usePanel } from '../panel.ts';

export function Wordmark({ size = 18 }: { readonly size?: number }) {
  const { t } = usePanel();
  return (
    <span class="wordmark">
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
        <rect class="mark-back" x="9" y="2" width="21" height="24" rx="3" />
        <rect class="mark-front" x="2" y="6" width="22" height="24" rx="3" />
        <path class="mark-lines" d="M7 13h12M7 18.5h12M7 24h7" />
      </svg>
      <span>{t('extensionName')}</span>
    </span>
  );
}
