import { useState, type ReactElement, type ReactNode } from 'react';
import type { Hold } from '../../../contract/privacy.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useActOnHold } from './calls.ts';
import { HoldState } from './hold-state.tsx';
import { usePrivacyWords } from './privacy-words.ts';

/** One hold: what, by which document, until when, who placed and who releases it. The release asks once more, for what is due is destroyed after it. */
export function HoldSheet({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }): ReactElement {
  const p = usePrivacyWords();
  const { t } = useWords();
  const decide = useActOnHold(hold);
  const [sure, setSure] = useState(false);
  const may = (act: Hold['acts'][number]): boolean => hold.acts.includes(act);
  const run = (act: Hold['acts'][number]): void => {
    if (!decide.isPending) decide.mutate(act, { onSettled: () => setSure(false) });
  };
  return (
    <Sheet
      title={hold.document} onClose={onClose} aside
      foot={sure && may('release') ? (
        <><ActButton kind="danger" busy={decide.isPending} onClick={() => run('release')}>{p('hold_act.release')}</ActButton><ActButton kind="quiet" onClick={() => setSure(false)}>{p('back')}</ActButton></>
      ) : (
        <>
          {may('propose_release') ? <ActButton busy={decide.isPending} onClick={() => run('propose_release')}>{p('hold_act.propose_release')}</ActButton> : null}
          {may('release') ? <ActButton kind="danger" onClick={() => setSure(true)}>{p('hold_act.release')}</ActButton> : null}
          {may('withdraw_release') ? <ActButton busy={decide.isPending} onClick={() => run('withdraw_release')}>{p('hold_act.withdraw_release')}</ActButton> : null}
          <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
        </>
      )}
    >
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {hold.status === 'release_proposed' && !may('release') ? <Notice kind="info" title={p('waits_for_other')} /> : null}
      {sure && may('release') ? <Notice kind="wait" title={p('release_sure')} /> : null}
      <Lines hold={hold} />
    </Sheet>
  );
}

function Lines({ hold }: { readonly hold: Hold }): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const lines: readonly (readonly [string, ReactNode])[] = [
    [p('status'), <HoldState key="state" hold={hold} />],
    [p('hold_about'), hold.about === null ? p('hold_about_person') : <code key="about">{hold.about}</code>],
    [p('ground'), p(`hold_ground.${hold.ground}`)],
    [p('hold_until'), hold.untilOn === null ? p('hold_until_released') : dayWords(hold.untilOn, language)],
    [p('hold_placed'), p('person_at', { name: hold.placedByName, at: momentWords(hold.placedAt, language) })],
    ...(hold.releaseProposedByName ? [[p('hold_release_proposed'), hold.releaseProposedByName]] as const : []),
    ...(hold.releasedAt ? [[p('hold_released'), p('person_at', { name: hold.releasedByName ?? '–', at: momentWords(hold.releasedAt, language) })]] as const : []),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
