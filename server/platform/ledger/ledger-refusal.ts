/** Why a note, a checkpoint or a receipt is not taken for what it says; the same words in every verifier of ours. */
export type LedgerRefusalCode =
  | 'ledger.key_malformed'
  | 'ledger.policy_malformed'
  | 'ledger.note_malformed'
  | 'ledger.signature_repeated'
  | 'ledger.signature_wrong'
  | 'ledger.checkpoint_malformed'
  | 'ledger.origin_other'
  | 'ledger.log_signature_missing'
  | 'ledger.witnesses_too_few'
  | 'ledger.proof_malformed'
  | 'ledger.extra_unproven'
  | 'ledger.not_included';

/** A refusal of the ledger's readers, as a value; `params` say which key or how many. */
export interface LedgerRefusal {
  readonly ok: false;
  readonly code: LedgerRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The refusal with this code. */
export function refusedBy(code: LedgerRefusalCode, params: LedgerRefusal['params'] = {}): LedgerRefusal {
  return { ok: false, code, params };
}
