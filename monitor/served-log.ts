/** A log as others see it: what stands below its public prefix (C2SP tlog-tiles). */
export interface ServedLog {
  /** The bytes at a path; undefined where there are none (404) or more than asked. Throws where nobody answers. */
  get(path: string, mostBytes: number): Promise<Buffer | undefined>;
  /** whether entries have to be given to us */
  readonly isAuditor: boolean;
}

const patience = 15_000;
const tries = 3;

/** The log over HTTP. `token` is an auditor's, sent with requests for entries only. Asked again twice where the server does not answer or is busy. */
export function servedLog(url: string, token: string | undefined): ServedLog {
  const prefix = url.replace(/\/$/, '');
  const ask = async (path: string, mostBytes: number): Promise<Buffer | undefined> => {
    const headers: Record<string, string> = token !== undefined && path.startsWith('tile/entries/') ? { authorization: `Bearer ${token}` } : {};
    const answer = await fetch(`${prefix}/${path}`, { headers, redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (answer.status >= 500 || answer.status === 429) throw new Error(`${path}: ${answer.status}`);
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return undefined;
    }
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of answer.body ?? []) {
      parts.push(part);
      bytes += part.length;
      if (bytes > mostBytes) return undefined;
    }
    return Buffer.concat(parts);
  };
  return {
    isAuditor: token !== undefined,
    async get(path, mostBytes) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await ask(path, mostBytes);
        } catch (error) {
          if (tried >= tries) throw error;
          await new Promise((resolve) => setTimeout(resolve, 200 * tried));
        }
      }
    },
  };
}

/** Does work over a list, `atOnce` at a time, results in the list's order. */
export async function inTurns<T, Result>(list: readonly T[], atOnce: number, work: (one: T) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < list.length; from += atOnce) results.push(...(await Promise.all(list.slice(from, from + atOnce).map(work))));
  return results;
}
