import { useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Absence } from '../../../contract/absences.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { answered, api } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { AbsenceSheet } from './absence-sheet.tsx';
import { useAbsences } from './absence-queries.ts';
import './absence.css';

/** Who is away and who stands in: one's own, those one stands in for, and those one answers for. */
export function AbsenceScreen(): ReactElement {
  const { t } = useWords();
  const absences = useAbsences();
  const [entering, setEntering] = useState(false);
  useKeys([{ keys: 'N', does: t('absence.enter'), run: () => setEntering(true), when: !entering }]);
  const rows = absences.data?.absences ?? [];
  return (
    <main className="wb-plain wb-absence" id="content">
      <h1>{t('absence.title')}</h1>
      <p>{t('absence.why')}</p>
      <p><ActButton kind="primary" icon="calendar" keys="N" onClick={() => setEntering(true)}>{t('absence.enter')}</ActButton></p>
      {absences.isPending ? <SkeletonRows count={3} height="card" /> : null}
      {absences.isError ? <FailureNotice error={absences.error} onRetry={() => void absences.refetch()} /> : null}
      {absences.isSuccess && rows.length === 0 ? <EmptyState title={t('absence.none')}><p>{t('absence.none_how')}</p></EmptyState> : null}
      <ul className="wb-absences">{rows.map((one) => <li key={one.absenceId}><OneAbsence absence={one} /></li>)}</ul>
      {entering ? <AbsenceSheet onClose={() => setEntering(false)} /> : null}
    </main>
  );
}

function OneAbsence({ absence }: { readonly absence: Absence }): ReactElement {
  const words = useWords();
  const { t, of, language, today } = words;
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/absences/{absenceId}/end', { params: { path: { absenceId: absence.absenceId } } })),
    onSuccess: () => void client.invalidateQueries({ predicate: (query) => ['absences', 'worklist', 'choices'].includes(String(query.queryKey[0])) }),
  });
  const posts = absence.uncovered.map((post) => `${of(post.institutionName)} · ${t(`role.${post.role}`)}`).join(language === 'en' ? ', ' : '、');
  const isNow = absence.fromOn <= today && today <= absence.toOn;
  return (
    <section className="wb-part">
      <h2>{t('absence.line', { who: absence.staffName, name: absence.standInName })} {isNow ? <Tag tone="wait">{t('absence.now')}</Tag> : null}</h2>
      <p className="ym-numerals">{t('absence.days', { from: dayWords(absence.fromOn, language, today), to: dayWords(absence.toOn, language, today) })}</p>
      {posts === '' ? null : <p className="ym-quiet">{t('absence.uncovered', { posts })}</p>}
      <p className="ym-quiet">{t('absence.made_by', { name: absence.madeByName, at: momentWords(absence.madeAt, language, today) })}</p>
      {end.isError ? <Notice kind="bad" title={failureWords(end.error, words)} /> : null}
      {absence.mayEnd ? <ActButton kind="secondary" busy={end.isPending} onClick={() => end.mutate()}>{t('absence.end')}</ActButton> : null}
    </section>
  );
}
