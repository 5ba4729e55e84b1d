import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs every step and prints the summary; true when nothing failed. */
export function runAll(quick) {
  const steps = [
    () => runScript('lint'),
    () => runScript('types'),
    () => runScript('imports'),
    () => runScript('made'),
    () => runTests('tests', []),
    ...(quick ? [] : [() => runScript('build'), () => runTests('browser', ['--config', 'e2e/vitest.config.ts'])]),
  ];
  const outcomes = steps.map((step) => step());
  console.log('');
  for (const { name, passed, failed, seconds } of outcomes) {
    const count = passed === null ? '' : `${passed} passed, ${failed} failed, `;
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${count}${seconds.toFixed(1)} s`);
  }
  // Once more at the very end, where whoever sees only the last lines looks.
  for (const { name, faults } of outcomes) for (const fault of faults ?? []) console.log(`FAILED ${name.padEnd(8)} ${fault}`);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${outcomes.reduce((sum, outcome) => sum + (outcome.passed ?? 0), 0)} passed, ${failed} failed`);
  return failed === 0;
}

/** A script of package.json that passes or fails as a whole. */
function runScript(name) {
  console.log(`\n— ${name} —`);
  const { status, seconds } = timed(...npmCommand(['run', '--silent', name]));
  return { name, passed: null, failed: status === 0 ? 0 : 1, seconds };
}

/** A run of the test runner, counted by its own report. */
function runTests(name, args) {
  console.log(`\n— ${name} —`);
  const folder = mkdtempSync(join(tmpdir(), 'yimen-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status, seconds } = timed(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters]);
  const { passed, failed, faults } = existsSync(report) ? countOf(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, faults: [] };
  rmSync(folder, { recursive: true });
  // The runner may fail without a failed test, for instance by an error nobody caught: that is a failure too.
  return { name, passed, failed: status === 0 ? failed : Math.max(failed, 1), faults, seconds };
}

/** Tests passed and failed; a file that could not even be loaded is one failure. Each failure with the first line of what was wrong. */
function countOf(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const wrong = report.testResults.flatMap((file) => file.assertionResults.filter((one) => one.status === 'failed').map((one) => faultLine(file, one.fullName, one.failureMessages?.[0])));
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, faults: [...unloaded.map((file) => faultLine(file, 'could not be loaded', file.message)), ...wrong] };
}

const faultLine = (file, what, message = '') => `${relative(root, file.name)}: ${what}: ${message.split('\n')[0]}`;

function timed(command, args) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return { status, seconds: (performance.now() - started) / 1000 };
}
