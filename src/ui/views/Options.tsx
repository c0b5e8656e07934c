/** Settings: which sites, what appears in pages, keys, and what the archive holds. Every change counts at once. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ArchiveView, Settings } from '../../protocol/views.ts';
import type { ErrorCode } from '../../text/result.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey, Shortcut } from '../panel-port.ts';
import { HelpLink } from '../parts/HelpLink.tsx';
import { HostField, SiteField } from '../parts/HostField.tsx';
import { ErrorMessage, Skeleton } from '../parts/StateMessage.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';
import { useAnswer } from '../use-answer.ts';
import { type SiteAccess, useSiteAccess } from '../use-site-access.ts';

export function Options() {
  const { t, port } = usePanel();
  return (
    <div class="page options">
      <header class="page-top">
        <Wordmark />
        <div class="page-ways">
          <HelpLink topic="first-steps" />
          <button type="button" class="link-button" onClick={() => port.openWelcome()}>
            {t('openWelcome')}
          </button>
        </div>
      </header>
      <main>
        <h1 class="page-headline">{t('optionsTitle')}</h1>
        <SiteSettings />
        <PageSettings />
        <OwnMarkSites />
        <ShortcutList />
        <ArchiveSummary />
        <Part id="privacy" title={t('privacyTitle')}>
          <p class="page-lead">{t('privacySentence')}</p>
          <p class="page-lead">{t('privacyMarks')}</p>
          <HelpLink topic="privacy" />
        </Part>
      </main>
    </div>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section class="page-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function SiteSettings() {
  const { t } = usePanel();
  const access = useSiteAccess();
  return (
    <Part id="sites" title={t('sitesTitle')}>
      <p class="page-lead">{t(access?.everywhere ? 'accessEverywhereMeans' : 'accessClickMeans')}</p>
      <div class="button-row">
        <button
          type="button"
          class="button"
          aria-pressed={access?.everywhere === true}
          onClick={() => access?.allowEverySite()}
        >
          {t('accessEverywhere')}
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={access?.everywhere === false && access.hosts.length === 0}
          onClick={() => access?.onlyOnClick()}
        >
          {t('accessClick')}
        </button>
      </div>
      <SiteField onGranted={() => void access?.refresh()} />
      {access && <GrantedSites access={access} />}
      <OffSites />
    </Part>
  );
}

function GrantedSites({ access }: { readonly access: SiteAccess }) {
  const { t } = usePanel();
  return (
    <HostList
      title={t('sitesGranted')}
      hosts={access.hosts}
      empty={t('sitesGrantedNone')}
      onRemove={access.remove}
    />
  );
}

/** Null as long as they are not known; then also why, where they cannot be read. */
function useSettings(): [Settings | null, (change: Promise<unknown>) => void, ErrorCode | null] {
  const { port } = usePanel();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const refresh = async () => {
    const answer = await port.calls.describeSettings({});
    if (answer.ok) setSettings(answer.value);
    else setFailure(answer.error.code);
  };
  useEffect(() => {
    const listening = new AbortController();
    port.onEvent('settingsChanged', setSettings, listening.signal);
    void refresh();
    return () => listening.abort();
  }, []);
  return [settings, (change) => void change.then(refresh), settings ? null : failure];
}

function OffSites() {
  const { port, t } = usePanel();
  const [settings, after] = useSettings();
  return (
    <HostList
      title={t('sitesOff')}
      hosts={settings?.offHosts ?? null}
      empty={t('sitesOffNone')}
      onRemove={(host) => after(port.calls.switchSite({ host, on: true }))}
    />
  );
}

/** Where names that only the reader's articles hold are marked, and what is known of what that shows. */
function OwnMarkSites() {
  const { port, t } = usePanel();
  const [settings, after] = useSettings();
  const change = async (hosts: readonly string[], on: boolean) => {
    for (const host of hosts) if (!(await port.calls.switchOwnMarks({ host, on })).ok) return false;
    return true;
  };
  return (
    <Part id="own-marks" title={t('ownMarksTitle')}>
      <p class="page-lead">{t('ownMarksMeans')}</p>
      <p class="page-lead" data-testid="own-marks-observable">
        {t('ownMarksObservable')}
      </p>
      <HostField
        label={t('ownMarksField')}
        allow={(hosts) => change(hosts, true)}
        onAsked={() => after(Promise.resolve())}
      />
      <HostList
        title={t('ownMarksSites')}
        hosts={settings?.ownMarkHosts ?? null}
        empty={t('ownMarksSitesNone')}
        onRemove={(host) => after(change([host], false))}
      />
    </Part>
  );
}

interface HostListProps {
  readonly title: string;
  /** Null: not known yet. */
  readonly hosts: readonly string[] | null;
  readonly empty: string;
  readonly onRemove: (host: string) => void;
}

function HostList({ title, hosts, empty, onRemove }: HostListProps) {
  const { t } = usePanel();
  return (
    <>
      <h3>{title}</h3>
      {(hosts === null || hosts.length === 0) && (
        <p class="missing">{hosts === null ? t('loading') : empty}</p>
      )}
      <ul class="hosts">
        {hosts?.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button
              type="button"
              class="link-button"
              aria-label={t('removeHost', host)}
              onClick={() => onRemove(host)}
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

type Switch = Exclude<keyof Settings, 'citation' | 'offHosts' | 'ownMarkHosts'>;
const SWITCHES: readonly (readonly [Switch, MessageKey, MessageKey])[] = [
  ['marks', 'settingMarks', 'settingMarksMeans'],
  ['hoverCard', 'settingHoverCard', 'settingHoverCardMeans'],
  ['selectionButton', 'settingSelectionButton', 'settingSelectionButtonMeans'],
  ['bySound', 'settingBySound', 'settingBySoundMeans'],
  ['addressBar', 'settingAddressBar', 'settingAddressBarMeans'],
];

function PageSettings() {
  const { port, t } = usePanel();
  const [settings, after, failure] = useSettings();
  return (
    <Part id="pages" title={t('pagesTitle')}>
      {failure && <ErrorMessage code={failure} />}
      {SWITCHES.map(([name, label, meaning]) => (
        <label key={name} class="switch">
          <input
            type="checkbox"
            data-testid={`setting-${name}`}
            checked={settings?.[name] ?? false}
            disabled={!settings}
            aria-describedby={`${name}-means`}
            onChange={(event) => after(port.calls.changeSettings({ [name]: event.currentTarget.checked }))}
          />
          <span class="switch-name">{t(label)}</span>
          <span id={`${name}-means`} class="switch-means">
            {t(meaning)}
          </span>
        </label>
      ))}
    </Part>
  );
}

function ShortcutList() {
  const { port, t } = usePanel();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => void port.shortcuts().then(setShortcuts), []);
  return (
    <Part id="shortcuts" title={t('shortcutsTitle')}>
      <dl class="keys">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{keys === '' ? <span class="missing">{t('shortcutUnset')}</span> : <kbd>{keys}</kbd>}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="link-button" onClick={() => port.openShortcutSettings()}>
        {t(port.browser === 'firefox' ? 'shortcutsChangeFirefox' : 'shortcutsChange')}
      </button>
    </Part>
  );
}

function ArchiveSummary() {
  const { port, t } = usePanel();
  const answer = useAnswer(() => port.calls.describeArchive({}), []);
  return (
    <Part id="archive" title={t('archiveTitle')}>
      {answer.state === 'loading' && <Skeleton label={t('loading')} lines={3} />}
      {answer.state === 'failed' && <ErrorMessage code={answer.code} />}
      {answer.state === 'ready' && <ArchiveFacts archive={answer.value} />}
    </Part>
  );
}

function ArchiveFacts({ archive }: { readonly archive: ArchiveView }) {
  const { t, number, date } = usePanel();
  const { articles, ownArticles, bundledArticles } = archive;
  const parts = (
    [
      ['figureOwn', ownArticles],
      ['figureBundled', bundledArticles],
      ['figurePacks', articles - ownArticles - bundledArticles],
    ] as const
  ).filter(([, count]) => count > 0);
  const figures: readonly (readonly [MessageKey, string])[] = [
    ...parts.map(([key, count]) => [key, number(count)] as const),
    // A single part is all there is.
    ...(parts.length === 1 ? [] : [['figureArticles', number(articles)] as const]),
    ['figurePassages', number(archive.passages)],
    ['figureNames', number(archive.names)],
    ...(archive.builtAt ? [['figureBuilt', date(archive.builtAt)] as const] : []),
  ];
  return (
    <>
      <dl class="figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {archive.outlets.length > 0 && (
        <p class="page-lead">
          {t('archiveOutlets')}{' '}
          {archive.outlets.map((outlet, index) => (
            <span key={outlet}>
              {index > 0 && t('listComma')}
              <bdi>{outlet}</bdi>
            </span>
          ))}
        </p>
      )}
      {archive.rebuilt && <p class="notice">{t('archiveRebuilt')}</p>}
    </>
  );
}
