import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Encrypter } from 'age-encryption';
import QRCode from 'qrcode';
import { opened, readIdentities } from '../platform/backup/index.ts';
import { keyFileIn, keyFingerprint, keysFromDocument, placeKeyDocument, readKeyDocument } from '../platform/crypto/index.ts';
import { aloneWithKeys, joinShares, readShareText, shareText, splitKeys, type NamedShare, type Share } from '../platform/keys/index.ts';
import { workApproved } from './keys-approval.ts';
import { keysFolder, withKeys } from './keys-command.ts';
import type { Surroundings } from './surroundings.ts';

type Options = ReadonlyMap<string, string>;

/**
 * `yimen keys split`: the key file into shares, one file each (0600), never on the screen: a text and a page to print, or, where recipients are named, one text for
 * each keeper that only he opens (age). As two persons approved, with these very numbers.
 */
export async function splitCommand(around: Surroundings, options: Options): Promise<number> {
  const [into, need, to] = [Number(options.get('into') ?? 3), Number(options.get('need') ?? 2), options.get('to')];
  if (to === undefined) throw new Error(around.tell('cli.option_missing', { option: '--to' }));
  const whole = Number.isInteger(into) && Number.isInteger(need);
  if (!whole || into < 2 || into > 10 || need < 2 || need > into) throw new Error(around.tell('keys.split_numbers'));
  const recipients = options.has('recipients') ? [...new Set((options.get('recipients') ?? '').split(',').map((one) => one.trim()))].filter((one) => one !== '') : undefined;
  if (recipients && recipients.length !== into) throw new Error(around.tell('keys.split_recipients', { count: into }));
  const folder = resolve(to);
  return withKeys(around, async (owner, keys, connection) => {
    const files = await aloneWithKeys(owner, async () => {
      const read = await readKeyDocument(keysFolder(around));
      if (!read.ok) {
        around.note(around.tell(read.code, read.params));
        return undefined;
      }
      // What can fail for the folder's sake fails before the approval is used.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK);
      const shares = await splitKeys(read.document, into, need);
      return workApproved<readonly string[]>(around, owner, connection, keys, {
        task: { kind: 'split', into, need }, target: null,
        work: async () => {
          const done: string[] = [];
          for (const [at, share] of shares.entries()) done.push(...(await writeShare(around, folder, share, recipients?.[at])));
          return { done, version: read.document.kek.current, fingerprint: keyFingerprint(keys), set: shares[0]?.set ?? null };
        },
      });
    });
    if (!files) return 1;
    around.print(around.tell('keys.split_into', { count: into, need, files: files.map((file) => `  ${file}`).join('\n') }));
    return 0;
  });
}

async function writeShare(around: Surroundings, folder: string, share: Share, recipient: string | undefined): Promise<string[]> {
  const name = join(folder, `yimen-share-${share.fingerprint.slice(0, 4)}-${share.set}-${share.index}`);
  const text = shareText(share);
  if (recipient !== undefined) {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return [await writeNew(around, `${name}.txt.age`, await encrypter.encrypt(text))];
  }
  return [await writeNew(around, `${name}.txt`, text), await writeNew(around, `${name}.html`, await pageOf(around, share, text))];
}

async function writeNew(around: Surroundings, file: string, content: string | Uint8Array): Promise<string> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(around.tell('cli.file_exists', { file })) : error;
  });
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return file;
}

/** One sheet: what it is for, the lines to type, and the same as a QR code. Loads nothing from anywhere. */
async function pageOf(around: Surroundings, share: Share, text: string): Promise<string> {
  const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const [title, words] = [around.tell('keys.page_title', { index: share.index, count: share.count }), around.tell('keys.page_words', { need: share.need, fingerprint: share.fingerprint })];
  const code = await QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'L', margin: 4 });
  return `<!doctype html><html lang="${around.language}"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title>
<style>@page{size:A4;margin:18mm}body{font:11pt/1.5 sans-serif;max-width:174mm;margin:auto}pre{font:12pt/1.6 monospace}svg{width:90mm;height:90mm}</style>
<h1>${escaped(title)}</h1><p>${escaped(words)}</p><pre>${escaped(text)}</pre>${code}</html>\n`;
}

/** `yimen keys join`: rebuilds the key file from any shares that suffice, into the installation's own folder or into `--to`, where none lies yet. */
export async function joinCommand(around: Surroundings, options: Options): Promise<number> {
  const files = (options.get('shares') ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
  if (files.length === 0) throw new Error(around.tell('cli.option_missing', { option: '--shares' }));
  const identities = options.has('identity') ? (await Promise.all((options.get('identity') ?? '').split(',').map((file) => readIdentities(file.trim())))).flat() : [];
  const shares: NamedShare[] = [];
  for (const file of files) {
    const name = basename(file);
    const read = readShareText(name, await textOf(file, identities));
    if (!read.ok) return refuse(around, around.tell(read.params.line === 0 ? 'keys.share_unreadable' : read.code, read.params));
    shares.push({ name, share: read.share });
  }
  const joined = await joinShares(shares);
  if (!joined.ok) return refuse(around, around.tell(joined.code, joined.params));
  const folder = options.has('to') ? resolve(options.get('to') ?? '') : keysFolder(around);
  const path = keyFileIn(folder);
  if (!(await placeKeyDocument(folder, joined.document))) return refuse(around, around.tell('cli.file_exists', { file: path }));
  const read = keysFromDocument(joined.document);
  around.print(around.tell('keys.joined', { path, fingerprint: read.ok ? keyFingerprint(read.keys) : '', versions: Object.keys(joined.document.kek.versions).join(', ') }));
  return 0;
}

async function textOf(file: string, identities: readonly string[]): Promise<string> {
  if (!file.endsWith('.age')) return readFile(file, 'utf8');
  const parts: Buffer[] = [];
  for await (const part of opened(createReadStream(file) as AsyncIterable<Uint8Array>, identities, basename(file))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function refuse(around: Surroundings, text: string): number {
  around.note(text);
  return 1;
}
