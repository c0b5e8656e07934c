/** The background where the browser lacks what Firefox for Android lacks: it starts, and everything else goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { provideBrowser } from './provide-browser.ts';

/** The background is loaded after there is a browser: some of its files ask it for their own address at once. */
type Listener = (...facts: unknown[]) => unknown;

interface FakeEvent {
  addListener(listener: Listener): void;
  removeListener(): void;
  fire(...facts: unknown[]): readonly unknown[];
  readonly count: number;
}

function fakeEvent(): FakeEvent {
  const listeners: Listener[] = [];
  return {
    addListener: (listener) => void listeners.push(listener),
    removeListener: () => undefined,
    fire: (...facts) => listeners.map((listener) => listener(...facts)),
    get count() {
      return listeners.length;
    },
  };
}

function fakeStorage() {
  const kept = new Map<string, unknown>();
  return {
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (values: object) => void Object.entries(values).map(([key, value]) => kept.set(key, value)),
    remove: async (keys: readonly string[]) => void keys.map((key) => kept.delete(key)),
  };
}

/** What every browser has. */
function everywhere() {
  const opened: string[] = [];
  const runtime = {
    id: 'own',
    getURL: (path: string) => new URL(path, 'moz-extension://own/').href,
    sendMessage: async () => undefined,
    ...{ onMessage: fakeEvent(), onStartup: fakeEvent(), onInstalled: fakeEvent() },
  };
  const tabs = {
    query: async () => [],
    create: async ({ url }: { url: string }) => void opened.push(url),
    onRemoved: fakeEvent(),
  };
  const permissions = {
    getAll: async () => ({ origins: [] }),
    ...{ onAdded: fakeEvent(), onRemoved: fakeEvent() },
  };
  const scripting = { getRegisteredContentScripts: async () => [] };
  const action = { setBadgeText: async () => undefined, setTitle: async () => undefined };
  const storage = { local: fakeStorage(), session: fakeStorage() };
  const i18n = { getMessage: (key: string) => key };
  return { opened, apis: { runtime, tabs, permissions, scripting, action, storage, i18n } };
}

/** What Firefox for Android has not; `sidePanel` is Chrome's alone. */
function desktopOnly() {
  const made: unknown[] = [];
  const contextMenus = {
    removeAll: async () => undefined,
    create: (menu: unknown) => void made.push(menu),
    onClicked: fakeEvent(),
  };
  const commands = { onCommand: fakeEvent(), getAll: async () => [] };
  const omnibox = { onInputChanged: fakeEvent(), onInputEntered: fakeEvent() };
  const sidebarAction = { open: async () => undefined };
  return { made, apis: { contextMenus, commands, omnibox, sidebarAction } };
}

async function start(apis: Readonly<Record<string, object>>): Promise<void> {
  provideBrowser(apis);
  const { startBackground } = await import('../../../../src/platform/browser/background.ts');
  startBackground();
}

/** Listeners answer later what they began at once. */
const settled = () => new Promise((later) => setTimeout(later, 20));

describe('the background', () => {
  const rejected: unknown[] = [];
  beforeEach(() => {
    rejected.length = 0;
    const note = (reason: unknown) => void rejected.push(reason);
    process.on('unhandledRejection', note);
    return () => void process.off('unhandledRejection', note);
  });

  it('listens to menus, shortcuts and the address bar where there are any', async () => {
    const { apis } = everywhere();
    const desktop = desktopOnly();
    await start({ ...apis, ...desktop.apis });
    apis.runtime.onInstalled.fire({ reason: 'install' });
    await settled();
    expect(desktop.made.length).toBe(3);
    expect(desktop.apis.contextMenus.onClicked.count).toBe(1);
    expect(desktop.apis.commands.onCommand.count).toBe(1);
    expect(desktop.apis.omnibox.onInputEntered.count).toBe(1);
    expect(rejected).toEqual([]);
  });

  it('starts without any of them, greets a new reader and answers its pages', async () => {
    const { apis, opened } = everywhere();
    await start(apis);
    apis.runtime.onInstalled.fire({ reason: 'install' });
    apis.runtime.onStartup.fire();
    apis.permissions.onAdded.fire({ origins: ['*://*/*'] });
    apis.permissions.onRemoved.fire({ origins: ['*://*/*'] });
    apis.tabs.onRemoved.fire(7);
    await settled();
    expect(opened).toEqual(['moz-extension://own/welcome.html']);
    const asked = { to: 'background', verb: 'describeSettings', argument: {} };
    const sender = { id: 'own', origin: 'moz-extension://own', url: 'moz-extension://own/options.html' };
    const answers = await Promise.all(apis.runtime.onMessage.fire(asked, sender));
    expect(answers).toContainEqual(expect.objectContaining({ ok: true }));
    expect(rejected).toEqual([]);
  });

  it.each(['contextMenus', 'commands', 'omnibox', 'sidebarAction'] as const)(
    'starts where only %s is missing',
    async (missing) => {
      const { apis, opened } = everywhere();
      const { [missing]: _, ...others } = desktopOnly().apis;
      await start({ ...apis, ...others });
      apis.runtime.onInstalled.fire({ reason: 'install' });
      await settled();
      expect(opened).toEqual(['moz-extension://own/welcome.html']);
      expect(rejected).toEqual([]);
    },
  );

  it('opens the side panel’s page in a tab where there is no side panel', async () => {
    const { apis, opened } = everywhere();
    provideBrowser(apis);
    const { openSidePanel } = await import('../../../../src/platform/browser/side-panel.ts');
    openSidePanel({ tabId: 7 });
    await settled();
    expect(opened).toEqual(['moz-extension://own/sidepanel.html?of=7']);
  });
});
