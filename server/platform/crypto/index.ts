export * from './digests.ts';
export * from './envelope.ts';
export * from './key-file.ts';
export * from './keys.ts';
export * from './secrets.ts';
