import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../project-folder.ts';
import type { FactLog } from './fact-log.ts';

/** The page that checks receipts without us, with this installation's keys in it. To be served as a download: its own policy forbids every connection. */
export function verifierPage({ logs, witnesses, quorum }: FactLog['readerKeys']): string {
  const page = readFileSync(join(projectFolder(), 'verifier', 'verify.html'), 'utf8');
  const keys = JSON.stringify({ logs, witnesses, quorum }).replaceAll('<', '\\u003c');
  const filled = page.replace(/(<script type="application\/json" id="yimen-keys">)[^<]*(<\/script>)/, (_all, open: string, close: string) => `${open}${keys}${close}`);
  if (filled === page) throw new Error('verifierPage: verifier/verify.html has no place for keys');
  return filled;
}
