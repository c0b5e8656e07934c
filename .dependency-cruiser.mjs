/**
 * The allow-list of folder edges: what is not listed is forbidden. Each rule says what to do instead.
 * Rooms and their order: src/README.md.
 */
const PACKAGES = {
  text: ['@orama/stemmers'],
  retrieval: ['minisearch'],
  quotes: ['diff'],
  capture: ['fflate', 'saxes', '@mozilla/readability', 'linkedom', 'parse5'],
  library: ['papaparse'],
  ui: ['preact', 'd3-scale'],
  browser: ['webextension-polyfill', 'idb', 'fflate', 'pdfjs-dist'],
};

/** Room → rooms it may import values and types from; a `~` in front allows types only. */
const ROOMS = {
  text: [],
  archive: ['text'],
  entities: ['text', 'archive'],
  quotes: ['text', 'archive'],
  retrieval: ['text', 'archive', '~entities', '~quotes'],
  capture: ['text', 'archive'],
  protocol: ['text', '~archive', '~entities', '~quotes', '~retrieval', '~capture'],
  library: ['text', 'archive', 'entities', 'quotes', 'retrieval', 'capture', 'protocol'],
  page: ['text', '~protocol'],
  ui: ['text', '~archive', '~entities', '~protocol'],
  'platform/browser': [
    'text',
    'archive',
    'entities',
    'quotes',
    'retrieval',
    'capture',
    'protocol',
    'library',
    '~page',
    '~ui',
  ],
  'platform/node': ['text', 'archive', 'entities', 'quotes', 'retrieval', 'capture', 'protocol', 'library'],
};

const forbidden = Object.entries(ROOMS).flatMap(([room, edges]) => {
  const own = `^src/${room}/`;
  const values = edges.filter((edge) => !edge.startsWith('~'));
  const all = edges.map((edge) => edge.replace('~', ''));
  const paths = (rooms) => [own, ...rooms.map((edge) => `^src/${edge}/`)];
  const messages = ['ui', 'platform/browser'].includes(room) ? ['^public/_locales/en/messages\\.json$'] : [];
  return [
    {
      name: `${room}-imports-only-what-it-may`,
      comment: `src/${room} may use: ${all.join(', ') || 'nothing else'}. Move the code to the room that has what it needs, or pass it in.`,
      severity: 'error',
      from: { path: own },
      to: { path: '^(src|entrypoints|public)/', pathNot: [...paths(all), ...messages] },
    },
    {
      name: `${room}-imports-types-only`,
      comment: `src/${room} may use only types of these rooms: write "import type", or move the code.`,
      severity: 'error',
      from: { path: own },
      to: {
        path: all.filter((edge) => !values.includes(edge)).map((edge) => `^src/${edge}/`),
        dependencyTypesNot: ['type-only'],
      },
    },
  ].filter((rule) => !Array.isArray(rule.to.path) || rule.to.path.length > 0);
});

const packagesOf = (room) => PACKAGES[room.replace('platform/', '')] ?? [];

const packages = Object.keys(ROOMS)
  .filter((room) => room !== 'platform/node')
  .map((room) => ({
    name: `${room}-packages`,
    comment: `src/${room} may use these packages only: ${packagesOf(room).join(', ') || 'none'}. A new one needs a decision in src/README.md.`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'npm-no-pkg', 'unknown'],
      ...(packagesOf(room).length > 0 && {
        pathNot: packagesOf(room).map((name) => `node_modules/${name}/`),
      }),
    },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-entrypoints',
      comment: 'Entry points compose; what others need belongs into a room.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^entrypoints/' },
    },
    ...forbidden,
    ...packages,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
