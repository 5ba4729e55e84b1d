import { describe, expect, it } from 'vitest';
import { readTrace } from './d05-strace.ts';

describe('What strace wrote', () => {
  const trace = [
    '101 openat(AT_FDCWD, "/data/vault/incoming/a", O_WRONLY|O_CREAT, 0600) = 21',
    '101 fsync(21)                        = -1 EIO (Input/output error) (INJECTED)',
    '102 fsync(22 <unfinished ...>',
    '101 fsync(23)                        = 0',
    '102 <... fsync resumed>)             = -1 EIO (Input/output error) (INJECTED)',
    '103 --- SIGTERM {si_signo=SIGTERM, si_code=SI_USER} ---',
    '103 +++ killed by SIGKILL +++',
  ].join('\n');

  it('is counted by call, of the thread that made most of it', () => {
    expect(readTrace(trace).calls).toEqual({ openat: 1, fsync: 2 });
  });

  it('names the calls that were spoiled, also where another thread’s line came between', () => {
    expect(readTrace(trace).spoiled).toEqual(['fsync', 'fsync']);
  });
});
