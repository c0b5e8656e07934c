import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { bakeSeeds } from './src/platform/node/bake-seeds.ts';
import { writePack } from './src/platform/node/pack-folder.ts';
import { ANALYZER } from './src/text/analyzer.ts';

/** As the views ask for it: browsers grant a pattern only when one pattern of the manifest covers it. */
const EVERY_SITE = ['*://*/*'];
/** Everything closed, then opened one by one: what is not listed here cannot happen in our pages. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Worked out once, when the extension is built: a background that wakes would stem words of thirteen languages first. */
const bakeAnalyzer = {
  name: 'bake-analyzer',
  load: (id: string) =>
    id.endsWith('/src/text/analyzer.ts') ? `export const ANALYZER = ${JSON.stringify(ANALYZER)};` : null,
};

/**
 * As a module: where the bundler reads CommonJS it looks at each property of what that exports, which here is the
 * browser's own `browser`, and browsers make an API when it is first looked at. Three milliseconds of every start.
 */
const polyfillAsModule = {
  name: 'polyfill-as-module',
  transform: (code: string, id: string) =>
    id.includes('/webextension-polyfill/')
      ? `const module = { exports: {} };
(function (module, exports, define) {
${code}
})(module, module.exports);
export default module.exports;`
      : null,
};

/**
 * What most of our pages share, in two files. Left to itself the bundler makes one for each set of pages that share
 * something, twenty-five for the popup, and a browser takes a millisecond or two for each before the first frame.
 * `messages` is all that the frame of own marks needs.
 */
const SHARED_CODE = {
  groups: [
    {
      name: 'messages',
      test: /webextension-polyfill|platform\/browser\/(send|events|translate)|src\/protocol|wxt-html-plugins/,
      minShareCount: 3,
      priority: 1,
    },
    {
      name: 'views',
      test: /node_modules\/preact|platform\/browser\/(panel-port|side-panel|tab-gateway)|src\/ui\/(?!archive\/|charts\/|own-marks\/|views\/).*\.tsx?$/,
      minShareCount: 3,
    },
  ],
};

/** `--mode e2e` grants every site at install, because no test can answer a permission prompt; never shipped. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({ plugins: [bakeAnalyzer, polyfillAsModule] }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    ...(mode === 'e2e' ? { host_permissions: EVERY_SITE } : { optional_host_permissions: EVERY_SITE }),
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CSP },
    omnibox: { keyword: 'bst' },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      // Chromium keeps B, P, X and Z with Alt+Shift for itself, Firefox on Linux the letters of its menus.
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_commandOpenPanel__',
      },
      'toggle-marks': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_commandToggleMarks__',
      },
      'look-up-selection': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLookUp__',
      },
      // Browsers suggest four shortcuts at most: these two are the reader's to set.
      'next-mark': { description: '__MSG_commandNextMark__' },
      'previous-mark': { description: '__MSG_commandPreviousMark__' },
      'save-page': { description: '__MSG_commandSavePage__' },
    },
    web_accessible_resources: [
      {
        resources: ['card.html', 'own-marks.html'],
        matches: EVERY_SITE,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'backstory@backstory.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, { build = {} }) => {
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      build.modulePreload = { polyfill: false };
      Object.assign(build.rollupOptions?.output ?? {}, { codeSplitting: SHARED_CODE });
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('archive/manifest.json');
    },
    'build:publicAssets': async (wxt, assets) => {
      const folder = join(wxt.config.wxtDir, 'archive');
      const files = await bakeSeeds('seeds');
      await writePack(folder, files);
      for (const file of files.keys()) {
        assets.push({ absoluteSrc: join(folder, file), relativeDest: `archive/${file}` });
      }
    },
  },
});
