import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { combine, split } from 'shamir-secret-sharing';
import { keyFingerprint, keysFromDocument, newKeyDocument, type KeyDocument } from '../crypto/index.ts';
import type { Share } from './share-text.ts';

/** Shares that do not rebuild a key file, each named by what the operator called it. */
export type JoinRefusal = {
  readonly ok: false;
  readonly code: 'keys.too_few_shares' | 'keys.share_of_another_file' | 'keys.share_false' | 'keys.shares_do_not_fit';
  readonly params: Readonly<Record<string, string | number>>;
};

/**
 * Splits a key file into `into` shares, any `need` of which rebuild it and fewer of which say nothing of it (Shamir, How to share a secret, 1979; C-CR-3).
 * The document is a whole one; another is a bug.
 */
export async function splitKeys(document: KeyDocument, into: number, need: number): Promise<readonly Share[]> {
  const read = keysFromDocument(document);
  if (!read.ok) throw new Error(`a key file without ${read.missing.join(', ')}`);
  const fingerprint = keyFingerprint(read.keys);
  const set = randomBytes(4).toString('hex').toUpperCase();
  const shares = await split(packed(document), into, need);
  return shares.map((bytes, at) => ({ fingerprint, set, index: at + 1, count: into, need, bytes }));
}

/** A share with the name the operator gave it (its file). */
export type NamedShare = { readonly name: string; readonly share: Share };

/**
 * Rebuilds the key file. A share of another file or another splitting is named; so is an altered one whose checks were made to fit, where one more share than needed
 * is given: then the others alone rebuild the file, and it does not go with them.
 */
export async function joinShares(given: readonly NamedShare[]): Promise<{ readonly ok: true; readonly document: KeyDocument } | JoinRefusal> {
  const label = ({ share }: NamedShare): string => `${share.fingerprint} ${share.set} ${share.need} ${share.count}`;
  const common = mostCommon(given.map(label));
  const other = given.find((one) => label(one) !== common);
  if (other) return { ok: false, code: 'keys.share_of_another_file', params: { name: other.name, found: label(other), expected: common } };
  const distinct = [...new Map(given.map((one) => [one.share.index, one])).values()];
  const { need = 2, fingerprint = '' } = distinct[0]?.share ?? {};
  if (distinct.length < need) return { ok: false, code: 'keys.too_few_shares', params: { need, given: distinct.length } };
  const fitting: (readonly NamedShare[])[] = [];
  const documents: KeyDocument[] = [];
  for (const some of choose(distinct, need)) {
    const document = await rebuilt(some, fingerprint);
    if (document === undefined) continue;
    fitting.push(some);
    documents.push(document);
  }
  const [document] = documents;
  if (document === undefined) return { ok: false, code: 'keys.shares_do_not_fit', params: { names: distinct.map(({ name }) => name).join(', ') } };
  const false_ = distinct.find((one) => !fitting.some((some) => some.includes(one)));
  return false_ ? { ok: false, code: 'keys.share_false', params: { name: false_.name } } : { ok: true, document };
}

async function rebuilt(shares: readonly NamedShare[], fingerprint: string): Promise<KeyDocument | undefined> {
  try {
    const document = unpacked(await combine(shares.map(({ share }) => new Uint8Array(share.bytes))));
    const read = keysFromDocument(document);
    return read.ok && keyFingerprint(read.keys) === fingerprint ? document : undefined;
  } catch {
    return undefined; // bytes that are no document, or shares of different lengths
  }
}

/** Every way to take `size` of the shares, in order. */
function choose(from: readonly NamedShare[], size: number): (readonly NamedShare[])[] {
  if (size === 0) return [[]];
  return from.flatMap((one, at) => choose(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What every key file has in common, so that a share holds little more than the keys: their names in the order they are written. */
function skeleton(): Buffer {
  const blank = (key: string, value: unknown): unknown => (typeof value === 'string' && !['format', 'mode'].includes(key) ? '' : value);
  return Buffer.from(JSON.stringify(newKeyDocument('gm'), blank) + JSON.stringify(newKeyDocument(), blank));
}

const packed = (document: KeyDocument): Uint8Array => new Uint8Array(deflateRawSync(JSON.stringify(document), { dictionary: skeleton(), level: 9 }));
const unpacked = (bytes: Uint8Array): KeyDocument => JSON.parse(inflateRawSync(bytes, { dictionary: skeleton(), maxOutputLength: 1_000_000 }).toString('utf8')) as KeyDocument;
