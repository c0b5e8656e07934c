/** Rules about the repository itself that no compiler checks (src/README.md, STYLE, TRUST R4–R6). */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const list = (...patterns: string[]) =>
  globSync(patterns, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const linesOf = (file: string) => read(file).replace(/\n$/, '').split('\n').length;

const SOURCES = list('src/**/*.{ts,tsx,mjs,css}');
const ENTRYPOINTS = list('entrypoints/**/*.{ts,tsx}');
const TESTS = list('tests/**/*.{ts,tsx}');
const CODE = [...SOURCES, ...ENTRYPOINTS, ...TESTS, ...list('*.{ts,mjs}')];
/** This file must spell out what it forbids. */
const isThisFile = (file: string) => file === 'tests/arch/repository.test.ts';
const SCRIPTS = [...SOURCES, ...ENTRYPOINTS].filter((file) => !file.endsWith('.css'));

/** Comments and the insides of strings may speak of what code must not do. */
function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

function offenders(files: readonly string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(codeOf(file)));
}

describe('files', () => {
  it('are found by these tests at all', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(ENTRYPOINTS.length).toBeGreaterThan(5);
    expect(TESTS.length).toBeGreaterThan(20);
  });

  it('have at most 400 lines', () => {
    expect(CODE.filter((file) => linesOf(file) > 400)).toEqual([]);
  });

  it('are named after what they hold, in kebab-case or as a component', () => {
    const forbidden = /^(utils?|helpers?|common|shared|types?|managers?|services?|data|misc|index)(\.|$)/i;
    const names = CODE.flatMap((file) => file.split('/')).filter((part) => forbidden.test(part));
    expect(names).toEqual([]);
    const shape =
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)(?:\.(?:test|config|content|d))?\.(?:tsx?|mjs|css)$/;
    expect(CODE.map((file) => basename(file)).filter((name) => !shape.test(name))).toEqual([]);
  });

  it('say what they are for before anything else, when they have 15 lines or more', () => {
    const silent = SCRIPTS.filter((file) => file.startsWith('src/') && linesOf(file) >= 15).filter(
      (file) => !/^(?:\/\/|\/\*|(?:import[^;]*;\s*)+\/\*\*)/.test(read(file)),
    );
    expect(silent).toEqual([]);
  });

  it('open with at most 8 lines of prose', () => {
    const long = SCRIPTS.filter((file) => {
      const opening = /^\/\*\*([\s\S]*?)\*\//.exec(read(file))?.[1] ?? '';
      const prose = opening.split('\n').filter((line) => /^ \* {1,2}\S/.test(line) && !/^ \* {3}/.test(line));
      return prose.length > 9;
    });
    expect(long).toEqual([]);
  });

  it('hold no note to come back to without a reason', () => {
    expect(CODE.filter((file) => !isThisFile(file) && /\b(?:TODO|FIXME|XXX)\b/.test(read(file)))).toEqual([]);
  });
});

describe('entrypoints', () => {
  it('have at most 40 lines and compose only', () => {
    expect(ENTRYPOINTS.filter((file) => linesOf(file) > 40)).toEqual([]);
  });

  it('are imported by nobody', () => {
    expect(
      offenders(
        SOURCES.filter((file) => !file.endsWith('.css')),
        /from '[^']*entrypoints\//,
      ),
    ).toEqual([]);
  });
});

/** Every way but `fetch`, which one file may use. */
const CONNECTIONS =
  /\b(?:XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|sendBeacon|fetchLater|RTCPeerConnection|SharedWorker)\b|\bping=/;
/** By an address that is computed, or lies elsewhere: modules, scripts, workers' imports, hints to the browser. */
const REMOTE_CODE =
  /\bimport\(\s*(?!['"]\.)|\bfrom '(?:https?:)?\/\/|\bnew Image\b|rel="(?:preconnect|prefetch|dns-prefetch|preload)"|url\(\s*['"]?(?:https?:)?\/\//;

describe('what the extension’s code never does', () => {
  it.each([
    [
      'write markup from strings',
      /\b(?:innerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|outerHTML\s*=|document\.write/,
    ],
    ['run strings as code', /\beval\s*\(|new\s+Function\s*\(/],
    ['open connections', CONNECTIONS],
    ['load what the package does not hold', REMOTE_CODE],
    ['reach into the page’s own world', /world:\s*'MAIN'|externally_connectable/],
  ])('%s', (_what, pattern) => {
    const shipped = SCRIPTS.filter((file) => !file.startsWith('src/platform/node/'));
    expect(offenders(shipped, pattern)).toEqual([]);
  });

  it.each([
    "new WebSocket('wss://a.example')",
    'navigator.sendBeacon(address)',
    'new RTCPeerConnection()',
    'new WebTransport(address)',
  ])('and %s would be found', (code) => {
    expect(code).toMatch(CONNECTIONS);
  });

  it.each([
    'await import(address)',
    "import('https://a.example/x.js')",
    "import x from 'https://a.example/x.js'",
    'new Image().src = address',
    "background: url('https://a.example/x.png')",
  ])('and %s would be found, too', (code) => {
    expect(code).toMatch(REMOTE_CODE);
  });

  it('load a script but one of its own, in one place', () => {
    const shipped = SCRIPTS.filter((file) => !file.startsWith('src/platform/node/'));
    const only = 'src/platform/browser/holdings/load-pdf.ts';
    expect(offenders(shipped, /importScripts\(\w/)).toEqual([only]);
    expect(read(only)).toMatch(/importScripts\(scriptAddress\(SCRIPT\)\)/);
  });

  it('have a page or a style sheet load from an address elsewhere', () => {
    const drawn = [...list('entrypoints/**/*.html'), ...list('src/**/*.css')];
    expect(drawn.length).toBeGreaterThan(10);
    const loading = /(?:\bsrc(?:set)?=|<link[^>]*href=|url\(|@import)\s*['"]?(?:https?:)?\/\//i;
    expect('<link rel="stylesheet" href="https://a.example/x.css">').toMatch(loading);
    expect(drawn.filter((file) => loading.test(read(file)))).toEqual([]);
  });

  it('listen to messages of the page: only our pages and their worker hear each other', () => {
    const worker = 'src/platform/browser/holdings';
    expect(offenders(SCRIPTS, /addEventListener\(\s*'message'|\bonmessage\b/)).toEqual([
      `${worker}/import-worker.ts`,
      `${worker}/open-worker.ts`,
      // Not the script in the page: our frame above it, which hears one port that comes with its ticket.
      'src/platform/browser/own-marks-port.ts',
    ]);
  });

  it('fetch anything but its own package, in one place', () => {
    const shipped = SCRIPTS.filter((file) => !file.startsWith('src/platform/node/'));
    const only = 'src/platform/browser/package-file.ts';
    expect(offenders(shipped, /(?<![\w.])fetch\s*\(/)).toEqual([only]);
    expect(read(only).match(/fetch\(/g)).toEqual(['fetch(']);
    expect(read(only)).toMatch(/fetch\(new URL\(path, `\$\{location\.origin\}\/`\)\)/);
  });

  it('name the browser’s API outside platform/browser', () => {
    const others = SCRIPTS.filter((file) => file.startsWith('src/') && !file.startsWith('src/platform/'));
    expect(
      offenders(
        others,
        /webextension-polyfill|(?<![\w.'"-])chrome\.\w|\bbrowser\.(?:runtime|tabs|storage)\b/,
      ),
    ).toEqual([]);
  });

  it('use MiniSearch or jsdiff outside the files that know each', () => {
    const shipped = SCRIPTS.filter((file) => file.startsWith('src/'));
    expect(offenders(shipped, /from 'minisearch'/)).toEqual([
      'src/retrieval/engine-postings.ts',
      'src/retrieval/young-index.ts',
    ]);
    expect(offenders(shipped, /from 'diff'/)).toEqual([
      'src/quotes/align-reworded.ts',
      'src/quotes/share-runs.ts',
    ]);
  });
});

describe('stylesheets of the interface', () => {
  /** Laid over a page by the page's own coordinates, which do not mirror. */
  const overPage = 'src/ui/own-marks/own-marks.css';
  const sheets = SOURCES.filter(
    (file) => file.startsWith('src/ui/') && file.endsWith('.css') && file !== overPage,
  );

  it('say where lines begin and end, not left and right, so that they mirror by themselves', () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right)[-\w]*|left|right)\s*:|(?:float|clear|text-align):\s*(?:left|right)\b/m;
    const part = String.raw`(?:[\w.-]+|var\([\w-]+\))`;
    const uneven = new RegExp(`(?:margin|padding|inset): ${part} (${part}) ${part} (?!\\1;)${part};`);
    expect(sheets.length).toBeGreaterThan(5);
    expect(offenders(sheets, physical)).toEqual([]);
    expect(offenders(sheets, uneven)).toEqual([]);
  });
});

describe('the checker is never told to look away', () => {
  it('not with any', () => {
    expect(
      offenders(
        CODE.filter((file) => /\.tsx?$/.test(file)),
        /(?::|<|\bas) any\b/,
      ),
    ).toEqual([]);
  });

  it('not with comments, nor in tests that are switched off', () => {
    const others = CODE.filter((file) => !isThisFile(file));
    expect(others.filter((file) => /@ts-(?:ignore|nocheck|expect-error)/.test(read(file)))).toEqual([]);
    expect(others.filter((file) => /\b(?:it|describe|test)\.(?:skip|only|todo)\b/.test(read(file)))).toEqual(
      [],
    );
  });
});

describe('paths and hosts', () => {
  const kept = [
    ...CODE,
    ...list(
      '*.{json,md,html}',
      '.*.{json,mjs}',
      '.npmrc',
      'entrypoints/**/*.html',
      'public/_locales/**/*.json',
      '.ci/*',
    ),
  ].filter((file) => !isThisFile(file));

  it('of one machine stand in no file', () => {
    const machine = /(?<![\w.])\/(?:root|home\/\w+|Users\/\w+|work)\//;
    expect(`cd ${['', 'work', 'main'].join('/')}`).toMatch(machine);
    expect(kept.filter((file) => machine.test(read(file)))).toEqual([]);
  });

  it('of a package registry stand in no file', () => {
    const registry = /registry\.npmjs|artifactory|verdaccio|nexus|"resolved":/;
    expect(kept.filter((file) => registry.test(read(file)))).toEqual([]);
    expect(kept).toContain('package-lock.json');
  });
});

describe('the README', () => {
  const isThere = existsSync(join(ROOT, 'README.md'));

  it.runIf(isThere)(
    'documents every command of the command line with an example and its options',
    async () => {
      const readme = isThere ? read('README.md') : '';
      const commands = list('src/platform/node/commands/*.ts').filter((file) =>
        /export const (\w+): Command\b/.test(read(file)),
      );
      expect(commands.length).toBeGreaterThanOrEqual(5);
      const missing = commands.flatMap((file) => {
        const name = basename(file, '.ts');
        const options = [
          ...(/options: \{([\s\S]*?)\},\n {2}required/.exec(read(file))?.[1] ?? '').matchAll(
            /(\w+): \{ type:/g,
          ),
        ];
        const wanted = [`backstory -- ${name}`, ...options.map(([, option]) => `--${option}`)];
        return wanted.filter((text) => !readme.includes(text)).map((text) => `${name}: ${text}`);
      });
      expect(missing).toEqual([]);
    },
  );
});
