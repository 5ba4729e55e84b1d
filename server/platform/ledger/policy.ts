import type { CheckpointPolicy } from './checkpoint.ts';
import { refusedBy, type LedgerRefusal } from './ledger-refusal.ts';
import { readVerifierKey, type VerifierKey } from './note-keys.ts';

/** A witness of a policy: its name in the file, its key, and where it is asked (C2SP tlog-witness submission prefix); without an address it can only be verified. */
export interface PolicyWitness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string | undefined;
}

/** A log of a policy: its key, whose name is the origin, and where its tiles are. */
export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url: string | undefined;
}

/** A policy file that was read. `policy` is for the first log of the file; without any it has no origin, and who knows the log adds it (`policyFor`). */
export interface ReadPolicy {
  readonly ok: true;
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly policy: CheckpointPolicy;
  /** The same rule for one log: with the keys of the file that name this origin, or with keys known otherwise. */
  policyFor(origin: string, logKeys?: readonly VerifierKey[]): CheckpointPolicy;
}

/** What is wrong with a line; `params` of the refusal are `line` (from 1; 0 for the whole file) and `fault`. */
export type PolicyFault =
  | 'too_large' | 'character' | 'last_newline' | 'word' | 'fields' | 'key' | 'key_use' | 'key_twice' | 'key_name_twice' | 'url'
  | 'name_taken' | 'name_unknown' | 'member_twice' | 'threshold' | 'quorum_twice' | 'quorum_missing';

/** Who has to have signed: one witness, or so many of the members. */
type Rule = { readonly witness: string } | { readonly atLeast: number; readonly members: readonly Rule[] };

interface Reading {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly rules: Map<string, Rule>;
  readonly members: Set<string>;
  quorum: Rule | 'none' | undefined;
}

const mostCharacters = 256 * 1024;
const nobody: Rule = { atLeast: 0, members: [] };

/** Name and id of a key in one word: what a signature line says of who signed. */
const signerOf = (key: Pick<VerifierKey, 'name' | 'id'>): string => `${key.name}+${key.id}`;

/**
 * Reads a trust policy (C2SP tlog-policy): `log <vkey> [url]`, `witness <name> <vkey> [url]`, `group <name> all|any|<k> <name>…`, `quorum <name>|none`,
 * empty lines and `#` comments. Refused (`ledger.policy_malformed` with line and fault): any other spelling; a key of the other kind, or twice under any
 * name, which would let one witness count as two; a name used before it is given or given twice; a member of two groups; no quorum or two.
 */
export function readPolicyText(text: string): ReadPolicy | LedgerRefusal {
  if (text.length > mostCharacters) return malformed(0, 'too_large');
  if (!text.endsWith('\n')) return malformed(0, 'last_newline');
  const reading: Reading = { logs: [], witnesses: [], rules: new Map(), members: new Set(), quorum: undefined };
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const fault = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u.test(line) ? 'character' : readLine(reading, line);
    if (fault !== undefined) return malformed(at + 1, fault);
  }
  if (reading.quorum === undefined) return malformed(0, 'quorum_missing');
  return policyOf(reading, reading.quorum === 'none' ? nobody : reading.quorum);
}

const malformed = (line: number, fault: PolicyFault): LedgerRefusal => refusedBy('ledger.policy_malformed', { line, fault });

function readLine(reading: Reading, line: string): PolicyFault | undefined {
  const [word, ...fields] = line.split(/[ \t]+/).filter((part) => part !== '');
  if (word === undefined || word.startsWith('#')) return undefined;
  switch (word) {
    case 'log': return readLog(reading, fields);
    case 'witness': return readWitness(reading, fields);
    case 'group': return readGroup(reading, fields);
    case 'quorum': return readQuorum(reading, fields);
    default: return 'word';
  }
}

function readLog(reading: Reading, [vkey = '', url, ...more]: readonly string[]): PolicyFault | undefined {
  const key = keyOf(reading, vkey, 'note', url);
  if (more.length > 0 || vkey === '') return 'fields';
  if (typeof key === 'string') return key;
  reading.logs.push({ key, url });
  return undefined;
}

function readWitness(reading: Reading, [name = '', vkey = '', url, ...more]: readonly string[]): PolicyFault | undefined {
  if (more.length > 0 || vkey === '') return 'fields';
  if (name === 'none' || reading.rules.has(name)) return 'name_taken';
  const key = keyOf(reading, vkey, 'cosignature', url);
  if (typeof key === 'string') return key;
  // A verified checkpoint names its witnesses by the names of their keys: two of one name would be one.
  if (reading.witnesses.some((one) => one.key.name === key.name)) return 'key_name_twice';
  reading.witnesses.push({ name, key, url });
  reading.rules.set(name, { witness: signerOf(key) });
  return undefined;
}

function keyOf(reading: Reading, vkey: string, use: VerifierKey['use'], url: string | undefined): VerifierKey | PolicyFault {
  const read = readVerifierKey(vkey);
  if (!read.ok) return 'key';
  if (read.key.use !== use) return 'key_use';
  if ([...reading.logs, ...reading.witnesses].some((one) => one.key.bytes.equals(read.key.bytes))) return 'key_twice';
  if (url !== undefined && !isHttpUrl(url)) return 'url';
  return read.key;
}

/** Whether this is an address that a program can ask: http or https, nothing hidden in it. */
export function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

function readGroup(reading: Reading, [name = '', threshold = '', ...names]: readonly string[]): PolicyFault | undefined {
  if (names.length === 0) return 'fields';
  if (name === 'none' || reading.rules.has(name)) return 'name_taken';
  const atLeast = threshold === 'all' ? names.length : threshold === 'any' ? 1 : /^[1-9]\d{0,8}$/.test(threshold) ? Number(threshold) : 0;
  if (atLeast < 1 || atLeast > names.length) return 'threshold';
  const members: Rule[] = [];
  for (const one of names) {
    const rule = reading.rules.get(one);
    if (rule === undefined) return 'name_unknown';
    // Each name counts in one place only, so that no witness counts twice (C2SP tlog-policy).
    if (reading.members.has(one)) return 'member_twice';
    reading.members.add(one);
    members.push(rule);
  }
  reading.rules.set(name, { atLeast, members });
  return undefined;
}

function readQuorum(reading: Reading, [name = '', ...more]: readonly string[]): PolicyFault | undefined {
  if (name === '' || more.length > 0) return 'fields';
  if (reading.quorum !== undefined) return 'quorum_twice';
  reading.quorum = name === 'none' ? 'none' : reading.rules.get(name);
  return reading.quorum === undefined ? 'name_unknown' : undefined;
}

function policyOf({ logs, witnesses }: Reading, quorum: Rule): ReadPolicy {
  const rule = {
    witnesses: witnesses.map((one) => one.key), quorum: fewest(quorum), isReached: (signers: readonly Pick<VerifierKey, 'name' | 'id'>[]) => holds(quorum, new Set(signers.map(signerOf))),
  };
  const policyFor = (origin: string, logKeys = logs.map((one) => one.key).filter((key) => key.name === origin)): CheckpointPolicy => ({ origin, logKeys, ...rule });
  return { ok: true, logs, witnesses, policy: policyFor(logs[0]?.key.name ?? ''), policyFor };
}

function holds(rule: Rule, signed: ReadonlySet<string>): boolean {
  return 'witness' in rule ? signed.has(rule.witness) : rule.members.filter((member) => holds(member, signed)).length >= rule.atLeast;
}

/** The fewest signatures with which the rule can hold. */
function fewest(rule: Rule): number {
  if ('witness' in rule) return 1;
  const counts = rule.members.map(fewest).toSorted((one, other) => one - other);
  return counts.slice(0, rule.atLeast).reduce((total, count) => total + count, 0);
}
