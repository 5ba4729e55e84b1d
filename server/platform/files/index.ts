export { acceptedTypes } from './detect.ts';
export type { AcceptedType } from './detect.ts';
export { safeName } from './file-name.ts';
export type { FileRefusal, FileRefusalCode } from './refusals.ts';
export { defaultLimitBytes, openVault } from './vault.ts';
export type { PutOptions, StoredFile, Vault, VaultOptions } from './vault.ts';
