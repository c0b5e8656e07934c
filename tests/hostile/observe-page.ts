/**
 * Everything that a script of a page can look at and listen to. What Backstory does in a page may change none of it
 * because of what is in the reader's archive (TRUST R1).
 */

/** Runs in the page before anything else of the story: it listens to whatever can be heard. */
export const LISTENING = `<script>
  globalThis.backstoryLog = { mutations: 0, attributes: 0, messages: 0, events: 0, errors: 0, violations: 0, focus: 0, scrolls: 0, resizes: 0 };
  new MutationObserver((records) => { for (const { type } of records) backstoryLog[type === 'attributes' ? 'attributes' : 'mutations']++; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('message', () => backstoryLog.messages++);
  for (const name of ['backstory', 'wxt:content-script-started', 'annotatePage']) addEventListener(name, () => backstoryLog.events++);
  addEventListener('error', () => backstoryLog.errors++);
  addEventListener('unhandledrejection', () => backstoryLog.errors++);
  addEventListener('securitypolicyviolation', () => backstoryLog.violations++);
  addEventListener('focusin', () => backstoryLog.focus++);
  addEventListener('resize', () => backstoryLog.resizes++);
  addEventListener('load', () => { backstoryLog.mutations = 0; backstoryLog.attributes = 0; });
</script>`;

/** Runs in the page: everything that a script of its own can look at, by the name of the observable. */
export function observe(names: readonly string[]): Record<string, unknown> {
  const highlights = [...(CSS as unknown as { highlights: Map<string, Iterable<Range>> }).highlights];
  const rangesOf = (ranges: Iterable<Range>) =>
    [...ranges].map((range) => `${range.startOffset}-${range.endOffset}`);
  const grid = Array.from(
    { length: 60 },
    (_, at) => [(at % 10) * 70 + 10, Math.floor(at / 10) * 90 + 10] as const,
  );
  const at = (x: number, y: number) => document.elementFromPoint(x, y)?.tagName ?? '';
  const caret = (x: number, y: number) => document.caretPositionFromPoint?.(x, y)?.offset ?? null;
  const paragraphs = [...document.querySelectorAll('p')];
  const style = (element: Element, pseudo?: string) => {
    const { textDecorationLine, color, backgroundColor, fontWeight } = getComputedStyle(element, pseudo);
    return [textDecorationLine, color, backgroundColor, fontWeight].join(' ');
  };
  const find = (globalThis as unknown as { find(text: string): boolean }).find;
  const found = names.map((name) => {
    getSelection()?.removeAllRanges();
    return find(name);
  });
  getSelection()?.selectAllChildren(document.body);
  const walked = String(getSelection()).length;
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  const log = (globalThis as unknown as { backstoryLog: Record<string, number> }).backstoryLog;
  // How long frames took is chance on a busy machine; everything else is compared.
  const kinds = performance.getEntries().map(({ entryType }) => entryType);
  const [first] = paragraphs;
  return {
    highlightNames: highlights.map(([name]) => name),
    highlightSizes: highlights.map(([, ranges]) => [...ranges].length),
    highlightPriorities: highlights.map(([, one]) => (one as unknown as { priority: number }).priority),
    highlightTypes: highlights.map(([, one]) => (one as unknown as { type: string }).type),
    highlightOffsets: highlights.map(([, ranges]) => rangesOf(ranges)),
    highlightTexts: highlights.map(([, ranges]) =>
      [...ranges].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      ),
    ),
    highlightStyles: highlights.map(([name]) => first && style(first, `::highlight(${name})`)),
    mutations: log.mutations,
    attributeMutations: log.attributes,
    messages: log.messages,
    customEvents: log.events,
    errors: log.errors,
    violations: log.violations,
    focusChanges: log.focus,
    scrolls: log.scrolls,
    resizes: log.resizes,
    styleSheets: document.styleSheets.length,
    adoptedStyleSheets: document.adoptedStyleSheets.length,
    elements: document.querySelectorAll('*').length,
    rootAttributes: document.documentElement.getAttributeNames(),
    bodyAttributes: document.body.getAttributeNames(),
    rootChildren: [...document.documentElement.children].map(({ tagName }) => tagName),
    innerText: document.body.innerText.length,
    frames: window.length,
    active: document.activeElement?.tagName,
    hitTests: grid.map(([x, y]) => at(x, y)),
    carets: grid.map(([x, y]) => caret(x, y)),
    computed: paragraphs.slice(0, 50).map((one) => style(one)),
    selectionColours: first && style(first, '::selection'),
    boxes: paragraphs.slice(0, 50).map((one) => Math.round(one.getBoundingClientRect().height)),
    scrollHeight: document.documentElement.scrollHeight,
    scrollWidth: document.documentElement.scrollWidth,
    found,
    walked,
    fonts: document.fonts.size,
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    entryKinds: [...new Set(kinds)]
      .filter((kind) => !/paint|visibility|navigation|longtask|long-animation-frame/.test(kind))
      .sort(),
    marks: performance.getEntriesByType('mark').length,
    animations: document.getAnimations().length,
    title: document.title,
    cookies: document.cookie,
    storage: localStorage.length + sessionStorage.length,
    history: history.length,
    design: document.designMode,
    globals: Object.getOwnPropertyNames(globalThis).length,
    frameGlobals: Object.getOwnPropertyNames(document).length,
    customElements: [...document.querySelectorAll('*')].filter(({ tagName }) => tagName.includes('-')).length,
    shadowRoots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
    topLayer: document.querySelectorAll(':popover-open, dialog[open]').length,
    pointerLock: document.pointerLockElement === null,
    fullscreen: document.fullscreenElement === null,
  };
}
