import { existsSync, writeFileSync } from 'node:fs';

const filter = '/proc/self/coredump_filter';

/**
 * Leaves the memory of this process out of core files, and with it the keys (C-CR-5): a core file is then written without any mapping of memory (core(5),
 * "Controlling which mappings are written to the core dump"). False where the system has no such setting: there the operator turns core files off.
 */
export function keepMemoryOutOfCoreFiles(): boolean {
  if (!existsSync(filter)) return false;
  try {
    writeFileSync(filter, '0');
    return true;
  } catch {
    return false; // a container may have it read-only
  }
}
