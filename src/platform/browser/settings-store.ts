/** The reader's settings in storage.local; defaults for what was never changed. */
import browser from 'webextension-polyfill';
import { CITATION_FORMATS, type Settings } from '../../protocol/views.ts';

const KEY = 'settings';

const DEFAULTS: Settings = {
  marks: true,
  selectionButton: true,
  hoverCard: true,
  bySound: true,
  addressBar: true,
  citation: 'plain',
  offHosts: [],
  ownMarkHosts: [],
};

/**
 * Content scripts may use storage.local, too, and one in a stranger's hands would read and change settings there. Chrome
 * shuts them out when it is told to; Firefox (153) cannot be told. Ask Firefox as well when it has `setAccessLevel`.
 */
export function closeStorageToPages(): void {
  const area = browser.storage.local as { setAccessLevel?(access: { accessLevel: string }): Promise<void> };
  void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Settings> | undefined;
  return { ...DEFAULTS, ...stored };
}

/** Only known fields of the right type are taken over. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const before = await readSettings();
  const flag = (name: 'marks' | 'selectionButton' | 'hoverCard' | 'bySound' | 'addressBar') =>
    typeof change[name] === 'boolean' ? change[name] : before[name];
  const hosts = (name: 'offHosts' | 'ownMarkHosts') =>
    Array.isArray(change[name]) ? change[name].filter((host) => typeof host === 'string') : before[name];
  const after: Settings = {
    marks: flag('marks'),
    selectionButton: flag('selectionButton'),
    hoverCard: flag('hoverCard'),
    bySound: flag('bySound'),
    addressBar: flag('addressBar'),
    citation: CITATION_FORMATS.find((format) => format === change.citation) ?? before.citation,
    offHosts: hosts('offHosts'),
    ownMarkHosts: hosts('ownMarkHosts'),
  };
  await browser.storage.local.set({ [KEY]: after });
  return after;
}
