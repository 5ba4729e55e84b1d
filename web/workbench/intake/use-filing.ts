import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { MatterView, Receipt } from '../../../contract/matters.ts';
import { callAct, type Act } from '../file/act-calls.ts';
import { answered, api, isFailure } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

/** How far one key goes: only 收件, also 受理, or for an on-the-spot item also the decision. */
export type FilingReach = 'file' | 'accept' | 'decide';

/** What filing came to: the receipt, the matter as it then stands, and where it stopped when a later act was refused. */
export interface Filed {
  readonly receipt: Receipt;
  readonly matter: MatterView;
  readonly stopped: unknown;
}

/** Filing a draft and, with the same key, what follows at the window. Ids are made once for each step, so that pressing again after a lost answer repeats nothing. */
export function useFiling(draftId: string, opinion: string) {
  const client = useQueryClient();
  const ids = useRef(new Map<string, string>());
  const [busy, setBusy] = useState<FilingReach | null>(null);
  const [error, setError] = useState<unknown>(undefined);
  const idOf = (step: string): string => {
    const id = ids.current.get(step) ?? newCommandId();
    ids.current.set(step, id);
    return id;
  };
  const follow = async (matter: MatterView, reach: FilingReach, receipt: Receipt): Promise<Filed> => {
    let now = matter;
    const acts: readonly ((m: MatterView) => Act | undefined)[] = reach === 'file' ? [] : [accepting, ...(reach === 'decide' ? [claiming, granting(opinion)] : [])];
    try {
      for (const next of acts) {
        const act = next(now);
        if (act) now = await callAct(draftId, act, idOf(act.kind), now.seq);
      }
      return { receipt, matter: now, stopped: undefined };
    } catch (stopped) {
      return { receipt, matter: now, stopped };
    }
  };
  const file = async (reach: FilingReach, settle: () => Promise<boolean>): Promise<Filed | undefined> => {
    setBusy(reach);
    setError(undefined);
    try {
      await settle();
      const receipt = await answered(api.POST('/api/v1/drafts/{draftId}/file', { params: { path: { draftId } }, body: { commandId: idOf('file') } }));
      const matter = await answered(api.GET('/api/v1/matters/{matterId}', { params: { path: { matterId: receipt.matterId } } }));
      const filed = await follow(matter, reach, receipt);
      client.setQueryData(['matter', receipt.matterId], filed.matter);
      void client.invalidateQueries({ queryKey: ['drafts'] });
      void client.invalidateQueries({ queryKey: ['worklist'] });
      return filed;
    } catch (failure) {
      // A refused filing is corrected and filed as a new act; a lost answer is asked for again under the same id.
      if (isFailure(failure) && failure.problem.status >= 400 && failure.problem.status < 500) ids.current.delete('file');
      setError(failure);
      return undefined;
    } finally {
      setBusy(null);
    }
  };
  return { file, busy, error };
}

const accepting = (matter: MatterView): Act | undefined => (matter.allowed.includes('accept') ? { kind: 'accept' } : undefined);

function claiming(matter: MatterView): Act | undefined {
  const link = matter.links.find((one) => one.kind === 'decide' && one.allowed.includes('claim_link'));
  return link && { kind: 'claim_link', linkId: link.linkId };
}

const granting = (opinion: string) => (matter: MatterView): Act | undefined => {
  const link = matter.links.find((one) => one.allowed.includes('propose_decision'));
  return link && { kind: 'propose_decision', linkId: link.linkId, outcome: 'granted', opinion };
};
