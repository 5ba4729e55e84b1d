export * from './cipher.ts';
export * from './digests.ts';
export * from './envelope.ts';
export * from './kek-holder.ts';
export * from './key-file.ts';
export * from './keys.ts';
export * from './secrets.ts';
export * from './sm2.ts';
