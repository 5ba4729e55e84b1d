import { createHash } from 'node:crypto';

/** One package of package-lock.json. */
export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly link?: true;
  readonly peer?: true;
  readonly optional?: true;
}

/** What we read of package-lock.json (lockfileVersion 3). */
export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** A component of a CycloneDX 1.5 document. */
export interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly scope: 'required' | 'optional';
  readonly licenses: readonly { readonly expression: string }[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

/** The list of what the server is made of, CycloneDX 1.5 in JSON. */
export interface Bill {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.5';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly component: { readonly type: 'application'; readonly 'bom-ref': string; readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
}

const nameOf = (path: string, one: LockedPackage): string => one.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** `name@version` of every package that is needed to run, on any machine, by the lock file; each once. */
export function neededToRun(lock: Lock): ReadonlyMap<string, LockedPackage> {
  const needed = Object.entries(lock.packages).filter(([path, one]) => path !== '' && !one.dev && !one.link);
  return new Map(needed.map(([path, one]) => [`${nameOf(path, one)}@${one.version ?? ''}`, one]));
}

/** The list of a lock file; the same one gives the same list, so that two can be compared. `npm sbom` leaves out what another machine would need and what is needed by a need. */
export function billOf(lock: Lock): Bill {
  const digest = createHash('sha256').update(JSON.stringify(lock)).digest('hex');
  const components = [...neededToRun(lock)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, one]): Component => {
    const name = ref.slice(0, ref.lastIndexOf('@'));
    const version = one.version ?? '';
    return {
      type: 'library', 'bom-ref': ref, name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}`, scope: one.optional ? 'optional' : 'required',
      licenses: one.license === undefined ? [] : [{ expression: one.license }], hashes: hashesOf(one.integrity),
    };
  });
  return {
    bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    serialNumber: `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    metadata: { component: { type: 'application', 'bom-ref': `${lock.name}@${lock.version}`, name: lock.name, version: lock.version } },
    components,
  };
}

/** Subresource integrity (base64) as CycloneDX wants it (hex). */
function hashesOf(integrity: string | undefined): Component['hashes'] {
  return (integrity ?? '').split(' ').flatMap((one) => {
    const [, bits, base64] = /^sha(\d+)-(.+)$/.exec(one) ?? [];
    return bits === undefined || base64 === undefined ? [] : [{ alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') }];
  });
}

/** What is needed to run and is not listed. */
export function missingFrom(bill: Pick<Bill, 'components'>, lock: Lock): readonly string[] {
  const listed = new Set(bill.components.map((one) => one['bom-ref']));
  return [...neededToRun(lock).keys()].filter((name) => !listed.has(name));
}

/** What is listed without a hash, because the lock file has none: nothing then says that what comes is what was meant. */
export const withoutHash = (bill: Pick<Bill, 'components'>): readonly Component[] => bill.components.filter((one) => !one.hashes.some((hash) => hash.alg === 'SHA-512'));
