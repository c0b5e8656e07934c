/** What two manifests ask for differently: permissions, sites, the pages' policy and what pages may load of ours. */

export interface RightsOfManifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly web_accessible_resources?: readonly { readonly resources: readonly string[] }[];
}

type Right = readonly [name: string, of: (manifest: RightsOfManifest) => readonly string[]];

const RIGHTS: readonly Right[] = [
  ['permission', ({ permissions = [] }) => permissions],
  ['optional permission', ({ optional_permissions = [] }) => optional_permissions],
  ['site', ({ host_permissions = [] }) => host_permissions],
  ['optional site', ({ optional_host_permissions = [] }) => optional_host_permissions],
  ['policy', (manifest) => manifest.content_security_policy?.extension_pages?.split('; ') ?? []],
  [
    'resource for pages',
    (manifest) => manifest.web_accessible_resources?.flatMap((one) => one.resources) ?? [],
  ],
];

/** A line each, such as `+ permission alarms`; empty when both ask for the same. */
export function manifestChanges(before: RightsOfManifest, after: RightsOfManifest): string[] {
  return RIGHTS.flatMap(([name, of]) => {
    const [old, present] = [of(before), of(after)];
    const added = present.filter((one) => !old.includes(one)).map((one) => `+ ${name} ${one}`);
    const gone = old.filter((one) => !present.includes(one)).map((one) => `− ${name} ${one}`);
    return [...added, ...gone];
  });
}
