/** Allows marks of the reader's own articles on the site in sight, and says beside it what the site can then notice. */
import type { TabView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';

interface OwnMarksSwitchProps {
  readonly view: TabView | null;
  readonly onChanged: () => void;
}

/** Only where a site was read: elsewhere there is nothing to mark. */
export function OwnMarksSwitch({ view, onChanged }: OwnMarksSwitchProps) {
  const { port, t } = usePanel();
  if (view?.state !== 'read' || view.host === '') return null;
  const { host } = view;
  return (
    <label class="switch own-marks">
      <input
        type="checkbox"
        data-testid="own-marks"
        checked={view.ownMarks}
        aria-describedby="own-marks-means"
        onChange={(event) =>
          void port.calls.switchOwnMarks({ host, on: event.currentTarget.checked }).then(onChanged)
        }
      />
      <span class="switch-name">{t('ownMarksHere')}</span>
      <span id="own-marks-means" class="switch-means">
        {t('ownMarksHereMeans', host)}
      </span>
    </label>
  );
}
