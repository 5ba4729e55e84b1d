import { useState, type ReactElement, type ReactNode } from 'react';
import { privacyMessages } from '../../../contract/messages/privacy.ts';
import { rejectionGrounds, type Erasure } from '../../../contract/privacy.ts';
import { momentWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useActOnErasure, type ErasureAct } from './calls.ts';
import { ErasureState, isUnderWay, WhatStays } from './erasure-state.tsx';
import { usePrivacyWords } from './privacy-words.ts';

type Ground = (typeof rejectionGrounds)[number];

/** One request, whole: what goes, what stays until when, both persons; for whom it waits, the acts. Approving and refusing ask once more. */
export function ErasureSheet({ erasure, onClose }: { readonly erasure: Erasure; readonly onClose: () => void }): ReactElement {
  const p = usePrivacyWords();
  const { t } = useWords();
  const decide = useActOnErasure(erasure);
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const [ground, setGround] = useState<Ground>('identity_in_doubt');
  const may = (act: Erasure['acts'][number]): boolean => erasure.acts.includes(act);
  const run = (act: ErasureAct): void => {
    if (!decide.isPending) decide.mutate(act, { onSettled: () => setAsking(null) });
  };
  const back = <ActButton kind="quiet" onClick={() => setAsking(null)}>{p('back')}</ActButton>;
  const foot: ReactNode = asking === 'approve' && may('approve') ? <><ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'approve' })}>{p('act.approve')}</ActButton>{back}</>
    : asking === 'reject' && may('reject') ? <><ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'reject', ground })}>{p('reject_do')}</ActButton>{back}</>
    : (
      <>
        {may('propose') ? <ActButton kind="primary" busy={decide.isPending} onClick={() => run({ act: 'propose' })}>{p('act.propose')}</ActButton> : null}
        {may('approve') ? <ActButton kind="primary" onClick={() => setAsking('approve')}>{p('act.approve')}</ActButton> : null}
        {may('reject') ? <ActButton kind="danger" onClick={() => setAsking('reject')}>{p('act.reject')}</ActButton> : null}
        <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
      </>
    );
  return (
    <Sheet title={p('request')} onClose={onClose} aside foot={foot}>
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {erasure.status === 'proposed' && !may('approve') ? <Notice kind="info" title={p('waits_for_other')} /> : null}
      {asking === 'approve' && may('approve') ? <Notice kind="wait" title={p('approve_sure')} /> : null}
      {asking === 'reject' && may('reject') ? <GroundChoice ground={ground} onGround={setGround} /> : null}
      <Lines erasure={erasure} />
    </Sheet>
  );
}

/** The ground of a refusal with the sentence the person will read. */
function GroundChoice({ ground, onGround }: { readonly ground: Ground; readonly onGround: (ground: Ground) => void }): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const told = speaker(privacyMessages, language);
  return (
    <>
      <Field id="erasure-ground" label={p('ground')} hint={p('reject_how')}>
        {(control) => <select {...control} className="ym-input ym-select" autoFocus value={ground} onChange={(event) => onGround(rejectionGrounds.find((one) => one === event.target.value) ?? ground)}>{rejectionGrounds.map((one) => <option key={one} value={one}>{p(`ground.${one}`)}</option>)}</select>}
      </Field>
      <Notice kind="info"><p>{told(`my_data.ground.${ground}`)} {told('my_data.appeal')}</p></Notice>
    </>
  );
}

function Lines({ erasure }: { readonly erasure: Erasure }): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const person = (name: string | null, at: string | null): string | null => (at === null ? null : name === null ? momentWords(at, language) : p('person_at', { name, at: momentWords(at, language) }));
  const [proposed, decided] = [person(erasure.proposedByName, erasure.proposedAt), person(erasure.decidedByName, erasure.decidedAt)];
  const lines: readonly (readonly [string, ReactNode])[] = [
    [p('status'), <ErasureState key="state" erasure={erasure} />],
    [p('asked'), momentWords(erasure.askedAt, language)],
    ...(isUnderWay(erasure) ? [[p('goes'), p('goes_words', { matters: erasure.erasableMatters, drafts: erasure.drafts })], [p('stays'), <WhatStays key="stays" erasure={erasure} />]] as const : []),
    ...(erasure.destroyedKeys > 0 ? [[p('destroyed'), p('destroyed_words', { matters: erasure.destroyedMatters, keys: erasure.destroyedKeys })]] as const : []),
    ...(proposed ? [[p('proposed_by'), proposed]] as const : []),
    ...(decided ? [[p('decided_by'), decided]] as const : []),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
