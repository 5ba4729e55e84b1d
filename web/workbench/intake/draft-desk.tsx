import { useEffect, useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandlingItem, Item } from '../../../contract/catalogue.ts';
import type { Draft } from '../../../contract/matters.ts';
import { faultsOf } from '../../ui/form/fault-words.ts';
import { ActButton } from '../keys/act-button.tsx';
import { enterSection, moveBySection } from '../keys/advance.ts';
import { useKeys } from '../keys/use-keys.ts';
import { api, done, isFailure } from '../server/api.ts';
import { useDraftCheck } from '../server/queries.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { CheckPanel, FilingActs } from './check-panel.tsx';
import { FormBody, hasFields } from './form-section.tsx';
import { MaterialSection } from './material-section.tsx';
import { PartyCard } from './party-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { problemLines, type ProblemLine } from './problem-words.ts';
import { promiseWords } from './promise-words.ts';
import { QuestionSection } from './question-section.tsx';
import { Section } from './section.tsx';
import { useDraft } from './use-draft.ts';
import { useFiling, type Filed, type FilingReach } from './use-filing.ts';

interface DraftDeskProps {
  readonly initial: Draft;
  readonly item: Item;
  readonly handling: HandlingItem;
  readonly hallUnit: string | undefined;
  readonly onFiled: (filed: Filed) => void;
  readonly onNext: () => void;
}

/** A draft at the window: questions, place, form and materials on one screen, the check beside them. */
export function DraftDesk({ initial, item, handling, hallUnit, onFiled, onNext }: DraftDeskProps): ReactElement {
  const words = useWords();
  const { t, of } = words;
  const open = useDraft(initial);
  const { draft, edit } = open;
  const check = useDraftCheck(draft.draftId);
  const filing = useFiling(draft.draftId, t('filing.opinion'));
  const [tried, setTried] = useState(false);
  const [formRound, setFormRound] = useState(0);
  const discard = useDiscard(draft.draftId, onNext);
  const problems = check.data?.problems ?? [];
  const lines = problemLines(problems, handling, check.data?.requiredMaterials ?? [], words);
  const instant = item.implementation_item.project_type === '1';

  useEffect(() => {
    // The hall's own community stands already where there is one: the next open thing takes focus.
    const first = initial.areaUnit === null ? ['questions', 'place'] : ['questions', 'form', 'materials', 'place'];
    requestAnimationFrame(() => first.some(enterSection));
  }, [initial.areaUnit]);

  const goTo = (line: ProblemLine): void => {
    const control = line.fieldId ? document.getElementById(line.fieldId) : null;
    if (control) {
      control.focus();
      control.scrollIntoView({ block: 'center' });
    } else enterSection(line.part);
  };
  const file = async (reach: FilingReach): Promise<void> => {
    setTried(true);
    if (filing.busy) return;
    const filed = await filing.file(reach, open.settle);
    if (filed) onFiled(filed);
    else {
      await check.refetch();
      const first = lines[0];
      if (first) goTo(first);
    }
  };
  const reload = async (): Promise<void> => {
    await open.reload();
    setFormRound((before) => before + 1);
  };
  useKeys([
    { keys: 'Ctrl+Shift+Enter', does: t(instant ? 'filing.file_and_decide' : 'filing.file_and_accept'), run: () => void file(instant ? 'decide' : 'accept') },
    { keys: 'F9 / Ctrl+Enter', does: t('filing.file'), run: () => void file('file') },
    { keys: 'Alt+ArrowDown', does: t('keys.section_next'), run: () => moveBySection(1) },
    { keys: 'Alt+ArrowUp', does: t('keys.section_before'), run: () => moveBySection(-1) },
    { keys: '1–9', does: t('keys.answer'), run: () => undefined },
    { keys: 'S', does: t('form_of.seen_at_window'), run: () => enterSection('materials') },
    { keys: 'C', does: t('form_of.from_city'), run: () => enterSection('materials') },
    { keys: 'U', does: t('form_of.uploaded'), run: () => enterSection('materials') },
    { keys: 'D', does: t('form_of.deferred'), run: () => enterSection('materials') },
    { keys: 'N', does: t('keys.next_person'), run: onNext },
  ]);
  const faults = tried ? faultsOf(handling.form, problems) : [];
  return (
    <main className="wb-intake" id="content">
      <h1 className="ym-visually-hidden">{t('screen.intake')}: {of(draft.itemName)}</h1>
      <div className="wb-intake__work">
        <Section name="head" title={of(draft.itemName)} done aside={<span className="wb-section__aside">{of(draft.handlingItemName)} · {instant ? t('item.instant') : promiseWords({ amount: item.implementation_item.promise_day, unit: item.implementation_item.promise_type }, words)} <ActButton kind="quiet" keys="N" onClick={onNext}>{t('party.other')}</ActButton></span>}>
          {draft.party ? <PartyCard party={draft.party} /> : null}
        </Section>
        <div className="wb-columns">
          <div className="wb-column">
            <QuestionSection questions={handling.questions} answers={draft.answers} onAnswers={(answers) => edit({ answers })} />
            <PlaceSection item={item} draft={draft} hallUnit={hallUnit} onArea={(areaUnit) => edit({ areaUnit })} onOrganisation={(organisation) => edit({ organisation }, true)} />
            {hasFields(handling.form) ? <Section name="form" title={t('form.title')} done={!lines.some((line) => line.part === 'form')}><FormBody key={formRound} form={handling.form} initial={formRound === 0 ? initial.form : draft.form} onAnswers={(form) => edit({ form }, true)} faults={faults} near={draft.areaUnit ?? hallUnit} /></Section> : null}
          </div>
          <div className="wb-column">
            <MaterialSection asked={check.data?.requiredMaterials} given={draft.materials} acts={{ onMarks: (materials) => edit({ materials }), upload: open.upload, removeFile: open.removeFile, fileHref: (fileId) => `/api/v1/drafts/${draft.draftId}/files/${fileId}` }} />
          </div>
        </div>
      </div>
      <CheckPanel
        check={check.data} lines={lines} saving={open.saving} onGo={goTo} onReload={() => void reload()}
        acts={
          <>
            {check.isError ? <FailureNotice error={check.error} onRetry={() => void check.refetch()} /> : null}
            {filing.error !== undefined && !(isFailure(filing.error) && filing.error.problem.errors?.length) ? <FailureNotice error={filing.error} /> : null}
            <FilingActs instant={instant} ready={check.isSuccess && lines.length === 0} busy={filing.busy} onFile={(reach) => void file(reach)} onDiscard={discard} />
          </>
        }
      />
    </main>
  );
}

function useDiscard(draftId: string, onDone: () => void): () => void {
  const { t } = useWords();
  const client = useQueryClient();
  const discard = useMutation({
    mutationFn: () => done(api.POST('/api/v1/drafts/{draftId}/discard', { params: { path: { draftId } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['drafts'] });
      onDone();
    },
  });
  return () => {
    if (window.confirm(t('filing.discard_sure'))) discard.mutate();
  };
}
