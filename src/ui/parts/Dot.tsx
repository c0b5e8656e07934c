/** The dot between two facts on one line. A narrow line ends behind it, never inside of what stands around it. */
import { usePanel } from '../panel.ts';

export function Dot() {
  const { t } = usePanel();
  return (
    <>
      <span class="dot">{t('separator')}</span>
      <wbr />
    </>
  );
}
