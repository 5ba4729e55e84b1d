import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Process numbers of the PostgreSQL that `pid` started, its main process and all children. */
export function postgresBelow(pid) {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  const processes = all.trim().split('\n').map((line) => line.trim().split(/\s+/)).map(([own, parent, name]) => ({ pid: Number(own), parent: Number(parent), name }));
  const found = [];
  for (const known = new Set([pid]); ; ) {
    const next = processes.filter((one) => known.has(one.parent) && !known.has(one.pid));
    if (next.length === 0) return found;
    for (const one of next) {
      known.add(one.pid);
      if (/postgres/.test(one.name)) found.push(one.pid);
    }
  }
}

/** Process numbers of PostgreSQL main processes whose data lies below `folder`, whoever started them. */
export function postgresServing(folder) {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes(`/bin/postgres -D ${folder}`)).map((line) => Number.parseInt(line, 10));
}

/**
 * KiB these processes hold together. On Linux the proportional share, which counts a page shared by several of them once (proc(5), Pss in
 * smaps_rollup); elsewhere the resident size, which counts shared pages again in each and is therefore too high.
 */
export function memoryOf(pids) {
  return pids.reduce((sum, pid) => sum + memoryOfOne(pid), 0);
}

function memoryOfOne(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  }
}
