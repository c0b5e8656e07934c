/** Addresses of our own scripts in the form that `require-trusted-types-for` asks for; no others are ever started. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const OWN_SCRIPTS: ReadonlySet<string> = new Set(['/importing.js', '/pdf.js']);

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** `path`: one of {@link OWN_SCRIPTS}. */
export function scriptAddress(path: string): string {
  if (!OWN_SCRIPTS.has(path)) throw new Error(`${path} is no script of ours.`);
  const url = `${location.origin}${path}`;
  // TypeScript's DOM library does not know them; Firefox has them since 148. A name can be taken only once.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('own-scripts', { createScriptURL: (own) => own }) ?? null;
  return policy?.createScriptURL(url) ?? url;
}
