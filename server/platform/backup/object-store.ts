/** A file on our own disk that is to be put into a store. */
export type SpoolFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** What a store lists. `storedAt` is by the store's own clock. */
export type StoredObject = { readonly name: string; readonly bytes: number; readonly storedAt: Date };

/**
 * A place where objects are put once under a name and never changed. Names are `[A-Za-z0-9._-]` with `/` between. Whatever fails is thrown as
 * `backup.store_failed`, a missing object as `backup.object_missing`.
 */
export type ObjectStore = {
  /** for people */
  readonly place: string;
  /** where files to be put are written first */
  readonly spoolFolder: string;
  /** Takes the file whole or not at all; the file itself is the caller's to remove, if it is still there. */
  put(name: string, file: SpoolFile): Promise<void>;
  open(name: string): AsyncIterable<Uint8Array>;
  /** By name, in the order of code points. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Also when it is not there. */
  remove(name: string): Promise<void>;
};
