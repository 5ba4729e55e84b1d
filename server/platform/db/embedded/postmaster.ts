import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { programEnvironment } from './cluster.ts';
import { processFacts } from './process-facts.ts';
import { reasonOf, startRefusal } from './refusal.ts';
import type { RunAs } from './run-as.ts';

/** One running PostgreSQL main process: its number, and its identity so that a recycled number is never taken for it. */
export type Postmaster = { readonly pid: number; readonly identity: string };

/** Whether that very process still runs. */
export function stillRuns(postmaster: Postmaster): boolean {
  const facts = processFacts(postmaster.pid);
  return facts !== null && !facts.zombie && facts.identity === postmaster.identity;
}

const largestLogBytes = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL in a session of its own: Ctrl-C in a terminal reaches the whole foreground group, and the server must be able to finish
 * its work before its database goes. The log is appended to `log`, the file before it kept as `.1`.
 */
export async function launch(program: string, args: readonly string[], runAs: RunAs, log: string): Promise<Postmaster> {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(log, `${log}.1`);
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(program, args, { ...runAs, cwd: '/', detached: true, stdio: ['ignore', output, output], env: programEnvironment });
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    await Promise.race([failed, new Promise<void>((resolve) => child.once('spawn', resolve))]);
    child.unref();
    return { pid: child.pid ?? 0, identity: processFacts(child.pid ?? 0)?.identity ?? 'ended' };
  } catch (error) {
    throw startRefusal('database.not_started', { reason: reasonOf(error), log }, error);
  } finally {
    closeSync(output);
  }
}

/** The reason PostgreSQL wrote into its log since the byte `from`: its first FATAL or PANIC line that does not answer one of our own early attempts. */
export function complaintIn(log: string, from: number): string | null {
  const text = readFileSync(log).subarray(from).toString('utf8');
  return /^.*(?:FATAL|PANIC): +(?! |the database system is )(.*)$/m.exec(text)?.[1] ?? null;
}

/** What an attempt to connect came to: a connection, a server without that database, or not yet. */
export type Attempt = { readonly client: Client } | 'no such database' | 'not yet';

// 57P03 cannot_connect_now: starting, recovering or stopping (PostgreSQL manual, appendix A).
const notYet = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EAGAIN', 'EPIPE', '57P03', '53300']);

/** Tries one connection. Any error that waiting cannot cure is thrown. */
export async function attempt(connection: ClientConfig): Promise<Attempt> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // a connection cut after this point shows itself in the next query
  try {
    await client.connect();
    return { client };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    await client.end().catch(() => undefined);
    if (code === '3D000') return 'no such database';
    if (notYet.has(code) || (code === '' && /terminated|timeout/i.test(reasonOf(error)))) return 'not yet';
    throw error;
  }
}

/** Connects as soon as the server takes connections; null when its process ends or the time is over first. Log lines are not looked at. */
export async function connectWhenReady(connection: ClientConfig, postmaster: Postmaster, patienceMs: number): Promise<Exclude<Attempt, 'not yet'> | null> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = 5; performance.now() < giveUpAt; pauseMs = Math.min(pauseMs * 1.5, 100)) {
    const result = await attempt(connection);
    if (result !== 'not yet') return result;
    if (!stillRuns(postmaster)) return null;
    await sleep(pauseMs);
  }
  return null;
}

/** Milliseconds each step of a stop is given: fast (SIGINT), immediate (SIGQUIT); then the process is ended by force. */
export type StopPatience = { readonly fastMs: number; readonly immediateMs: number };

/** Stops PostgreSQL and waits until it is gone. Resolves at once when it is not running any more. */
export async function stopPostmaster(postmaster: Postmaster, patience: StopPatience): Promise<void> {
  if (await signalAndWait(postmaster, 'SIGINT', patience.fastMs)) return;
  if (await signalAndWait(postmaster, 'SIGQUIT', patience.immediateMs)) return;
  // What was acknowledged is on disk: recovery at the next start brings it back.
  if (await signalAndWait(postmaster, 'SIGKILL', 10_000)) return;
  throw new Error(`PostgreSQL process ${postmaster.pid} cannot be ended`);
}

async function signalAndWait(postmaster: Postmaster, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + patienceMs;
  if (!signalIfSame(postmaster, signal)) return true;
  if (signal !== 'SIGKILL') signalIfSame(postmaster, 'SIGCONT'); // a stopped process takes no other signal
  while (stillRuns(postmaster)) {
    if (performance.now() > giveUpAt) return false;
    await sleep(15);
  }
  return true;
}

/** Sends a signal to that very process; false when it is gone. */
export function signalIfSame(postmaster: Postmaster, signal: NodeJS.Signals): boolean {
  if (!stillRuns(postmaster)) return false;
  try {
    process.kill(postmaster.pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
