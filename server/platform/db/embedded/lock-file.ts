import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { processFacts, signalMeets } from './process-facts.ts';

/** Holds a folder for one server process. */
export type FolderLock = {
  /** Gives the folder free. Safe to call twice, and from an exit handler. */
  release(): void;
};

/** Who holds a lock: process number, the process's identity (see `ProcessFacts.identity`) and a word that no other lock carries. */
type Holder = { readonly pid: number; readonly identity: string; readonly nonce: string };

/**
 * Takes the lock file at `path` for this process, or says which living process has it. A lock left by a dead process, also one whose
 * number has since been given to another process, is taken over. Two processes that take over at the same moment cannot both win:
 * only the holder of `<path>.after-<nonce of the dead>` may replace the dead lock, and that file can be made only once at a time.
 * Kept by the test "Of twelve servers that take over a dead lock at once exactly one wins".
 */
export function takeLock(path: string): FolderLock | { readonly heldBy: number } {
  const own: Holder = { pid: process.pid, identity: processFacts(process.pid)?.identity ?? 'unknown', nonce: randomUUID() };
  for (;;) {
    if (place(path, own)) return lockAt(path, own);
    const found = read(path);
    if (found === 'absent') continue;
    if (isHeld(found)) return { heldBy: found.pid };
    const outcome = takeOver(path, nonceOf(found), own);
    if (outcome === 'taken') return lockAt(path, own);
    if (outcome !== 'again') return outcome;
  }
}

function takeOver(path: string, deadNonce: string, own: Holder): 'taken' | 'again' | { readonly heldBy: number } {
  const claim = `${path}.after-${deadNonce}`;
  if (!place(claim, own)) {
    const other = read(claim);
    if (other === 'absent') return 'again';
    if (isHeld(other)) return { heldBy: other.pid };
    // The claimant died between claiming and replacing; its claim is followed like a lock of its own.
    const outcome = takeOver(claim, nonceOf(other), own);
    if (outcome !== 'taken') return outcome;
  }
  const current = read(path);
  if (current === 'absent' || nonceOf(current) !== deadNonce) {
    rmSync(claim, { force: true });
    return 'again';
  }
  renameSync(claim, path);
  return 'taken';
}

/** Makes the file with its whole content in one step: a reader never sees a lock that is still being written. */
function place(path: string, holder: Holder): boolean {
  const draft = `${path}.draft-${holder.nonce}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path: string): Holder | 'absent' | 'unreadable' {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null;
    if (typeof parsed?.pid !== 'number' || typeof parsed.identity !== 'string' || !/^[\w-]+$/.test(parsed.nonce ?? '')) return 'unreadable';
    return parsed as Holder;
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable'; // an empty file is what a power cut leaves of a lock that never reached the disk
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent';
    throw error;
  }
}

function nonceOf(found: Holder | 'unreadable'): string {
  return found === 'unreadable' ? 'unreadable' : found.nonce;
}

function isHeld(found: Holder | 'unreadable'): found is Holder {
  if (found === 'unreadable') return false;
  const facts = processFacts(found.pid);
  if (facts === null) return signalMeets(found.pid);
  return !facts.zombie && facts.identity === found.identity;
}

function lockAt(path: string, own: Holder): FolderLock {
  return {
    release() {
      const found = read(path);
      if (found !== 'absent' && nonceOf(found) === own.nonce) rmSync(path, { force: true });
    },
  };
}
