/** Why a file is not taken or not given. The sentences are in contract/messages/files.ts. */
export type FileRefusalCode =
  | 'files.empty'
  | 'files.too_large'
  | 'files.type_not_accepted'
  | 'files.name_mismatch'
  | 'files.active_content'
  | 'files.ambiguous_content'
  | 'files.image_too_large'
  | 'files.expands_too_much'
  | 'files.password_protected'
  | 'files.damaged'
  | 'files.not_examinable'
  | 'files.storage_low'
  | 'files.not_found'
  | 'files.not_authentic';

/** A refusal is a value; `params` fill the marks of its sentence. */
export type FileRefusal = { readonly ok: false; readonly code: FileRefusalCode; readonly params: Readonly<Record<string, string | number>> };

/** Builds a refusal. */
export function refuseFile(code: FileRefusalCode, params: FileRefusal['params'] = {}): FileRefusal {
  return { ok: false, code, params };
}
