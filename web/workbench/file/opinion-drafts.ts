/** What somebody was about to say on a link or a proposal: kept in this tab until the act is done, so that a reload or a faster colleague costs no words. */
export interface OpinionDraft {
  readonly choice: string;
  readonly words: string;
}

/** The part of the tab's storage that is used. */
export interface Keep {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

const keyOf = (matterId: string, linkId: string): string => `yimen.opinion ${matterId} ${linkId}`;
const empty: OpinionDraft = { choice: '', words: '' };

/** Opinion drafts in a storage: empty ones are not kept, damaged ones read as empty. */
export function opinionsIn(keep: () => Keep | undefined) {
  return {
    read(matterId: string, linkId: string): OpinionDraft {
      try {
        const kept = JSON.parse(keep()?.getItem(keyOf(matterId, linkId)) ?? 'null') as Partial<OpinionDraft> | null;
        return { choice: String(kept?.choice ?? ''), words: String(kept?.words ?? '') };
      } catch {
        return empty;
      }
    },
    write(matterId: string, linkId: string, draft: OpinionDraft): void {
      const key = keyOf(matterId, linkId);
      try {
        if (draft.choice === '' && draft.words.trim() === '') keep()?.removeItem(key);
        else keep()?.setItem(key, JSON.stringify(draft));
      } catch {
        // storage full or closed: the words are still in the field
      }
    },
    drop(matterId: string, linkId: string): void {
      keep()?.removeItem(keyOf(matterId, linkId));
    },
  };
}

/** The storage of this tab, where there is one. */
export function tabStorage(): Keep | undefined {
  return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
}

/** The drafts of this tab; gone when the tab is closed or somebody signs out. */
export const opinionDrafts = opinionsIn(tabStorage);
