/**
 * Computes due dates as the program does, so that anybody can hold our dates against his own (docs/how-to/check-our-dates.md):
 *   npm run -s limits:due -- FILE.json      `-` reads standard input
 *   npm run -s limits:due -- --published-only FILE.json      without the provisional year
 * Prints a JSON array with one answer for each entry. What is wrong in the file is said on standard error, each with its place; it ends with 2 then and computes nothing.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { limitInputMessages } from '../contract/messages/limits-input.ts';
import { answerOf, calendarOf, inAll } from './limits-due-answers.ts';
import { readEntries, type InputFault } from './limits-due-entries.ts';

const usage = 'npm run -s limits:due -- [--published-only] FILE.json   (docs/how-to/check-our-dates.md)';

function run(): number {
  const { values, positionals } = parseArgs({ options: { 'published-only': { type: 'boolean', default: false } }, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return refuse([], usage);
  const json = readJson(path);
  if ('code' in json) return refuse([json]);
  const read = readEntries(json.value);
  if (!read.ok) return refuse(read.faults);
  const calendar = calendarOf(values['published-only']);
  console.log(JSON.stringify(read.entries.map((entry) => answerOf(entry, calendar)), null, 2));
  return 0;
}

function readJson(path: string): { readonly value: unknown } | InputFault {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return { field: '$', code: 'limits.input.not_readable', params: { value: path } };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (cause) {
    return { field: '$', code: 'limits.input.not_json', params: { value: cause instanceof Error ? cause.message : String(cause) } };
  }
}

function refuse(faults: readonly InputFault[], line?: string): number {
  if (line !== undefined) console.error(line);
  for (const { field, code, params } of faults) {
    const said = inAll(limitInputMessages[code], params);
    console.error(`${field}: ${said.en} ${said['zh-CN']}`);
  }
  return 2;
}

try {
  process.exitCode = run();
} catch (cause) {
  // parseArgs throws for a flag that is not known; anything else is a bug and shows itself.
  if (!(cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))) throw cause;
  console.error(`${cause.message}\n${usage}`);
  process.exitCode = 2;
}
