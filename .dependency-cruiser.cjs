/**
 * Who may import whom (docs/architecture.md §1). Every rule is an error, and every rule is proven by a planted violation:
 * tests/import-rules/import-rules.test.ts.
 */
const { ioFiles, wireFiles } = require('./tests/import-rules/io-files.cjs');

const names = (files) => `(?:${files.map((name) => name.replace(/\./g, '\\.').replace(/\*/g, '[^/]*')).join('|')})$`;
const only = (...wanted) => names(ioFiles.filter((name) => wanted.some((word) => name === `${word}.ts` || name === `*-${word}.ts` || name === `${word}-*.ts`)));

const tests = '\\.test\\.tsx?$|^tests/|^e2e/|^bench/|^server/testing/';
const io = `^server/domains/[^/]+/${names(ioFiles)}`;
const wire = `^server/domains/[^/]+/${names(wireFiles)}`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('kernel-imports-only-kernel', 'The kernel is pure: no library, no Node, nothing else of ours.',
      { path: '^server/kernel/', pathNot: tests }, { pathNot: '^server/kernel/' }),

    rule('rule-files-import-kernel-and-own-rules', 'Rules are pure and know the kernel and their own domain. The three openings below lead to pure things only.',
      { path: '^server/domains/', pathNot: [tests, io, wire, '^server/domains/[^/]+/policy\\.ts$', '^server/domains/catalogue/'] },
      { pathNot: ['^server/kernel/', '^server/domains/'] }),
    rule('rule-files-import-kernel-and-own-rules', 'policy.ts: also the permission values of platform/access, which import only the kernel.',
      { path: '^server/domains/([^/]+)/policy\\.ts$' }, { pathNot: ['^server/kernel/', '^server/domains/', '^server/platform/access/permission\\.ts$'] }),
    rule('rule-files-import-kernel-and-own-rules', 'Files that shape what goes over the wire, and the catalogue, whose items have the shape of the contract: also the contract.',
      { path: [wire, '^server/domains/catalogue/'], pathNot: [tests, io, '^server/domains/[^/]+/policy\\.ts$'] }, { pathNot: ['^server/kernel/', '^server/domains/', '^contract/', 'node_modules/typebox/'] }),
    rule('rule-files-import-no-io', 'A rule asks nobody: what it needs arrives with the command.',
      { path: '^server/domains/([^/]+)/', pathNot: [tests, io] }, { path: `^server/domains/$1/${names(ioFiles)}` }),

    rule('sql-only-in-stores', 'SQL is written in store.ts and views.ts, in the platform’s own database code, and in the log over the facts.',
      { path: '^server/', pathNot: [tests, `^server/domains/[^/]+/${only('store', 'views')}`, '^server/platform/(db|jobs)/', '^server/platform/ledger/log/'] },
      { path: 'node_modules/(@types/)?(kysely|pg|pg-[^/]+|postgres)/' }),

    rule('domains-meet-in-routes-and-jobs', 'Only routes.ts and jobs.ts of a domain know another.',
      { path: '^server/domains/([^/]+)/', pathNot: [tests, `^server/domains/[^/]+/${only('routes', 'jobs')}`] },
      { path: '^server/domains/', pathNot: '^server/domains/$1/' }),
    rule('domains-meet-through-the-door', 'The other domain’s index.ts is its only door.',
      { path: `^server/domains/([^/]+)/${only('routes', 'jobs')}` },
      { path: '^server/domains/', pathNot: ['^server/domains/$1/', '^server/domains/[^/]+/index\\.ts$'] }),

    rule('platform-knows-no-domain', 'The platform serves every domain alike; app.ts joins them.',
      { path: '^server/platform/', pathNot: tests }, { path: '^server/(domains/|app\\.ts)|^web/' }),
    rule('nobody-imports-supervision', 'Supervision reads the others’ doors; nobody depends on it. app.ts wires it, problems.ts lists its refusals.',
      { path: '^(server|web|contract|tools)/', pathNot: [tests, '^server/domains/supervision/', '^server/(app|problems)\\.ts$'] }, { path: '^server/domains/supervision/' }),
    rule('contract-stands-alone', 'Wire shapes: schemas and sentences, nothing of ours, no library but the schema builder.',
      { path: '^contract/', pathNot: tests }, { pathNot: ['^contract/', 'node_modules/typebox/'] }),
    rule('web-never-imports-server', 'Screens know the contract and what the server answers.',
      { path: '^web/', pathNot: tests }, { path: '^server/' }),
    rule('nobody-imports-main', 'main.ts starts the process; app.ts is what others build.', {}, { path: '^server/main\\.ts$' }),
    rule('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    rule('everything-resolves', 'An import that cannot be found escapes every other rule.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'] },
  },
};
