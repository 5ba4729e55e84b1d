/**
 * Names in a store. Everything of an installation lies below its database's own number, so that two never mix. Each name but the head holds the SHA-256 of the
 * stored bytes; a backup is whole when its manifest is there, which is written last.
 *
 *     <installation>/base/<id>/cluster-0001.<sha>.tar.gz.age     files of the database
 *     <installation>/base/<id>/vault.<sha>.jsonl.gz              names of the vault's objects at that moment
 *     <installation>/base/<id>/manifest.<sha>.json               what makes it a backup
 *     <installation>/wal/<file>.<stamp>.<sha>.gz.age             the database's log as it was finished
 *     <installation>/vault/ab/<name>.<sha>.age                   uploads and papers
 *     <installation>/ledger/<stamp>.<sha>.tar.gz.age             newest published checkpoints
 */
const sha = '([0-9a-f]{64})';
const patterns = {
  part: new RegExp(`^(\\d+)/base/([0-9]{8}T[0-9]{9}Z)/cluster-(\\d{4})\\.${sha}\\.tar\\.gz\\.age$`),
  vaultList: new RegExp(`^(\\d+)/base/([0-9]{8}T[0-9]{9}Z)/vault\\.${sha}\\.jsonl\\.gz$`),
  manifest: new RegExp(`^(\\d+)/base/([0-9]{8}T[0-9]{9}Z)/manifest\\.${sha}\\.json$`),
  wal: new RegExp(`^(\\d+)/wal/([0-9A-F]{24}|[0-9A-F]{8}\\.history)\\.([0-9]{8}T[0-9]{9}Z)\\.${sha}\\.gz\\.age$`),
  vault: new RegExp(`^(\\d+)/vault/[0-9a-f]{2}/([0-9a-f]+)\\.${sha}\\.age$`),
  ledger: new RegExp(`^(\\d+)/ledger/([0-9]{8}T[0-9]{9}Z)\\.${sha}\\.tar\\.gz\\.age$`),
};

/** What kind of object a name is of, and what the name says. */
export type NamedObject = { readonly kind: keyof typeof patterns; readonly installation: string; readonly key: string; readonly stamp: string; readonly sha256: string };

/** Reads a name; null for one that is none of ours. `key` is the id of the backup, the name of the log file or of the vault's file. */
export function readName(name: string): NamedObject | null {
  for (const kind of Object.keys(patterns) as (keyof typeof patterns)[]) {
    const found = patterns[kind].exec(name);
    if (!found) continue;
    const [, installation = '', key = ''] = found;
    return { kind, installation, key, stamp: kind === 'wal' ? (found[3] ?? '') : key, sha256: found.at(-1) ?? '' };
  }
  return null;
}

/** `20261123T093000123Z`: an instant that sorts as a name. */
export const stampOf = (at: Date): string => at.toISOString().replace(/[-:.]/g, '');

/** The instant of a stamp, as ISO text. */
export const instantOf = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');

/** Makers of names for one installation. */
export const names = {
  base: (installation: string, id = '') => `${installation}/base/${id === '' ? '' : `${id}/`}`,
  part: (installation: string, id: string, number: number) => (hash: string) => `${installation}/base/${id}/cluster-${String(number).padStart(4, '0')}.${hash}.tar.gz.age`,
  vaultList: (installation: string, id: string) => (hash: string) => `${installation}/base/${id}/vault.${hash}.jsonl.gz`,
  manifest: (installation: string, id: string) => (hash: string) => `${installation}/base/${id}/manifest.${hash}.json`,
  walFolder: (installation: string) => `${installation}/wal/`,
  wal: (installation: string, file: string, at: Date) => (hash: string) => `${installation}/wal/${file}.${stampOf(at)}.${hash}.gz.age`,
  vaultFolder: (installation: string, first = '') => `${installation}/vault/${first === '' ? '' : `${first}/`}`,
  vault: (installation: string, name: string) => (hash: string) => `${installation}/vault/${name.slice(0, 2)}/${name}.${hash}.age`,
  ledgerFolder: (installation: string) => `${installation}/ledger/`,
  ledger: (installation: string, at: Date) => (hash: string) => `${installation}/ledger/${stampOf(at)}.${hash}.tar.gz.age`,
} as const;
