/** A pack in one line: how many articles, up to which date, made when. */
import type { MountedPack } from '../../archive/mounted-pack.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import { usePanel } from '../panel.ts';

export function usePackFacts(): (pack: MountedPack) => string {
  const { t, plural, date } = usePanel();
  return ({ articles, words, newest, madeAt }) =>
    [
      plural('articleCount', articles),
      plural('wordCount', words),
      newest && t('packNewest', date(newest)),
      madeAt && t('packMade', date(madeAt.slice(0, 10) as IsoDate)),
    ]
      .filter(Boolean)
      .join(t('separator'));
}
