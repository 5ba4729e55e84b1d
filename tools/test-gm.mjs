/** `npm run test:gm`: the tests of sealing, of the vault, of people, of filing and handling, of back offices and of papers, all in an installation of the mode `gm`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = ['server/platform/crypto', 'server/platform/files', 'server/platform/keys', 'server/platform/db/run-command.test.ts', 'server/domains/people', 'server/domains/backoffices', 'server/domains/matters/routes', 'server/domains/matters/papers', 'tests/keys'];
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...parts], { cwd: root, stdio: 'inherit', env: { ...process.env, CRYPTO: 'gm' } });
process.exit(status ?? 1);
