import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newIdentity } from '../platform/backup/index.ts';
import { keyFileIn, newDataKey, wrapKey, type HeldKeys } from '../platform/crypto/index.ts';
import { ownKeys } from '../platform/keys/index.ts';
import type { TestConnection } from '../testing/database-server.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { retireCommand, rewrapCommand, rotateCommand, statusCommand } from './keys-command.ts';
import { joinCommand, splitCommand } from './keys-shares-command.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';

let data: string;
let said: string[];
let fresh: FreshDatabase | undefined;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'yimen-cli-keys-'));
  said = [];
});
afterEach(async () => {
  await fresh?.drop();
  fresh = undefined;
  await rm(data, { recursive: true, force: true });
});

function around(language = 'en', env: Record<string, string> = {}): Surroundings {
  const made = surroundingsOf({ YIMEN_LANGUAGE: language, ...env }, new AbortController().signal, data);
  const say = (text: string): void => void said.push(text);
  return { ...made, print: say, note: say, progress: () => undefined };
}

const addressOf = ({ host, port, user, database }: TestConnection): string => `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;

/** An installation that was started once and has no security administrator yet: whoever has the machine changes its keys alone. */
async function begun(): Promise<{ readonly keys: HeldKeys; readonly env: Record<string, string> }> {
  fresh = await freshDatabase();
  const started = await ownKeys(fresh.owner, own(), undefined);
  if (!started.ok) throw new Error(started.code);
  await fresh.owner.query(`insert into platform.settings (name, value) values ('ledger.origin', '"yimen.test/cases/v1"')`);
  return { keys: started.keys, env: { DATABASE_URL: addressOf(fresh.connection) } };
}

const own = (): string => path.join(data, 'keys');
const ask = (options: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(options));

/** Every secret text of the key file. */
async function secrets(): Promise<string[]> {
  const text = await readFile(keyFileIn(own()), 'utf8');
  return [...text.matchAll(/"([A-Za-z0-9+/=]{40,})"/g)].map(([, secret = '']) => secret);
}

describe('yimen keys split and join', () => {
  test('any two of the three files rebuild the key file, byte for byte what its keys are; nothing secret is said', async () => {
    const { env } = await begun();
    const before = JSON.parse(await readFile(keyFileIn(own()), 'utf8')) as unknown;
    const to = path.join(data, 'shares');
    expect(await splitCommand(around('zh-HK', env), ask({ to }))).toBe(0);
    const files = (await readdir(to)).sort();
    expect(files.filter((file) => file.endsWith('.txt'))).toHaveLength(3);
    for (const file of files) expect((await stat(path.join(to, file))).mode & 0o777).toBe(0o600);
    const texts = files.filter((file) => file.endsWith('.txt')).map((file) => path.join(to, file));
    const page = await readFile(path.join(to, files.find((file) => file.endsWith('1.html')) ?? ''), 'utf8');
    expect(page).toContain(await readFile(texts[0] ?? '', 'utf8'));
    expect(page).toContain('<svg');
    for (const [first, second] of [[0, 1], [1, 2], [2, 0]] as const) {
      const into = path.join(data, `rebuilt-${first}`);
      expect(await joinCommand(around(), ask({ shares: `${texts[first]},${texts[second]}`, to: into }))).toBe(0);
      expect(JSON.parse(await readFile(keyFileIn(into), 'utf8'))).toEqual(before);
      expect((await stat(keyFileIn(into))).mode & 0o777).toBe(0o600);
    }
    for (const secret of await secrets()) expect(said.join('\n') + page).not.toContain(secret);
    expect(await joinCommand(around(), ask({ shares: texts.join(',') }))).toBe(1);
    expect(said.at(-1)).toContain('not overwritten');
  });

  test('one share, an altered one, and one of another file are refused in words that name it', async () => {
    const { env } = await begun();
    await splitCommand(around('en', env), ask({ to: path.join(data, 'a') }));
    await splitCommand(around('en', env), ask({ to: path.join(data, 'b') }));
    const of = async (folder: string) => (await readdir(path.join(data, folder))).filter((file) => file.endsWith('.txt')).sort().map((file) => path.join(data, folder, file));
    const [[one = '', two = '', three = ''], [stranger = '']] = [await of('a'), await of('b')];
    const join = async (...shares: string[]) => [await joinCommand(around('zh-CN'), ask({ shares: shares.join(','), to: path.join(data, 'c') })), said.at(-1)];
    expect(await join(one)).toEqual([1, '需要 2 个不同的分片，只给了 1 个。']);
    expect(await join(one, two, stranger)).toEqual([1, expect.stringContaining(path.basename(stranger))]);
    await writeFile(three, (await readFile(three, 'utf8')).replace(/^(02 .)(.)/m, (_all, start: string, letter: string) => start + (letter === '7' ? '8' : '7')));
    expect(await join(one, three)).toEqual([1, `分片 ${path.basename(three)} 第 2 行有误，请对照原件重新抄写。`]);
    expect(await join(one, keyFileIn(own()))).toEqual([1, 'keys.json 不是密钥分片，或不完整。']);
  });

  test('for named keepers each file opens with the identity of one alone', async () => {
    const { env } = await begun();
    const keepers = await Promise.all([newIdentity(), newIdentity(), newIdentity()]);
    const to = path.join(data, 'shares');
    expect(await splitCommand(around('en', env), ask({ to, recipients: keepers.map(({ recipient }) => recipient).join(',') }))).toBe(0);
    const files = (await readdir(to)).sort().map((file) => path.join(to, file));
    expect(files.map((file) => path.extname(file))).toEqual(['.age', '.age', '.age']);
    const identities = await Promise.all(keepers.map(async ({ identity }, at) => {
      const file = path.join(data, `keeper-${at}.txt`);
      await writeFile(file, `${identity}\n`, { mode: 0o600 });
      return file;
    }));
    const into = path.join(data, 'rebuilt');
    expect(await joinCommand(around(), ask({ shares: `${files[0]},${files[2]}`, identity: `${identities[0]},${identities[2]}`, to: into }))).toBe(0);
    await expect(joinCommand(around(), ask({ shares: `${files[0]},${files[2]}`, identity: `${identities[0]},${identities[1]}`, to: into }))).rejects.toThrow();
    await expect(splitCommand(around('en', env), ask({ to, recipients: keepers.slice(0, 2).map(({ recipient }) => recipient).join(',') }))).rejects.toThrow('3');
  });
});

describe('yimen keys status, rotate, rewrap and retire', () => {
  test('change the key of an installation and say what there is, without a key on the screen', async () => {
    const { keys, env } = await begun();
    const owners = Array.from({ length: 12 }, (_, at) => `0190b000-0000-7000-8000-${String(at).padStart(12, '0')}`);
    for (const owner of owners) await fresh?.owner.query('insert into platform.data_keys (owner_id, wrapped) values ($1, $2)', [owner, wrapKey(keys, owner, newDataKey(keys))]);
    expect(await statusCommand(around('en', env))).toBe(0);
    expect(said.at(-1)).toBe('  platform.data_keys: 12 data keys under version 1');
    expect(await rotateCommand(around('en', env))).toBe(0);
    // The thirteenth is that of the change itself.
    expect(said.at(-1)).toBe('13 data keys are wrapped under version 2 now; 0 are left.');
    expect(await rewrapCommand(around('en', env))).toBe(0);
    expect(await retireCommand(around('en', env), ask({ version: '2' }))).toBe(1);
    expect(said.at(-1)).toBe('Version 2 is the current one and cannot be retired.');
    expect(await retireCommand(around('en', env), ask({ version: '1' }))).toBe(1);
    expect(said.at(-1)).toMatch(/^The key file has only just changed\. Wait \d+ seconds/);
    for (const secret of await secrets()) expect(said.join('\n')).not.toContain(secret);
  });
});
