import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './programs.ts';

/** Something a scanner says is wrong. */
export interface Finding {
  readonly scanner: 'wapiti' | 'sqlmap' | 'gate';
  readonly who: string;
  /** the scanner's own word for it */
  readonly what: string;
  /** method and address, where it was */
  readonly where: string;
  readonly parameter: string;
  readonly told: string;
}

/** How long and how wide wapiti goes. */
export interface WapitiBounds {
  readonly modules: readonly string[];
  readonly crawlSeconds: number;
  readonly moduleSeconds: number;
  readonly depth: number;
  readonly linksPerPage: number;
}

/**
 * All modules of wapiti 3.0.4 that judge an answer, but `csrf`, which asks for a token field in the forms that our own gate made of JSON calls (each writing operation and each form is tried
 * without its token by tests of our own), `wapp` and `nikto`, which fetch their lists from the internet, and `buster` and `brute_login_form`, which guess names and passwords: our own S-06.
 */
export const wapitiModules = ['cookieflags', 'csp', 'http_headers', 'xss', 'permanentxss', 'sql', 'blindsql', 'exec', 'file', 'crlf', 'redirect', 'ssrf', 'xxe', 'htaccess', 'methods', 'shellshock', 'backup'] as const;

interface Told {
  readonly method: string;
  readonly path: string;
  readonly info: string;
  readonly parameter?: string | null;
}

type Kinds = Readonly<Record<string, readonly Told[]>>;

/** Crawls from `/` and `starts` and attacks what it met; `cut` are the modules whose time was up before they had tried everything. Throws where wapiti did not come to its end: then nobody knows what it would have found. */
export async function wapiti(target: { readonly who: string; readonly url: string; readonly starts: readonly string[] }, outsideUrl: string, folder: string, bounds: WapitiBounds): Promise<{ readonly found: readonly Finding[]; readonly cut: readonly string[] }> {
  const report = join(folder, 'report.json');
  const args = [
    '-u', `${target.url}/`, '--scope', 'folder', ...target.starts.flatMap((path) => ['-s', target.url + path]), '-m', bounds.modules.join(','), '-f', 'json', '-o', report,
    '--no-bugreport', '--endpoint', outsideUrl, '--store-session', folder, '--store-config', folder, '--flush-session', '-t', '30', '-v', '0', '-d', String(bounds.depth),
    '--max-links-per-page', String(bounds.linksPerPage), '--max-scan-time', String(bounds.crawlSeconds), '--max-attack-time', String(bounds.moduleSeconds), '-H', 'Accept-Language: en',
  ];
  const mostMs = (bounds.crawlSeconds + bounds.moduleSeconds * bounds.modules.length) * 2_000 + 120_000;
  const ended = await run('wapiti', args, folder, mostMs);
  if (ended.code !== 0) throw new Error(`wapiti as ${target.who} did not end (${ended.code ?? 'stopped'}):\n${ended.output.slice(-1_500)}`);
  const crash = /Traceback \(most recent call last\)[\s\S]*/.exec(ended.output)?.[0];
  if (crash !== undefined) throw new Error(`wapiti as ${target.who} broke:\n${crash.slice(0, 1_500)}`);
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as { vulnerabilities: Kinds; anomalies: Kinds };
  const cut = [...ended.output.matchAll(/Max attack time was reached for module (\w+)/g)].map(([, name]) => name ?? '');
  const found = [vulnerabilities, anomalies].flatMap((kinds) => Object.entries(kinds)).flatMap(([what, all]) => all.map((one): Finding => ({ scanner: 'wapiti', who: target.who, what, where: `${one.method} ${one.path}`, parameter: one.parameter ?? '', told: one.info })));
  return { found, cut };
}
