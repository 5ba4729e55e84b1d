import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Draft } from '../../../contract/matters.ts';
import { answered, api, codeOf, withFile } from '../server/api.ts';
import { autosave, isSaved, restAt, type Autosave, type AutosaveEvent, type DraftPatch } from './autosave.ts';

/** A draft at the window: what stands in it now, how its saving stands, and the ways to change it. */
export interface OpenDraft {
  /** the server's, with what was typed since laid over it */
  readonly draft: Draft;
  readonly saving: Autosave;
  /** changes the draft; `soon` waits for the typing to pause */
  readonly edit: (patch: DraftPatch, soon?: boolean) => void;
  readonly upload: (materialCode: string, file: File) => Promise<void>;
  readonly removeFile: (materialCode: string, fileId: string) => Promise<void>;
  /** waits until everything is on the server; false where it cannot be brought there */
  readonly settle: () => Promise<boolean>;
  /** the newest of the server, in place of what was typed here */
  readonly reload: () => Promise<void>;
}

const pauseMs = 600;
const retryMs = 4_000;

/** Lays what was typed over the draft as it was last read. Files are only the server's to change. */
export function withPatch(draft: Draft, patch: DraftPatch): Draft {
  const { materials: marks, ...rest } = patch;
  if (!marks) return { ...draft, ...rest };
  const files = (code: string) => draft.materials.find((one) => one.materialCode === code)?.files ?? [];
  const marked = marks.map((mark) => ({ ...mark, files: files(mark.materialCode) }));
  const others = draft.materials.filter((one) => one.files.length > 0 && !marks.some((mark) => mark.materialCode === one.materialCode));
  return { ...draft, ...rest, materials: [...marked, ...others] };
}

const typedMeanwhile = (state: Autosave): DraftPatch => (state.at === 'waiting' ? state.pending : {});

type Call = (version: number, sent: DraftPatch) => Promise<Draft>;

/** One call at a time on one draft: each is sent with the version the one before it left, and what it changes is laid under what was typed meanwhile. */
function useOneAtATime(initial: Draft) {
  const [draft, setDraft] = useState(initial);
  const [saving, dispatch] = useReducer(autosave, restAt(initial));
  const now = useRef<Autosave>(saving);
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const client = useQueryClient();
  const { draftId } = initial;
  const tell = useCallback((event: AutosaveEvent) => {
    now.current = autosave(now.current, event);
    dispatch(event);
  }, []);
  const send = useCallback((call: Call, onlyTyped = false): Promise<void> => {
    const run = async (): Promise<void> => {
      if (onlyTyped && isSaved(now.current)) return; // a save before this one took it along
      tell({ kind: 'sent' });
      if (now.current.at !== 'sending') return;
      const next = await call(now.current.version, now.current.sent).catch((error: unknown): never => {
        tell({ kind: codeOf(error) === 'drafts.changed_elsewhere' ? 'refused_as_old' : 'failed' });
        throw error;
      });
      tell({ kind: 'saved', version: next.version, savedAt: next.savedAt });
      setDraft(withPatch(next, typedMeanwhile(now.current)));
      void client.invalidateQueries({ queryKey: ['draft-check', draftId] });
    };
    const next = tail.current.then(run, run);
    tail.current = next.catch(() => undefined);
    return next;
  }, [client, draftId, tell]);
  const idle = useCallback(() => tail.current, []);
  return { draft, setDraft, saving, now, tell, send, idle };
}

/** Opens a draft for typing: saves by itself, one call at a time, and repeats what failed. */
export function useDraft(initial: Draft): OpenDraft {
  const { draft, setDraft, saving, now, tell, send, idle } = useOneAtATime(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { draftId } = initial;
  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const save: Call = (version, sent) => answered(api.POST('/api/v1/drafts/{draftId}/save', { params: { path: { draftId } }, body: { version, ...toBody(sent) } }));
    if (now.current.at === 'waiting' || now.current.at === 'failed') await send(save, true).catch(() => undefined);
    else await idle();
  }, [draftId, idle, now, send]);
  const edit = useCallback((patch: DraftPatch, soon = false) => {
    setDraft((before) => withPatch(before, patch));
    tell({ kind: 'edited', patch });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), soon ? pauseMs : 0);
  }, [flush, setDraft, tell]);
  useSavingByItself(saving, flush);
  const withFlush = useCallback(async (call: Call) => {
    await flush();
    await send(call);
  }, [flush, send]);
  const settle = useCallback(async () => {
    for (let i = 0; i < 3 && !isSaved(now.current); i += 1) await flush();
    return isSaved(now.current);
  }, [flush, now]);
  const reload = useCallback(async () => {
    const fresh = await answered(api.GET('/api/v1/drafts/{draftId}', { params: { path: { draftId } } }));
    setDraft(fresh);
    tell({ kind: 'reloaded', version: fresh.version, savedAt: fresh.savedAt });
  }, [draftId, setDraft, tell]);
  return {
    draft, saving, edit, settle, reload,
    upload: (materialCode, file) => withFlush(() => answered(api.POST('/api/v1/drafts/{draftId}/materials/{materialCode}/files', { params: { path: { draftId, materialCode } }, ...withFile(file) }))),
    removeFile: (materialCode, fileId) => withFlush(() => answered(api.POST('/api/v1/drafts/{draftId}/materials/{materialCode}/files/{fileId}/remove', { params: { path: { draftId, materialCode, fileId } } }))),
  };
}

/** What waits after a save, and what failed, goes by itself; and at once when the page is left. */
function useSavingByItself(saving: Autosave, flush: () => Promise<void>): void {
  useEffect(() => {
    if (saving.at !== 'waiting' && saving.at !== 'failed') return undefined;
    const again = setTimeout(() => void flush(), saving.at === 'failed' ? retryMs : pauseMs);
    return () => clearTimeout(again);
  }, [saving, flush]);
  useEffect(() => {
    const onHide = (): void => void flush();
    document.addEventListener('visibilitychange', onHide);
    return () => document.removeEventListener('visibilitychange', onHide);
  }, [flush]);
}

/** The patch as the wire wants it: arrays and records of its own. */
function toBody(sent: DraftPatch) {
  const { materials, ...rest } = sent;
  return { ...rest, ...(materials ? { materials: materials.map(({ materialCode, form, affirmedBy }) => ({ materialCode, form, ...(affirmedBy === undefined ? {} : { affirmedBy }) })) } : {}) };
}
