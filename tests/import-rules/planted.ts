/** A small tree that keeps every import rule: path → text. */
export const cleanTree: Readonly<Record<string, string>> = {
  'tsconfig.json': '{ "compilerOptions": { "module": "Preserve", "allowImportingTsExtensions": true, "noEmit": true } }',
  'package.json': '{ "type": "module", "dependencies": { "kysely": "*", "pg": "*", "typebox": "*", "fastify": "*" } }',
  ...Object.fromEntries(
    ['kysely', 'pg', 'typebox', 'fastify'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`],
      [`node_modules/${name}/index.js`, 'exports.one = 1;'],
    ]),
  ),
  'contract/language.ts': 'export type Language = string;',
  'contract/streets.ts': `import { one } from 'typebox'; import type { Language } from './language.ts'; export const streets: Language = String(one);`,
  'server/main.ts': `import { app } from './app.ts'; app();`,
  'server/app.ts': `import { lampRoutes } from './domains/lamps/routes.ts'; import { watchRoutes } from './domains/supervision/routes.ts'; import { open } from './platform/db/open.ts'; export const app = () => [lampRoutes, watchRoutes, open];`,
  'server/kernel/days.ts': `import { instant } from './instant.ts'; export const days = instant;`,
  'server/kernel/instant.ts': 'export const instant = 1;',
  'server/platform/db/open.ts': `import { one } from 'pg'; import { days } from '../../kernel/days.ts'; export const open = one + days;`,
  'server/platform/access/permission.ts': `import { instant } from '../../kernel/instant.ts'; export const anyone = instant;`,
  'server/platform/http/serve.ts': `import { one } from 'fastify'; export const serve = one;`,
  'server/domains/lamps/lamp.ts': `import { instant } from '../../kernel/instant.ts'; export const lamp = instant;`,
  'server/domains/lamps/decide.ts': `import { days } from '../../kernel/days.ts'; import { lamp } from './lamp.ts'; export const decide = lamp + days;`,
  'server/domains/lamps/policy.ts': `import { anyone } from '../../platform/access/permission.ts'; import { lamp } from './lamp.ts'; export const policy = anyone + lamp;`,
  'server/domains/lamps/lamp-view.ts': `import type { Language } from '../../../contract/language.ts'; export const view = (language: Language) => language;`,
  'server/domains/lamps/store.ts': `import { one } from 'kysely'; import { lamp } from './lamp.ts'; export const store = one + lamp;`,
  'server/domains/lamps/routes.ts': `import { decide } from './decide.ts'; import { store } from './store.ts'; import { policy } from './policy.ts'; import { view } from './lamp-view.ts'; import { streets } from '../../../contract/streets.ts'; import { poles } from '../poles/index.ts'; import { serve } from '../../platform/http/serve.ts'; export const lampRoutes = [decide, store, policy, view, streets, poles, serve];`,
  'server/domains/lamps/index.ts': `export { lamp } from './lamp.ts';`,
  'server/domains/poles/pole.ts': 'export const pole = 1;',
  'server/domains/poles/index.ts': `export { pole as poles } from './pole.ts';`,
  'server/domains/catalogue/item-checks.ts': `import { streets } from '../../../contract/streets.ts'; export const checks = streets;`,
  'server/domains/catalogue/policy.ts': `import { anyone } from '../../platform/access/permission.ts'; export const policy = anyone;`,
  'server/domains/supervision/routes.ts': `import { lamp } from '../lamps/index.ts'; export const watchRoutes = lamp;`,
  'server/domains/supervision/index.ts': `export { watchRoutes } from './routes.ts';`,
  'web/portal/page.tsx': `import type { Language } from '../../contract/language.ts'; export const page = (language: Language) => language;`,
};

/** A file put over the clean tree, and the one rule that must find it. */
export interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly path: string;
  readonly text: string;
}

const plant = (rule: string, what: string, path: string, text: string): Planted => ({ rule, what, path, text });

/** One planted fault, or more, for every rule of .dependency-cruiser.cjs. */
export const plantedFaults: readonly Planted[] = [
  plant('kernel-imports-only-kernel', 'the kernel reads a file', 'server/kernel/planted.ts', `import { readFileSync } from 'node:fs'; export const x = readFileSync;`),
  plant('kernel-imports-only-kernel', 'the kernel takes a library', 'server/kernel/planted.ts', `import { one } from 'fastify'; export const x = one;`),
  plant('kernel-imports-only-kernel', 'the kernel knows the contract, by a type alone', 'server/kernel/planted.ts', `import type { Language } from '../../contract/language.ts'; export type X = Language;`),
  plant('kernel-imports-only-kernel', 'the kernel asks the platform', 'server/kernel/planted.ts', `export { serve } from '../platform/http/serve.ts';`),
  plant('rule-files-import-kernel-and-own-rules', 'a rule serves HTTP', 'server/domains/lamps/decide.ts', `import { serve } from '../../platform/http/serve.ts'; export const decide = serve;`),
  plant('rule-files-import-kernel-and-own-rules', 'a rule knows the wire', 'server/domains/lamps/decide.ts', `import type { Language } from '../../../contract/language.ts'; export const decide = 1 as unknown as Language;`),
  plant('rule-files-import-kernel-and-own-rules', 'a rule takes a library', 'server/domains/lamps/decide.ts', `import { one } from 'fastify'; export const decide = one;`),
  plant('rule-files-import-kernel-and-own-rules', 'a policy asks more of the platform than its permissions', 'server/domains/lamps/policy.ts', `import { serve } from '../../platform/http/serve.ts'; export const policy = serve;`),
  plant('rule-files-import-kernel-and-own-rules', 'the catalogue asks the platform', 'server/domains/catalogue/item-checks.ts', `import { serve } from '../../platform/http/serve.ts'; export const checks = serve;`),
  plant('rule-files-import-kernel-and-own-rules', 'a wire file serves HTTP', 'server/domains/lamps/lamp-view.ts', `import { serve } from '../../platform/http/serve.ts'; export const view = () => serve;`),
  plant('rule-files-import-no-io', 'a rule asks the store', 'server/domains/lamps/decide.ts', `import { store } from './store.ts'; export const decide = store;`),
  plant('sql-only-in-stores', 'a route writes SQL', 'server/domains/poles/routes.ts', `import { one } from 'kysely'; export const x = one;`),
  plant('sql-only-in-stores', 'the HTTP face holds a connection', 'server/platform/http/planted.ts', `import { one } from 'pg'; export const x = one;`),
  plant('sql-only-in-stores', 'a job loads the driver when it runs', 'server/domains/poles/jobs.ts', `export const x = async () => (await import('pg')).one;`),
  plant('domains-meet-in-routes-and-jobs', 'a rule knows another domain', 'server/domains/lamps/decide.ts', `import { poles } from '../poles/index.ts'; export const decide = poles;`),
  plant('domains-meet-in-routes-and-jobs', 'a store knows another domain', 'server/domains/lamps/store.ts', `import { poles } from '../poles/index.ts'; export const store = poles;`),
  plant('domains-meet-through-the-door', 'a job goes round the door', 'server/domains/lamps/jobs.ts', `import { pole } from '../poles/pole.ts'; export const x = pole;`),
  plant('platform-knows-no-domain', 'the platform asks a domain', 'server/platform/http/planted.ts', `import { lamp } from '../../domains/lamps/index.ts'; export const x = lamp;`),
  plant('nobody-imports-supervision', 'a domain depends on supervision', 'server/domains/poles/routes.ts', `import { watchRoutes } from '../supervision/index.ts'; export const x = watchRoutes;`),
  plant('contract-stands-alone', 'the contract knows the kernel', 'contract/planted.ts', `import { instant } from '../server/kernel/instant.ts'; export const x = instant;`),
  plant('contract-stands-alone', 'the contract takes a library of its own', 'contract/planted.ts', `import { one } from 'fastify'; export const x = one;`),
  plant('web-never-imports-server', 'a page knows the kernel', 'web/portal/planted.tsx', `import { instant } from '../../server/kernel/instant.ts'; export const x = instant;`),
  plant('nobody-imports-main', 'a tool of the server starts the process', 'server/planted.ts', `import './main.ts';`),
  plant('no-cycles', 'two rules need each other', 'server/domains/lamps/lamp.ts', `import { decide } from './decide.ts'; export const lamp = decide;`),
  plant('everything-resolves', 'an import leads nowhere', 'server/platform/http/planted.ts', `import { gone } from './gone.ts'; export const x = gone;`),
];
