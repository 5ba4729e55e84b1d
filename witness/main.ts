import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';
import { readVerifierKey, writeVerifierKey, type VerifierKey } from '../server/platform/ledger/note-keys.ts';
import { makeFolder, openKeptHeads } from './kept-heads.ts';
import { makeKeyFile, readKeyFile } from './witness-keys.ts';
import { witnessServer } from './witness-server.ts';
import { witnessOver } from './witness.ts';

/** The settings file, JSON; paths are relative to it. */
export interface WitnessSettings {
  /** host and port to listen on; port 0 takes a free one and prints it */
  readonly host: string;
  readonly port: number;
  readonly keyFile: string;
  readonly stateFolder: string;
  /** keys of the logs, each `name+id+base64`, where the name is the log's origin */
  readonly logs: readonly string[];
  /** requests a minute from one address */
  readonly perMinute: number;
}

const usage = `A witness of transparency logs (C2SP tlog-witness)

  witness --new-key NAME --settings FILE   makes the key and the memory, prints the public key
  witness --settings FILE                  serves

FILE: {"host":"127.0.0.1","port":4030,"keyFile":"witness.key","stateFolder":"state","logs":["<public key of a log>"]}
`;

const line = (text: string): void => void process.stdout.write(`${text}\n`);

function main(args: readonly string[]): void {
  const settingsFile = valueOf(args, '--settings');
  if (settingsFile === undefined) return stopWith(usage, 2);
  const settings = readSettings(settingsFile);
  const name = valueOf(args, '--new-key');
  if (name === undefined) return serve(settings);
  mkdirSync(dirname(settings.keyFile), { recursive: true, mode: 0o700 });
  const { verifier } = makeKeyFile(settings.keyFile, name);
  makeFolder(settings.stateFolder, verifier);
  line(writeVerifierKey(verifier));
}

function serve(settings: WitnessSettings): void {
  const key = readKeyFile(settings.keyFile);
  const heads = openKeptHeads(settings.stateFolder, key.verifier);
  const witness = witnessOver(key, heads, settings.logs.map(logKey), Date.now, (error) => process.stderr.write(`${String(error)}\n`));
  const server = witnessServer(witness, settings, Date.now);
  server.on('error', (error) => {
    heads.close();
    stopWith(`${error.message}\n`, 1);
  });
  server.listen(settings.port, settings.host, () => {
    line(`Witness ${writeVerifierKey(key.verifier)}`);
    for (const { origin, size } of witness.logs()) line(`  ${origin}: ${size === null ? 'nothing signed yet' : `signed up to ${size}`}`);
    line(`  listening on http://${settings.host}:${(server.address() as AddressInfo).port}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => {
        heads.close();
        process.exit(0);
      });
      server.closeIdleConnections();
    });
  }
}

function readSettings(file: string): WitnessSettings {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof WitnessSettings, unknown>>;
  const { host = '127.0.0.1', port = 4030, keyFile, stateFolder, logs, perMinute = 600 } = read;
  const whole = (value: unknown, most: number): value is number => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
  const fault = typeof host !== 'string' ? 'host' : !whole(port, 65_535) ? 'port' : typeof keyFile !== 'string' ? 'keyFile' : typeof stateFolder !== 'string' ? 'stateFolder' : undefined;
  const isList = Array.isArray(logs) && logs.every((one) => typeof one === 'string');
  if (fault !== undefined || !isList || !whole(perMinute, 1_000_000)) throw new Error(`${file}: ${fault ?? (isList ? 'perMinute' : 'logs')} cannot be used`);
  const at = (path: unknown): string => resolve(dirname(file), String(path));
  return { host: String(host), port: Number(port), keyFile: at(keyFile), stateFolder: at(stateFolder), logs, perMinute };
}

function logKey(text: string): VerifierKey {
  const read = readVerifierKey(text);
  if (!read.ok || read.key.use !== 'note') throw new Error(`not the key of a log: ${text}`);
  return read.key;
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function stopWith(text: string, code: number): void {
  process.stderr.write(text);
  process.exit(code);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  stopWith(`${(error as Error).message}\n`, 1);
}
