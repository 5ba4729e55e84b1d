import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Need } from './fault.ts';

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).error === undefined;

/** Where Debian's package puts the library that fakes the clock. */
export const faketimeLibrary = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`).find(existsSync);

/** Why this machine cannot give a need, with the Debian package that would; undefined where it can. Tried, not guessed. */
export function lacking(need: Need): string | undefined {
  if (process.platform !== 'linux') return 'Linux only';
  switch (need) {
    case 'root':
      return process.getuid?.() === 0 ? undefined : 'needs root';
    case 'loop': {
      if (process.getuid?.() !== 0) return 'needs root for a loop device';
      if (!runs('mkfs.ext4', '-V')) return 'needs mkfs.ext4 (Debian package e2fsprogs)';
      const found = spawnSync('losetup', ['-f'], { encoding: 'utf8' });
      return found.status === 0 ? undefined : 'needs a loop device (losetup of Debian package mount, module loop)';
    }
    case 'tmpfs':
      return process.getuid?.() === 0 && runs('mount', '--version') ? undefined : 'needs root to mount a tmpfs';
    case 'strace':
      return runs('strace', '-V') ? undefined : 'needs strace (Debian package strace)';
    case 'faketime':
      return faketimeLibrary === undefined ? 'needs libfaketime (Debian package libfaketime)' : undefined;
    case 'network-namespace':
      return process.getuid?.() === 0 && runs('ip', '-V') ? undefined : 'needs root and ip (Debian package iproute2)';
  }
}
