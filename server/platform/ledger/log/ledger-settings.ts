import { readFile } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { readPolicyText, type ReadPolicy } from '../policy.ts';
import { readAuditorTokens } from './log-addresses.ts';

/** What the files named in the configuration say; or which setting cannot be used, and why, in words for the operator. */
export async function readLedgerSettings({ ledgerPolicyFile, auditorTokensFile }: Pick<Config, 'ledgerPolicyFile' | 'auditorTokensFile'>): Promise<{ readonly ok: true; readonly policy: ReadPolicy | undefined; readonly auditorTokens: readonly string[] } | { readonly ok: false; readonly problem: string }> {
  const policyText = await textOf(ledgerPolicyFile);
  const tokensText = await textOf(auditorTokensFile);
  if (policyText instanceof Error) return { ok: false, problem: `LEDGER_POLICY: ${policyText.message}` };
  if (tokensText instanceof Error) return { ok: false, problem: `LEDGER_AUDITOR_TOKENS: ${tokensText.message}` };
  const policy = policyText === undefined ? undefined : readPolicyText(policyText);
  if (policy?.ok === false) return { ok: false, problem: `LEDGER_POLICY ${ledgerPolicyFile ?? ''}: line ${policy.params.line ?? 0}, ${policy.params.fault ?? policy.code}` };
  const auditorTokens = tokensText === undefined ? [] : readAuditorTokens(tokensText);
  return auditorTokens === undefined ? { ok: false, problem: `LEDGER_AUDITOR_TOKENS ${auditorTokensFile ?? ''}: every line is the SHA-256 of a token in 64 hex digits` } : { ok: true, policy, auditorTokens };
}

async function textOf(file: string | undefined): Promise<string | undefined | Error> {
  return file === undefined ? undefined : readFile(file, 'utf8').catch((error: unknown) => error as Error);
}
