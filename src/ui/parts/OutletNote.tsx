/** Sourced facts about an outlet, the same few for every one; never a score or a verdict. */
import type { OutletView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { Sentence } from './Sentence.tsx';

export function OutletNote({ outlet }: { readonly outlet: OutletView | null }) {
  const { t, date } = usePanel();
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('outletOwner'), outlet?.owner ?? null],
    [t('outletCountry'), outlet?.country ?? null],
    [t('outletAffiliation'), outlet?.affiliation ?? null],
  ];
  const recorded = facts.filter(([, value]) => value !== null);
  return (
    <section class="section outlet-note">
      <h2 class="section-title">{outlet ? <bdi>{outlet.name}</bdi> : t('outletTitle')}</h2>
      {recorded.length === 0 && <p class="missing">{t('outletNothing')}</p>}
      {recorded.length > 0 && (
        <dl>
          {recorded.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {recorded.length > 0 && outlet?.source && (
        <p class="source">
          <Sentence
            message="sourceAsOf"
            parts={[<ExternalLink key="link" href={outlet.source.url} />, date(outlet.source.date)]}
          />
        </p>
      )}
    </section>
  );
}
