import type { Item } from '../../../contract/catalogue.ts';

/** What is known about where a fact was read. */
export interface Provenance {
  readonly verified: boolean;
  readonly note?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** Where the fact at a JSON Pointer of an item was read: its own entry, else that of the nearest part of the item it lies in; unverified where there is none. */
export function provenanceOf(item: Pick<Item, 'evidence' | 'sources'>, pointer: string): Provenance {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const entry = item.evidence[path];
    if (!entry) continue;
    const source = entry.source === undefined ? undefined : item.sources[entry.source];
    return { verified: entry.verified, note: entry.note, title: source?.title, url: source?.url };
  }
  return { verified: false };
}
