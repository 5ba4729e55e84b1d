import { readFileSync } from 'node:fs';

/**
 * How the log of the database ends after its process was killed: in zeros, or on a page of a segment that is used again (PostgreSQL 18, messages of
 * xlogreader.c). A record that is there but cannot be read is something else: after a power cut a half-written last one, which nobody was
 * told of; otherwise rot of the medium, and what came after that record is gone.
 */
const ordinaryEnds = [/^invalid record length at \S+: expected at least 24, got 0$/, /^unexpected pageaddr /];
const progress = /^redo (starts at|in progress|done at|is not required)/;

/** What PostgreSQL wrote about a record at which recovery ended other than ordinarily; null for an ordinary end, and where nothing was recovered. */
export function unreadableRecord(logText: string): string | null {
  const from = logText.lastIndexOf('automatic recovery in progress');
  if (from < 0) return null;
  for (const [, message = ''] of logText.slice(from).matchAll(/^.*?LOG: +(.*)$/gm)) {
    if (/^redo (done at|is not required)/.test(message)) return null;
    if (!progress.test(message) && !ordinaryEnds.some((end) => end.test(message)) && /\b(record|segment|resource manager|contrecord|pageaddr|magic|checksum)\b/i.test(message)) return message;
  }
  return null;
}

/** The same of a log file since the byte `from`; of the whole file where it was begun anew since. */
export function unreadableRecordIn(log: string, from: number): string | null {
  const text = readFileSync(log);
  return unreadableRecord(text.subarray(from > text.length ? 0 : from).toString('utf8'));
}
