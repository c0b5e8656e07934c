/**
 * The bill of materials: every package that shipped code is or may be made of, in CycloneDX 1.5, from the lock file.
 *
 * `npm sbom --omit dev` leaves out packages that development tools use as well, and stamps time and a random number.
 * The same lock file gives the same bytes here.
 */
interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** JSON, one component a package and version. Throws when a package states no licence. */
export function listMaterials(lock: LockFile): string {
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional,
  );
  const components = new Map(shipped.map(([path, locked]) => componentOf(path, locked)));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: lock.name, version: lock.version } },
    components: [...components.values()],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function componentOf(path: string, { version, license, integrity }: LockedPackage) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (license === undefined) throw new Error(`${name} ${version} states no licence.`);
  const [algorithm, digest] = (integrity ?? '').split('-', 2);
  const component = {
    ...{ type: 'library', name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` },
    licenses: [{ expression: license }],
    ...(algorithm === 'sha512' && digest !== undefined
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
  };
  return [`${name}@${version}`, component] as const;
}
