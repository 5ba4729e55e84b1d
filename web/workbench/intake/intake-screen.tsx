import { useCallback, useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Me, PartyView, Post } from '../../../contract/people.ts';
import { TabletSheet } from '../evaluations/tablet-sheet.tsx';
import { useEvaluationWords } from '../evaluations/evaluation-words.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { enterSection, moveBySection } from '../keys/advance.ts';
import { answered, api, codeOf } from '../server/api.ts';
import { useDraftOnce, useItem } from '../server/queries.ts';
import { hallOf, useActivePost } from '../shell/posts.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { DraftDesk } from './draft-desk.tsx';
import { FiledPanel } from './filed-panel.tsx';
import { ItemSection } from './item-section.tsx';
import { PartyCard, PartySection } from './party-section.tsx';
import { rememberItem, type RecentItem } from './recent-items.ts';
import { Section } from './section.tsx';
import { UnfinishedDrafts } from './unfinished-drafts.tsx';
import type { Filed } from './use-filing.ts';

/** The general window (综合窗口): any item for whoever stands there, by keyboard, on one screen. */
export function IntakeScreen({ me, draftId }: { readonly me: Me; readonly draftId: string | undefined }): ReactElement {
  const [, go] = useLocation();
  const [filed, setFiled] = useState<Filed | null>(null);
  const [round, setRound] = useState(0);
  const next = useCallback(() => {
    setFiled(null);
    setRound((before) => before + 1);
    go('/intake');
  }, [go]);
  const hall = hallOf(me, useActivePost(me));
  if (filed) return <FiledPanel filed={filed} onNext={next} />;
  if (draftId) return <LoadedDraft key={draftId} draftId={draftId} hall={hall} onFiled={setFiled} onNext={next} />;
  return <Begin key={round} me={me} hall={hall?.institution} onNext={next} />;
}

/** Person and item: when both are known the draft opens by itself. */
function Begin({ me, hall, onNext }: { readonly me: Me; readonly hall: string | undefined; readonly onNext: () => void }): ReactElement {
  const { t } = useWords();
  const [, go] = useLocation();
  const [party, setParty] = useState<PartyView | null>(null);
  const [item, setItem] = useState<RecentItem | null>(null);
  const open = useMutation({
    mutationFn: ({ partyId, taskCode, handlingItem }: RecentItem & { partyId: string }) =>
      answered(api.POST('/api/v1/drafts', { body: { taskCode, handlingItem, partyId, ...(hall ? { hall } : {}) } })),
    onSuccess: (draft) => {
      rememberItem(draft);
      go(`/intake/${draft.draftId}`, { replace: true });
    },
  });
  const { mutate } = open;
  const known = useCallback((found: PartyView) => {
    setParty(found);
    requestAnimationFrame(() => enterSection('item'));
    if (item) mutate({ ...item, partyId: found.partyId });
  }, [item, mutate]);
  const pick = (chosen: RecentItem): void => {
    setItem(chosen);
    if (party) mutate({ taskCode: chosen.taskCode, handlingItem: chosen.handlingItem, partyId: party.partyId });
    else enterSection('party');
  };
  useKeys([
    { keys: 'Alt+ArrowDown', does: t('keys.section_next'), run: () => moveBySection(1) },
    { keys: 'Alt+ArrowUp', does: t('keys.section_before'), run: () => moveBySection(-1) },
    { keys: 'N', does: t('keys.next_person'), run: onNext },
  ]);
  return (
    <main className="wb-intake" id="content">
      <h1 className="ym-visually-hidden">{t('screen.intake')}</h1>
      <div className="wb-intake__work">
        {party
          ? <Section name="party" title={t('party.title')} done aside={<ActButton kind="quiet" keys="N" onClick={onNext}>{t('party.other')}</ActButton>}><PartyCard party={party} /></Section>
          : <PartySection onKnown={known} />}
        {open.isError ? <FailureNotice error={open.error} onRetry={item && party ? () => mutate({ taskCode: item.taskCode, handlingItem: item.handlingItem, partyId: party.partyId }) : undefined} /> : null}
        <ItemSection onPick={pick} busy={open.isPending || open.isSuccess} />
        <TabletButton me={me} />
      </div>
      <UnfinishedDrafts />
    </main>
  );
}

/** The tablet beside the window, where whoever was served may say how it was. */
function TabletButton({ me }: { readonly me: Me }): ReactElement {
  const w = useEvaluationWords();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <ActButton kind="quiet" onClick={() => setOpen(true)}>{w('tablet.button')}</ActButton>
      {open ? <TabletSheet me={me} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function LoadedDraft({ draftId, hall, onFiled, onNext }: { readonly draftId: string; readonly hall: Pick<Post, 'institution' | 'unit'> | undefined; readonly onFiled: (filed: Filed) => void; readonly onNext: () => void }): ReactElement {
  const { t } = useWords();
  const draft = useDraftOnce(draftId);
  const item = useItem(draft.data?.taskCode);
  const handling = item.data?.item.handling_items.find((one) => one.task_handle_item === draft.data?.handlingItem);
  if (draft.isError || item.isError) {
    const error = draft.error ?? item.error;
    return (
      <main className="wb-plain" id="content">
        <FailureNotice error={error} onRetry={() => void (draft.isError ? draft.refetch() : item.refetch())}>
          {codeOf(error) === 'drafts.unknown' ? <p>{t('intake.perhaps_filed')} <a href={`/workbench/worklist/${draftId}`}>{t('intake.look_there')}</a></p> : null}
        </FailureNotice>
        <ActButton kind="secondary" keys="F2" onClick={onNext}>{t('intake.begin_again')}</ActButton>
      </main>
    );
  }
  if (!draft.data || !item.data || !handling) return <main className="wb-intake"><div className="wb-intake__work"><SkeletonRows count={6} height="card" /></div><aside className="wb-check"><SkeletonRows count={3} height="card" /></aside></main>;
  return <DraftDesk initial={draft.data} item={item.data.item} handling={handling} hall={hall} onFiled={onFiled} onNext={onNext} />;
}
