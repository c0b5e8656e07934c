/** A field for one or more sites ("example.org, example.com"), and what a click on its button allows them. */
import { useId, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { originsOf, parseHost } from '../reach.ts';

/** Asks the browser for them. */
export function SiteField({ onGranted }: { readonly onGranted: () => void }) {
  const { port, t } = usePanel();
  return (
    <HostField
      label={t('hostFieldLabel')}
      allow={(hosts) => port.requestSite(hosts.flatMap(originsOf))}
      onAsked={onGranted}
    />
  );
}

interface HostFieldProps {
  /** What the sites are for. */
  readonly label: string;
  /** Called inside the click; false when it was refused. */
  readonly allow: (hosts: readonly string[]) => Promise<boolean>;
  readonly onAsked: () => void;
}

export function HostField({ label, allow, onAsked }: HostFieldProps) {
  const { t, announce } = usePanel();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const fieldId = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    const hosts = typed
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(parseHost);
    const valid = hosts.filter((host) => host !== null);
    if (valid.length === 0 || valid.length < hosts.length) {
      setWrong(true);
      return;
    }
    void allow(valid)
      .catch(() => false)
      .then((granted) => {
        announce(t(granted ? 'sitesAdded' : 'reachUnchanged'));
        if (granted) setTyped('');
        onAsked();
      });
  };
  return (
    <form class="host-field" onSubmit={submit} noValidate>
      <label for={fieldId}>{label}</label>
      <div class="host-row">
        <input
          id={fieldId}
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('hostFieldExample')}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${fieldId}-wrong` : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button">
          {t('hostFieldAdd')}
        </button>
      </div>
      {isWrong && (
        <p id={`${fieldId}-wrong`} class="field-error" role="alert">
          {t('hostFieldWrong')}
        </p>
      )}
    </form>
  );
}
