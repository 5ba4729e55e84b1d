import { run } from './programs.ts';
import type { Finding } from './wapiti.ts';

/** One form to be tried: where, with which fields, which of them. */
export interface SqlTarget {
  readonly who: string;
  readonly url: string;
  /** sent as a form; without it the address has the parameters */
  readonly form?: readonly (readonly [string, string])[];
  readonly fields: readonly string[];
  /** Only fields that answer oddly to odd text are tried to the end: for those where only numbers, choices and patterns pass. */
  readonly whereOdd?: boolean;
}

/** What came of it; `unended` where its time was up or sqlmap gave up, with its last words. */
export interface SqlOutcome {
  readonly findings: readonly Finding[];
  readonly unended?: string;
}

/** Tries them with `--risk 2 --level 3`. Our only database is PostgreSQL, which it is told: other databases' words are left out. */
export async function sqlmap(target: SqlTarget, folder: string, mostMs: number): Promise<SqlOutcome> {
  const form = target.form && target.form.map(([name, value]) => `${name}=${encodeURIComponent(value === '' ? '1' : value)}`).join('&');
  const args = [
    '-u', target.url, ...(form === undefined ? [] : ['--data', form]), '-p', target.fields.join(','), '--batch', '--risk', '2', '--level', '3', '--dbms', 'PostgreSQL', '--disable-coloring', '--flush-session',
    '--output-dir', folder, '--tmp-dir', folder, '--no-logging', '--skip-waf', '--timeout', '30', '--retries', '1', '--keep-alive', '--ignore-code', '400,401,403,404,409,413,415,422,429', ...(target.whereOdd ? ['--smart'] : []),
  ];
  const { code, output } = await run('sqlmap', args, folder, mostMs);
  const points = [...output.matchAll(/^Parameter: (.+?) \(/gm)].map(([, name]) => name ?? '');
  const titles = [...output.matchAll(/^ +Title: (.+)$/gm)].map(([, title]) => title).join('; ');
  const findings = [...new Set(points)].map((parameter): Finding => ({ scanner: 'sqlmap', who: target.who, what: 'SQL injection', where: `${form === undefined ? 'GET' : 'POST'} ${new URL(target.url).pathname}`, parameter, told: titles }));
  if (findings.length > 0 || (code === 0 && output.includes('do not appear to be injectable'))) return { findings };
  return { findings, unended: code === null ? 'its time was up' : (output.trim().split('\n').filter((line) => /CRITICAL|ERROR|WARNING/.test(line)).at(-1) ?? output.slice(-300)) };
}
