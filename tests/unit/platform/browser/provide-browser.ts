/**
 * The `browser` of tests. The polyfill is loaded once a process and keeps the object it then found, whichever test came
 * first: so there is one object, and each test fills it anew, before it imports what uses it.
 */
type Apis = Readonly<Record<string, object | undefined>>;

export function provideBrowser(apis: Apis): void {
  const global = globalThis as unknown as { browser?: Record<string, unknown>; chrome?: object };
  global.browser ??= {};
  for (const name of Object.keys(global.browser)) delete global.browser[name];
  // Without an id the polyfill takes the place for no extension's.
  Object.assign(global.browser, { runtime: { id: 'own' } }, apis);
  global.chrome = { runtime: { id: 'own' } };
}
