import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalJson } from '../../server/platform/crypto/index.ts';
import { checkpointText, cosignature, signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { hashOfEntry, rootOf } from '../../server/platform/ledger/merkle.ts';
import { privateKeyOfSeed, signerKey, writeVerifierKey, type SignerKey } from '../../server/platform/ledger/note-keys.ts';
import { signatureLine } from '../../server/platform/ledger/note.ts';
import { emptyEdge, frontierOfEdge, grown, readPath, writeBundle } from '../../server/platform/ledger/tiles.ts';

/** A log that is served from memory and can be changed in any way: what a monitor must not be deceived by. */
export interface PlayedLog {
  readonly url: string;
  readonly key: SignerKey;
  readonly witness: SignerKey;
  /** entries as they are served; a checkpoint signs them as they are then */
  entries: Buffer[];
  /** paths answered otherwise than the entries say; undefined: 404 */
  readonly served: Map<string, Buffer | undefined>;
  /** entries only for whoever brings this */
  token: string | undefined;
  /** signs what is there now, and has it witnessed */
  sign(): void;
  readonly policyText: string;
  close(): Promise<void>;
}

export const caseOf = (at: number): string => `0190b000-0000-7000-8000-${String(at).padStart(12, '0')}`;

// An hour on: entries that are taken over in the course of a test are never older than what was read before.
const madeAt = new Date(Date.now() + 3_600_000).toISOString();

/** Entries of facts of some cases, one after the other, each following the one before. */
export function entriesOfCases(count: number, cases: number): Buffer[] {
  const heads = new Map<number, { seq: number; hash: string }>();
  return Array.from({ length: count }, (_, at) => {
    const before = heads.get(at % cases);
    const leaf = { v: 1, log: 'city.example/cases/v1', case: caseOf(at % cases), seq: (before?.seq ?? 0) + 1, prev: before?.hash ?? null, kind: 'noted', at: madeAt };
    const entry = Buffer.from(canonicalJson(leaf));
    heads.set(at % cases, { seq: leaf.seq, hash: hashOfEntry(entry).toString('hex') });
    return entry;
  });
}

/** Starts one on a free port. */
export async function playedLog(): Promise<PlayedLog> {
  const key = signerKey('city.example/cases/v1', 'note', privateKeyOfSeed(Buffer.alloc(32, 7)));
  const witness = signerKey('archive.example/w', 'cosignature', privateKeyOfSeed(Buffer.alloc(32, 8)));
  let tiles = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const place = readPath(path);
    const known = log.served.has(path) ? log.served.get(path) : place && 'bundle' in place ? bundle(place.bundle) : path === 'checkpoint' ? tiles.get(path) : tile(place?.tile);
    if (path.startsWith('tile/entries') && log.token !== undefined && request.headers.authorization !== `Bearer ${log.token}`) return void response.writeHead(401).end();
    response.writeHead(known ? 200 : 404).end(known);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bundle = ({ index, width }: { index: number; width: number }) => {
    const entries = log.entries.slice(index * 256, index * 256 + width);
    return entries.length === width ? writeBundle(entries) : undefined;
  };
  const tile = (id: { level: number; index: number; width: number } | undefined) => id && tiles.get(`${id.level}/${id.index}`)?.subarray(0, id.width * 32);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log: PlayedLog = {
    url, key, witness, entries: [], served: new Map(), token: undefined,
    sign() {
      const { edge, written } = grown(emptyEdge, log.entries.map(hashOfEntry));
      tiles = new Map(written.map(({ id, hashes }) => [`${id.level}/${id.index}`, hashes]));
      const checkpoint = { origin: key.verifier.name, size: log.entries.length, root: rootOf(frontierOfEdge(edge)), extensions: [] };
      tiles.set('checkpoint', Buffer.from(signCheckpoint([key], checkpoint) + signatureLine(cosignature(witness, checkpointText(checkpoint), Math.floor(Date.now() / 1000)))));
    },
    policyText: `log ${writeVerifierKey(key.verifier)} ${url}\nwitness archive ${writeVerifierKey(witness.verifier)}\nquorum archive\n`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
  return log;
}
