import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readVerifierKey } from '../server/platform/ledger/note-keys.ts';
import { isHttpUrl, readPolicyText } from '../server/platform/ledger/policy.ts';
import { lineOf } from './finding.ts';
import { monitorRound, type Memories, type Report, type Watch } from './round.ts';

/** The settings file, JSON; paths are relative to it. The database's address and the auditor's token may come from MONITOR_DATABASE_URL and MONITOR_TOKEN instead. */
export interface MonitorSettings {
  /** C2SP tlog-policy; its log lines carry the addresses of the logs */
  readonly policyFile: string;
  readonly stateFolder: string;
  readonly tokenFile?: string;
  readonly receiptsFolder?: string;
  /** public key of acceptance receipts, `<host>/receipts+…` */
  readonly receiptKey?: string;
  readonly databaseUrl?: string;
  /** is sent every report with findings, as JSON */
  readonly webhook?: string;
  readonly everySeconds?: number;
  /** after this long everything is read again from the beginning */
  readonly wholeEveryMinutes?: number;
  readonly staleAfterMinutes?: number;
}

const usage = `A monitor of the logs of Yimen

  monitor --settings FILE [--once]

--once: one whole round; the last line of the output is the report as JSON; exit code 0 nothing found, 1 findings, 2 settings
`;

interface Read {
  readonly watch: Watch;
  readonly webhook: string | undefined;
  readonly everyMs: number;
  readonly wholeEveryMs: number;
}

async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--settings');
  const file = at < 0 ? undefined : args[at + 1];
  if (file === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const read = readSettings(file);
  if (args.includes('--once')) {
    const report = await monitorRound(read.watch, new Map());
    await tell(report, read.webhook);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return report.findings.length > 0 ? 1 : 0;
  }
  return await run(read);
}

/** Round after round until it is told to stop; from time to time everything is read again, since what was read once could have been changed since. */
async function run({ watch, webhook, everyMs, wholeEveryMs }: Read): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const memories: Memories = new Map();
  let readWholeAt = Date.now();
  while (!stopping.signal.aborted) {
    if (Date.now() - readWholeAt >= wholeEveryMs) {
      memories.clear();
      readWholeAt = Date.now();
    }
    const report = await monitorRound(watch, memories);
    await tell(report, webhook);
    // What was found stays found: it is looked at whole again at once, not after the interval.
    if (report.findings.length > 0) memories.clear();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
  return 0;
}

async function tell(report: Report, webhook: string | undefined): Promise<void> {
  for (const finding of report.findings) process.stdout.write(`${report.at} ${lineOf(finding)}\n`);
  const sizes = report.logs.map((log) => `${log.origin} ${log.size}${log.entries ? '' : ' (hashes only)'}`).join(', ');
  process.stdout.write(`${report.at} ${report.findings.length === 0 ? 'whole' : `${report.findings.length} findings`}: ${sizes || 'no log'}; receipts ${report.receipts}; facts ${report.facts ?? 'not read'}; matters ${report.matters ?? 'not read'}; ${report.milliseconds} ms\n`);
  if (webhook === undefined || report.findings.length === 0) return;
  await fetch(webhook, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report), redirect: 'error', signal: AbortSignal.timeout(10_000) }).catch((error: unknown) => process.stderr.write(`webhook: ${String(error)}\n`));
}

function readSettings(file: string): Read {
  const { policyFile, stateFolder, tokenFile, receiptsFolder, receiptKey, databaseUrl, webhook, everySeconds = 60, wholeEveryMinutes = 10, staleAfterMinutes = 24 * 60 } = JSON.parse(readFileSync(file, 'utf8')) as MonitorSettings;
  const beside = (path: string): string => resolve(dirname(file), path);
  if (typeof policyFile !== 'string' || typeof stateFolder !== 'string') throw new Error(`${file}: policyFile and stateFolder are needed`);
  for (const [name, value] of Object.entries({ everySeconds, wholeEveryMinutes, staleAfterMinutes })) if (!(Number(value) > 0)) throw new Error(`${file}: ${name} cannot be used`);
  if (webhook !== undefined && !isHttpUrl(webhook)) throw new Error(`${file}: webhook cannot be used`);
  const policy = readPolicyText(readFileSync(beside(policyFile), 'utf8'));
  if (!policy.ok) throw new Error(`${policyFile}: ${policy.code} ${JSON.stringify(policy.params)}`);
  if (!policy.logs.some((one) => one.url !== undefined)) throw new Error(`${policyFile}: no log has an address`);
  const key = receiptKey === undefined ? undefined : readVerifierKey(receiptKey);
  if (key && !key.ok) throw new Error(`${file}: receiptKey cannot be used`);
  if ((key === undefined) !== (receiptsFolder === undefined)) throw new Error(`${file}: receiptsFolder and receiptKey belong together`);
  const token = process.env.MONITOR_TOKEN ?? (tokenFile === undefined ? undefined : readFileSync(beside(tokenFile), 'utf8').trim());
  const watch: Watch = {
    policy, stateFolder: beside(stateFolder), token, receipts: key && receiptsFolder !== undefined ? { folder: beside(receiptsFolder), key: key.key } : undefined,
    databaseUrl: process.env.MONITOR_DATABASE_URL ?? databaseUrl, staleAfterSeconds: staleAfterMinutes * 60, now: Date.now,
  };
  return { watch, webhook, everyMs: everySeconds * 1_000, wholeEveryMs: wholeEveryMinutes * 60_000 };
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  },
);
