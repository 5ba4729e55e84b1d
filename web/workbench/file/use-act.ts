import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MatterView } from '../../../contract/matters.ts';
import { codeOf } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { callAct, type Act } from './act-calls.ts';
import { moveDrafts } from './move-draft.ts';
import { opinionDrafts } from './opinion-drafts.ts';

/** Doing acts on one matter. */
export interface Acting {
  /** resolves to the matter afterwards, or undefined where the act was refused */
  readonly act: (act: Act) => Promise<MatterView | undefined>;
  readonly busy: boolean;
  readonly error: unknown;
  /** somebody else was faster: the newest is on the screen, what was typed is still there */
  readonly overtaken: boolean;
  /** the opinion of an act that was refused, empty where there is none */
  readonly unsent: string;
  readonly forget: () => void;
}

/** What was kept of an act that is done now. */
function forgetDrafts(matterId: string, act: Act): void {
  if ('linkId' in act && act.kind !== 'claim_link' && act.kind !== 'ask_opinion' && act.kind !== 'recall_opinion') opinionDrafts.drop(matterId, act.linkId);
  if (act.kind === 'ask_opinion' || act.kind === 'recall_opinion') opinionDrafts.drop(matterId, `${act.kind} ${act.linkId}`);
  if ('proposalId' in act) opinionDrafts.drop(matterId, act.proposalId);
  if (act.kind === 'propose_limit_act') moveDrafts.drop(matterId);
  if (act.kind === 'terminate') opinionDrafts.drop(matterId, 'terminate');
  if (act.kind === 'deliver_result') opinionDrafts.drop(matterId, 'deliver');
}

/** The words somebody wrote for an act. */
function wordsOf(act: Act): string {
  if ('opinion' in act) return act.opinion;
  return 'words' in act ? act.words : '';
}

/** Sends acts on a matter. The same act sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
export function useAct(matter: MatterView): Acting {
  const client = useQueryClient();
  const { matterId } = matter;
  const [overtaken, setOvertaken] = useState(false);
  const [unsent, setUnsent] = useState('');
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  const mutation = useMutation({
    mutationFn: async (act: Act) => {
      const told = JSON.stringify([act, matter.seq]);
      if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
      return await callAct(matterId, act, last.current.commandId, matter.seq);
    },
    onSuccess: (next, act) => {
      setOvertaken(false);
      setUnsent('');
      client.setQueryData(['matter', matterId], next);
      forgetDrafts(matterId, act);
      void client.invalidateQueries({ queryKey: ['worklist'] });
    },
    onError: async (error, act) => {
      setUnsent(wordsOf(act));
      setOvertaken(codeOf(error) === 'matter.changed_meanwhile');
      if (['matter.changed_meanwhile', 'matter.not_open', 'matter.link_done', 'matter.link_claimed_by_other', 'matter.proposal_decided', 'matter.proposal_open', 'matter.delivered_already'].includes(codeOf(error))) {
        await client.invalidateQueries({ queryKey: ['matter', matterId] });
        void client.invalidateQueries({ queryKey: ['worklist'] });
      }
    },
  });
  return {
    act: (act) => mutation.mutateAsync(act).catch(() => undefined),
    busy: mutation.isPending,
    error: mutation.error,
    overtaken,
    unsent,
    forget: () => {
      mutation.reset();
      setOvertaken(false);
    },
  };
}
