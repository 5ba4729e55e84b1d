import type { Draft, GivenMaterial } from '../../../contract/matters.ts';
import type { FormAnswers } from '../../../contract/matters.ts';
import type { SituationAnswers } from '../../../contract/items.ts';

/** What a clerk changes on a draft; what is absent stays. `marks` are the materials not uploaded, all of them. */
export interface DraftPatch {
  readonly areaUnit?: string | null;
  readonly organisation?: Draft['organisation'];
  readonly answers?: SituationAnswers;
  readonly form?: FormAnswers;
  readonly materials?: readonly Pick<GivenMaterial, 'materialCode' | 'form' | 'affirmedBy'>[];
}

/** Where the saving of one draft stands. The version is the server's; a change typed while another is on its way waits for it. */
export type Autosave =
  | { readonly at: 'rest'; readonly version: number; readonly savedAt: string }
  | { readonly at: 'waiting'; readonly version: number; readonly savedAt: string; readonly pending: DraftPatch }
  | { readonly at: 'sending'; readonly version: number; readonly savedAt: string; readonly sent: DraftPatch; readonly pending: DraftPatch | null }
  | { readonly at: 'failed'; readonly version: number; readonly savedAt: string; readonly pending: DraftPatch }
  | { readonly at: 'conflict'; readonly version: number; readonly savedAt: string; readonly pending: DraftPatch };

/** What happens to it. `sent` takes what waits (nothing, for an upload, which changes the version too). */
export type AutosaveEvent =
  | { readonly kind: 'edited'; readonly patch: DraftPatch }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused_as_old' }
  | { readonly kind: 'reloaded'; readonly version: number; readonly savedAt: string };

/** A draft as it was read. */
export const restAt = (draft: Pick<Draft, 'version' | 'savedAt'>): Autosave => ({ at: 'rest', version: draft.version, savedAt: draft.savedAt });

/** The next state. Later values of the same part replace earlier ones; nothing typed is dropped but by a reload. */
export function autosave(state: Autosave, event: AutosaveEvent): Autosave {
  const { version, savedAt } = state;
  switch (event.kind) {
    case 'edited':
      if (state.at === 'sending') return { ...state, pending: { ...state.pending, ...event.patch } };
      if (state.at === 'conflict') return { ...state, pending: { ...state.pending, ...event.patch } };
      return { at: 'waiting', version, savedAt, pending: state.at === 'rest' ? event.patch : { ...state.pending, ...event.patch } };
    case 'sent':
      if (state.at === 'sending' || state.at === 'conflict') return state;
      return { at: 'sending', version, savedAt, sent: state.at === 'rest' ? {} : state.pending, pending: null };
    case 'saved':
      if (state.at !== 'sending') return state;
      return state.pending === null ? { at: 'rest', version: event.version, savedAt: event.savedAt } : { at: 'waiting', version: event.version, savedAt: event.savedAt, pending: state.pending };
    case 'failed':
      if (state.at !== 'sending') return state;
      return withPending(state, 'failed');
    case 'refused_as_old':
      if (state.at !== 'sending') return state;
      return withPending(state, 'conflict');
    case 'reloaded':
      return { at: 'rest', version: event.version, savedAt: event.savedAt };
  }
}

/** What was on its way and what came after it, together, to be sent again. A failed upload leaves nothing behind. */
function withPending(state: Extract<Autosave, { at: 'sending' }>, at: 'failed' | 'conflict'): Autosave {
  const pending = { ...state.sent, ...state.pending };
  const base = { version: state.version, savedAt: state.savedAt };
  return at === 'failed' && Object.keys(pending).length === 0 ? { at: 'rest', ...base } : { at, ...base, pending };
}

/** Whether everything typed is on the server. */
export const isSaved = (state: Autosave): boolean => state.at === 'rest';
