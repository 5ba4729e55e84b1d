import { builtinModules } from 'node:module';
import reactHooks from 'eslint-plugin-react-hooks';
import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';
import { ioFiles } from './tests/import-rules/io-files.cjs';

/** House rules that are a shape of the syntax; each block that adds some repeats these, since a later block replaces the list. */
const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: a union of string literals instead of an enum.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Erasable syntax only: a file is the namespace.' },
  { selector: 'TSParameterProperty', message: 'Erasable syntax only: no parameter properties.' },
  {
    selector: ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression) > Literal.source[value=/^\\.{1,2}\\u002f(?!.*\\.(tsx?|m?js|cjs|json|css|svg)$)/]',
    message: 'Import with the file extension.',
  },
  ...[
    'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]', 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    'CallExpression > MemberExpression.callee[property.name="insertAdjacentHTML"]', 'CallExpression > MemberExpression.callee[object.name="document"][property.name=/^write(ln)?$/]',
  ].map((selector) => ({ selector, message: 'Text goes into a page as text (C-IN-5).' })),
  { selector: 'Property[key.name="rejectUnauthorized"][value.value=false]', message: 'A certificate is checked, or the connection is not made.' },
  { selector: 'CallExpression[callee.name=/^create(Hash|Hmac)$/][arguments.0.value=/^(md5|sha1)$/i]', message: 'Broken digests prove nothing: SHA-256 or SM3.' },
];

const namedExports = [{ selector: 'ExportDefaultDeclaration', message: 'Named exports only: one word per concept, everywhere the same.' }];

/** SQL put together from pieces; values are bound, and the pieces live where SQL lives. */
const noBuiltSql = [
  {
    selector: ':not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0][quasis.0.value.raw=/^\\s*(select|insert into|update|delete from|with|truncate|alter|create|drop|grant)\\s/i]',
    message: 'SQL is written in store.ts and views.ts, its values bound.',
  },
  {
    selector: 'BinaryExpression[operator="+"] > Literal[value=/^\\s*(select\\s.+\\sfrom|insert into|update\\s.+\\sset|delete from)\\s/i]',
    message: 'SQL is written in store.ts and views.ts, its values bound.',
  },
];

/** Rules are pure (house rule 2): time, actor and generated ids arrive on the command; a refusal is a value. */
const pure = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time arrives on the command.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time arrives on the command.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time arrives on the command.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance arrives on the command.' },
  { selector: 'AwaitExpression', message: 'Rules are pure: no input or output.' },
  { selector: 'ForOfStatement[await=true]', message: 'Rules are pure: no input or output.' },
  { selector: ':function[async=true]', message: 'Rules are pure: no input or output.' },
  { selector: 'ThrowStatement', message: 'A refusal is a value; an exception is a bug.' },
];
const outside = ['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console', 'globalThis', 'window', 'document', 'localStorage'];

const tests = ['**/*.test.{ts,tsx}', 'tests/**', 'e2e/**', 'bench/**', 'server/testing/**'];

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'var/', 'coverage/', 'web/client/openapi.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-debugger': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-unreachable': 'error',
      'no-self-compare': 'error',
      'no-async-promise-executor': 'error',
      'no-promise-executor-return': 'off',
      'no-unsafe-finally': 'error',
      'no-template-curly-in-string': 'error',
      'no-control-regex': 'off',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 60],
    },
  },
  {
    // Faults of security that a shape shows (S-13). Left out: detect-object-injection and detect-non-literal-fs-filename (every index and every path of a server is one),
    // detect-possible-timing-attacks (names a comparison with undefined; secrets are compared by timingSafeEqual or by their hash in the database), and detect-unsafe-regex
    // (counts stars and takes linear expressions for slow ones; those that read what strangers send are timed in tests/static/slow-expressions.test.ts).
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    plugins: { security },
    rules: Object.fromEntries(
      [
        'detect-bidi-characters', 'detect-buffer-noassert', 'detect-child-process', 'detect-disable-mustache-escape', 'detect-eval-with-expression', 'detect-new-buffer', 'detect-no-csrf-before-method-override',
        'detect-pseudoRandomBytes',
      ].map((rule) => [`security/${rule}`, 'error']),
    ),
  },
  {
    files: ['server/**/*.ts', 'web/**/*.{ts,tsx}', 'contract/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { security },
    rules: { 'security/detect-non-literal-regexp': 'error', 'security/detect-non-literal-require': 'error' },
  },
  {
    // Written so that a Node.js too old to run us can still read it and say so.
    files: ['tools/check-node.mjs'],
    rules: { 'no-var': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-imports': ['error', { paths: builtinModules.filter((name) => !name.startsWith('node:') && !name.startsWith('_')).map((name) => ({ name, message: `Write node:${name}.` })) }],
      'no-restricted-syntax': ['error', ...everywhere, ...namedExports, ...noBuiltSql],
    },
  },
  {
    // SQL lives here; its pieces are constants of ours and names the platform quotes, its values always bound.
    files: ['server/domains/*/{store,views}.ts', 'server/domains/*/*-{store,views}.ts', 'server/platform/db/**', 'server/platform/jobs/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...namedExports] },
  },
  {
    // A table of cases is one function however long it is; tests may write any SQL against their own database.
    files: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...namedExports], 'max-lines-per-function': 'off' },
  },
  {
    // Tools that want a default export: the test runner's set-up, configuration files, declarations of packages without types.
    files: ['tests/global-setup.ts', 'e2e/*-setup.ts', '**/*.config.{ts,js}', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['server/kernel/**/*.ts', 'server/domains/**/*.ts'],
    ignores: ['**/*.test.ts', ...ioFiles.map((name) => `server/domains/*/${name}`)],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...namedExports, ...noBuiltSql, ...pure],
      'no-restricted-globals': ['error', ...outside.map((name) => ({ name, message: 'Rules are pure: what they need arrives with the command.' }))],
    },
  },
  {
    // One way out for what the running server says (C-PR-5): typed lines, looked through for particulars. The words of the start and the command line are for whoever typed it.
    files: ['server/**/*.ts'],
    ignores: ['**/*.test.ts', 'server/cli/**', 'server/main.ts', 'server/testing/**', 'server/platform/log/**', 'server/platform/db/embedded/planted-server.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error', ...['stdout', 'stderr'].map((property) => ({ object: 'process', property, message: 'Tell it through server/platform/log.' })),
        { object: 'Math', property: 'random', message: 'Chance that somebody might like to foretell comes from node:crypto.' },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
