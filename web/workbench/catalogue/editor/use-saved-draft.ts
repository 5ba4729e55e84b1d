import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { CatalogueChange } from '../../../../contract/catalogue-admin.ts';
import { codeOf } from '../../server/api.ts';
import { readChange, saveChange } from './calls.ts';
import { history, historyOf, type HistoryEvent, type Steps } from './edit-history.ts';
import { saving, type Saving, type SavingEvent } from './draft-saving.ts';

/** What is typed: the content and what is said of it. */
export interface Typed {
  readonly content: CatalogueChange['content'];
  readonly terms: CatalogueChange['terms'];
}

/** A draft being edited. */
export interface SavedDraft {
  /** the server's, as of the last save */
  readonly change: CatalogueChange;
  readonly typed: Typed;
  readonly state: Saving;
  readonly savedAt: string;
  readonly error: unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly edit: (change: (typed: Typed) => Typed, place?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** everything on the server; false where it cannot be brought there */
  readonly settle: () => Promise<boolean>;
  readonly reload: () => Promise<void>;
  readonly rebase: () => Promise<void>;
  /** the revision the server last gave */
  readonly revisionNow: () => number;
  /** takes what an act left */
  readonly take: (change: CatalogueChange) => void;
}

const pauseMs = 900;
const retryMs = 5_000;
type Event = HistoryEvent<Typed> | { readonly kind: 'edited'; readonly edit: (typed: Typed) => Typed; readonly place?: string | undefined };

const step = (state: Steps<Typed>, event: Event): Steps<Typed> => (event.kind === 'edited' ? history(state, { kind: 'changed', to: event.edit(state.now), place: event.place }) : history(state, event));
const typedOf = ({ content, terms }: CatalogueChange): Typed => ({ content, terms });

/** Keeps what is typed, with its steps, and saves it by itself when the typing pauses; what somebody else saved meanwhile is never written over. */
export function useSavedDraft(initial: CatalogueChange): SavedDraft {
  const [steps, dispatch] = useReducer(step, initial, (change) => historyOf(typedOf(change)));
  const [change, setChange] = useState(initial);
  const [state, setState] = useState<Saving>({ at: 'saved', revision: initial.revision });
  const [error, setError] = useState<unknown>();
  const now = useRef({ typed: steps.now, state, tail: Promise.resolve() });
  const tell = useCallback((event: SavingEvent): void => {
    now.current.state = saving(now.current.state, event);
    setState(now.current.state);
  }, []);
  useEffect(() => {
    if (now.current.typed === steps.now) return;
    now.current.typed = steps.now;
    tell({ kind: 'edited' });
  }, [steps.now, tell]);
  const { changeId } = initial;
  const send = useCallback(async (rebase = false): Promise<void> => {
    if (rebase && now.current.state.at === 'saved') tell({ kind: 'edited' });
    tell({ kind: 'sent' });
    if (now.current.state.at !== 'sending') return;
    const { content, terms } = now.current.typed;
    try {
      const saved = await saveChange(changeId, { seenRevision: now.current.state.revision, content, terms, ...(rebase ? { rebase } : {}) });
      setError(undefined);
      setChange(saved.change);
      tell({ kind: 'saved', revision: saved.change.revision });
    } catch (cause) {
      setError(cause);
      tell({ kind: codeOf(cause) === 'catalogue.changed_meanwhile' ? 'overtaken' : 'failed' });
    }
  }, [changeId, tell]);
  const flush = useCallback((rebase = false): Promise<void> => {
    now.current.tail = now.current.tail.then(() => send(rebase));
    return now.current.tail;
  }, [send]);
  useSavingByItself(state, flush);
  const settle = useCallback(async (): Promise<boolean> => {
    for (let i = 0; i < 3 && now.current.state.at !== 'saved'; i += 1) await flush();
    return now.current.state.at === 'saved';
  }, [flush]);
  const take = useCallback((next: CatalogueChange): void => {
    setChange(next);
    const typed = typedOf(next);
    now.current.typed = typed;
    dispatch({ kind: 'replaced', by: typed });
    setError(undefined);
    tell({ kind: 'reloaded', revision: next.revision });
  }, [tell]);
  return {
    change, typed: steps.now, state, savedAt: change.changedAt, error, canUndo: steps.past.length > 0, canRedo: steps.ahead.length > 0,
    edit: useCallback((edit, place) => dispatch({ kind: 'edited', edit, place }), []),
    undo: useCallback(() => dispatch({ kind: 'undone' }), []), redo: useCallback(() => dispatch({ kind: 'redone' }), []),
    settle, take, revisionNow: useCallback(() => now.current.state.revision, []), reload: useCallback(async () => take(await readChange(changeId)), [changeId, take]), rebase: useCallback(() => flush(true), [flush]),
  };
}

/** After a pause in the typing, after a failure, and at once when the page is hidden; a page left with unsaved typing asks first. */
function useSavingByItself(state: Saving, flush: () => Promise<void>): void {
  useEffect(() => {
    if (state.at !== 'waiting' && state.at !== 'failed') return undefined;
    const later = setTimeout(() => void flush(), state.at === 'failed' ? retryMs : pauseMs);
    return () => clearTimeout(later);
  }, [state, flush]);
  useEffect(() => {
    if (state.at === 'saved') return undefined;
    const onHide = (): void => void flush();
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [state.at, flush]);
}
