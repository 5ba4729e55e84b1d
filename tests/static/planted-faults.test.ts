/** Each rule of ours that a linter keeps finds the fault planted for it (S-13): a rule that finds nothing any more, after an update or a moved folder, goes red here. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { secretsIn } from '../../tools/secrets/search.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [rule, route, page] = ['server/domains/matters/decide.ts', 'server/domains/matters/routes.ts', 'web/workbench/app.tsx'] as const;

/** A fault as somebody would write it, the file it stands in, and the rule that must find it. */
const planted: readonly { readonly what: string; readonly file: string; readonly text: string; readonly by: string }[] = [
  { what: 'SQL put together from pieces', file: route, text: 'export const found = (name: string): string => `select * from people.parties where name = $' + '{name}`;', by: 'no-restricted-syntax' },
  { what: 'SQL put together by +', file: route, text: `export const found = (name: string): string => 'delete from people.parties where name = ' + name;`, by: 'no-restricted-syntax' },
  { what: 'the clock of the process in a rule', file: rule, text: 'export const now = (): number => Date.now();', by: 'no-restricted-syntax' },
  { what: 'a new date in a rule', file: rule, text: 'export const now = (): Date => new Date();', by: 'no-restricted-syntax' },
  { what: 'chance in a rule', file: rule, text: 'export const drawn = (): number => Math.random();', by: 'no-restricted-syntax' },
  { what: 'input in a rule', file: rule, text: `export const read = (): Promise<unknown> => fetch('https://example.org');`, by: 'no-restricted-globals' },
  { what: 'foretellable chance in the server', file: route, text: 'export const code = (): string => String(Math.random());', by: 'no-restricted-properties' },
  { what: 'words past the log', file: route, text: `export const say = (): void => console.log('x');`, by: 'no-console' },
  { what: 'evaluated text', file: route, text: 'export const run = (text: string): unknown => eval(text) as unknown;', by: 'no-eval' },
  { what: 'a function made of text', file: route, text: 'export const made = (text: string): unknown => new Function(text);', by: 'no-new-func' },
  { what: 'a shell that reads input', file: route, text: `import { exec } from 'node:child_process';\nexport const run = (text: string): unknown => exec(text);`, by: 'security/detect-child-process' },
  { what: 'an expression made of input', file: route, text: 'export const made = (text: string): RegExp => new RegExp(text);', by: 'security/detect-non-literal-regexp' },
  { what: 'signs that turn the reading direction', file: route, text: `export const allowed = 'user\u202e // only admins\u2066';`, by: 'security/detect-bidi-characters' },
  { what: 'foretellable random bytes', file: route, text: `import crypto from 'node:crypto';\nexport const drawn = (): unknown => crypto.pseudoRandomBytes(16);`, by: 'security/detect-pseudoRandomBytes' },
  { what: 'a broken digest', file: route, text: `import { createHash } from 'node:crypto';\nexport const digest = (text: string): string => createHash('md5').update(text).digest('hex');`, by: 'no-restricted-syntax' },
  { what: 'a certificate nobody checks', file: route, text: 'export const options = { rejectUnauthorized: false };', by: 'no-restricted-syntax' },
  { what: 'a promise nobody waits for', file: route, text: 'const later = (): Promise<number> => Promise.resolve(1);\nexport const go = (): void => { later(); };', by: '@typescript-eslint/no-floating-promises' },
  { what: 'anything at all', file: route, text: 'export const open = (given: any): unknown => given;', by: '@typescript-eslint/no-explicit-any' },
  { what: 'types silenced without a reason', file: route, text: `// @ts-ignore\nexport const one = 1;`, by: '@typescript-eslint/ban-ts-comment' },
  { what: 'markup written into a page', file: page, text: 'export const show = (box: HTMLElement, words: string): void => { box.innerHTML = words; };', by: 'no-restricted-syntax' },
  { what: 'markup handed to React', file: page, text: 'export const Words = ({ words }: { words: string }) => <p dangerouslySetInnerHTML={{ __html: words }} />;', by: 'no-restricted-syntax' },
  { what: 'markup added to a page', file: page, text: `export const show = (box: HTMLElement, words: string): void => box.insertAdjacentHTML('beforeend', words);`, by: 'no-restricted-syntax' },
  { what: 'a page written anew', file: page, text: 'export const show = (words: string): void => document.write(words);', by: 'no-restricted-syntax' },
];

describe('The linter', () => {
  const linter = new ESLint({ cwd: root });
  const brokenIn = async (file: string, text: string): Promise<readonly (string | null)[]> => (await linter.lintText(`${text}\n`, { filePath: join(root, file) })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

  it.each(planted)('finds $what', async ({ file, text, by }) => {
    expect(await brokenIn(file, text)).toContain(by);
  }, 120_000);

  it('finds nothing where there is nothing', async () => {
    for (const file of [rule, route, page]) expect(await brokenIn(file, 'export const one = 1;')).toEqual([]);
  }, 120_000);
});

describe('The search for secrets', () => {
  /** Put together here, so that this file itself holds no secret. */
  const secrets: readonly (readonly [what: string, text: string])[] = [
    ['a private key', ['-----BEGIN RSA PRIVATE', ' KEY-----\n', 'MIIEowIBAAKCAQEA'.repeat(20), '\n-----END RSA PRIVATE', ' KEY-----'].join('')],
    ['a connection string with its password', ['postgres', '://yimen:', 'Vn3kq8Zr5tLw', '@db.example:5432/yimen'].join('')],
    ['an address with a password in it', ['https', '://clerk:', 'Vn3kq8Zr5tLw', '@example.gov.cn/'].join('')],
    ['a token of a code host', ['ghp', '_', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6'].join('')],
  ];

  it.each(secrets)('finds %s, and does not repeat it', async (_what, text) => {
    const found = await secretsIn('planted.ts', `export const one = 1;\n\n${text}\n`);
    expect(found).toMatchObject([{ line: 3 }]);
    expect(found[0]?.what).not.toContain(text.slice(-24));
  });

  it('finds nothing where there is none', async () => {
    expect(await secretsIn('planted.ts', 'export const held = 1;\n')).toEqual([]);
  });
});
