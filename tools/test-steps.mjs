import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs every step and prints the summary; true when nothing failed. */
export async function runAll(quick) {
  const steps = [
    // Each of these keeps one core busy: two at a time, the longest first, so that they end together.
    () => sideBySide([() => runScript('lint'), () => runScript('types'), () => runScript('secrets'), () => runScript('made'), () => runScript('imports')], 2),
    () => runTests('tests', []),
    ...(quick ? [] : [() => runScript('build'), () => runFigures('simulate'), () => runFigures('faults'), () => sideBySide([() => runTests('browser', [...browser, '--project', 'city']), () => runTests('own-city', [...browser, '--project', 'own-city'])], 2)]),
  ];
  const outcomes = [];
  for (const step of steps) outcomes.push(...[await step()].flat());
  console.log('');
  for (const { name, passed, failed, seconds, figures } of outcomes) {
    const count = passed === null ? '' : `${passed} passed, ${failed} failed, `;
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${count}${seconds.toFixed(1)} s${figures ? ` ${figures}` : ''}`);
  }
  // Once more at the very end, where whoever sees only the last lines looks.
  for (const { name, faults } of outcomes) for (const fault of faults ?? []) console.log(`FAILED ${name.padEnd(8)} ${fault}`);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${outcomes.reduce((sum, outcome) => sum + (outcome.passed ?? 0), 0)} passed, ${failed} failed`);
  return failed === 0;
}

const browser = ['--config', 'e2e/vitest.config.ts'];

/** Runs steps, at most so many at a time; their outcomes in the order of the steps. What one prints is kept and shown together when it has ended. */
async function sideBySide(steps, atOnce) {
  const open = [...steps.entries()];
  const outcomes = [];
  const lane = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const [place, step] = next;
      outcomes[place] = await step();
    }
  };
  together = true;
  await Promise.all(Array.from({ length: atOnce }, lane));
  together = false;
  return outcomes;
}

/** A script of package.json that passes or fails as a whole. */
async function runScript(name) {
  const { status, seconds, said } = await timed(name, ...npmCommand(['run', '--silent', name]));
  return { name, passed: null, failed: status === 0 ? 0 : 1, seconds, faults: status === 0 ? [] : lastWords(said) };
}

/** What a step that failed said was wrong: its lines BROKEN where it has such, else its last ones. */
function lastWords(said) {
  const lines = said.split('\n').map((line) => line.trimEnd().slice(0, 400)).filter((line) => line !== '');
  const broken = lines.filter((line) => line.startsWith('BROKEN'));
  return broken.length > 0 ? broken.slice(0, 40) : lines.slice(-8);
}

/** As runScript, of a script whose last line is its figures as one JSON object: they are shown in the summary. */
async function runFigures(name) {
  const { status, seconds, lastLine, said } = await timed(name, ...npmCommand(['run', '--silent', name]));
  const isFigures = /^\{.*\}$/.test(lastLine);
  const failed = status === 0 && isFigures ? 0 : 1;
  return { name, passed: null, failed, seconds, figures: isFigures ? lastLine : 'no figures', faults: failed === 0 ? [] : [`ended with ${status}`, ...lastWords(said)] };
}

/** A run of the test runner, counted by its own report. */
async function runTests(name, args) {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status, seconds } = await timed(name, process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters]);
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

/** Whether steps run beside each other, and each keeps what it prints until it has ended. */
let together = false;

/** Runs a command under a heading of its own. */
function timed(name, command, args) {
  const started = performance.now();
  const kept = together ? [] : undefined;
  const show = (text) => (kept ? void kept.push(text) : void process.stdout.write(text));
  let answer = '';
  let said = '';
  show(`\n— ${name} —\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    // Whole characters, wherever a pipe cuts them.
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => show(text, (said = (said + text).slice(-65_536))));
    child.stdout.on('data', (text) => (answer = (answer + text).slice(-65_536)));
    child.once('error', (error) => show(`${error.message}\n`));
    const end = (status) => {
      if (kept) process.stdout.write(kept.splice(0).join(''));
      resolve({ status, seconds: (performance.now() - started) / 1000, lastLine: answer.trimEnd().split('\n').at(-1) ?? '', said });
    };
    child.once('close', (status, signal) => end(status ?? signal));
    // What a step left running holds its output open; the step itself is over.
    child.once('exit', (status, signal) => void setTimeout(end, 5_000, status ?? signal).unref());
  });
}
