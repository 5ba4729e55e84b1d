import { useEffect, useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandlingItem, Item } from '../../../contract/catalogue.ts';
import type { Draft, FormAnswers } from '../../../contract/matters.ts';
import type { Post } from '../../../contract/people.ts';
import { askedForm } from '../../ui/form/asked-form.ts';
import { faultsOf } from '../../ui/form/fault-words.ts';
import type { FormFault } from '../../ui/form/read-form.ts';
import type { Form as UiForm } from '../../ui/wire.ts';
import { ActButton } from '../keys/act-button.tsx';
import { enterSection, moveBySection } from '../keys/advance.ts';
import type { KeyBinding } from '../keys/key-guard.ts';
import { useKeys } from '../keys/use-keys.ts';
import { api, done, isFailure } from '../server/api.ts';
import { useDraftCheck } from '../server/queries.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { BundleLine, partNamesOf } from './bundle-lines.tsx';
import { CheckPanel, FilingActs } from './check-panel.tsx';
import { FormBody, hasFields } from './form-section.tsx';
import { formKeys } from './material-marks.ts';
import { MaterialSection } from './material-section.tsx';
import { PartyCard } from './party-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { problemLines, type ProblemLine } from './problem-words.ts';
import { promiseWords } from './promise-words.ts';
import { QuestionSection } from './question-section.tsx';
import { Section } from './section.tsx';
import { standingOnly } from './situation.ts';
import { useDraft } from './use-draft.ts';
import { useFiling, type Filed, type FilingReach } from './use-filing.ts';

interface DraftDeskProps {
  readonly initial: Draft;
  readonly item: Item;
  readonly handling: HandlingItem;
  readonly hall: Pick<Post, 'institution' | 'unit'> | undefined;
  readonly onFiled: (filed: Filed) => void;
  readonly onNext: () => void;
}

/** A draft at the window: questions, place, form and materials on one screen, the check beside them. */
export function DraftDesk(props: DraftDeskProps): ReactElement {
  const { initial, item, hall, onNext } = props;
  const hallUnit = hall?.unit;
  const words = useWords();
  const { t, of } = words;
  const desk = useDesk(props);
  const { draft, edit } = desk.open;
  // Of a bundle only what the answers bring in is asked.
  const handling = { ...props.handling, form: askedForm(props.handling.form as UiForm, standingOnly(props.handling.questions, draft.answers)) as HandlingItem['form'] };
  const instant = item.implementation_item.project_type === '1';
  useKeys(desk.bindings);
  useEffect(() => {
    // The hall's own community stands already where there is one: the next open thing takes focus.
    const first = initial.areaUnit === null ? ['questions', 'place'] : ['questions', 'form', 'materials', 'place'];
    requestAnimationFrame(() => first.some(enterSection));
  }, [initial.areaUnit]);
  return (
    <main className="wb-intake" id="content">
      <h1 className="ym-visually-hidden">{t('screen.intake')}: {of(draft.itemName)}</h1>
      <div className="wb-intake__work">
        <Section name="head" title={of(draft.itemName)} done aside={<span className="wb-section__aside">{of(draft.handlingItemName)} · {instant ? t('item.instant') : promiseWords({ amount: item.implementation_item.promise_day, unit: item.implementation_item.promise_type }, words)} <ActButton kind="quiet" keys="N" onClick={onNext}>{t('party.other')}</ActButton></span>}>
          {draft.party ? <PartyCard party={draft.party} /> : null}
          <BundleLine item={item} answers={draft.answers} />
        </Section>
        <div className="wb-columns">
          <div className="wb-column">
            <QuestionSection questions={handling.questions} answers={draft.answers} onAnswers={(answers) => edit({ answers })} />
            <PlaceSection item={item} draft={draft} hall={hall} onArea={(areaUnit) => edit({ areaUnit })} onOrganisation={desk.onOrganisation} />
            {hasFields(handling.form) ? <Section name="form" title={t('form.title')} done={!desk.lines.some((line) => line.part === 'form')}><FormBody key={desk.formRound} form={handling.form} initial={desk.formRound === 0 ? initial.form : draft.form} onAnswers={desk.onForm} faults={desk.faults} near={draft.areaUnit ?? hallUnit} /></Section> : null}
          </div>
          <div className="wb-column">
            <MaterialSection names={partNamesOf(item, words)} asked={desk.check.data?.requiredMaterials} given={draft.materials} notOffered={desk.check.data?.withheld} acts={{ onMarks: (materials) => edit({ materials }), upload: desk.open.upload, removeFile: desk.open.removeFile, fileHref: (fileId) => `/api/v1/drafts/${draft.draftId}/files/${fileId}` }} />
          </div>
        </div>
      </div>
      <CheckPanel check={desk.check.data} lines={desk.lines} saving={desk.open.saving} onGo={goTo} onReload={() => void desk.reload()} acts={<DeskActs desk={desk} instant={instant} draftId={draft.draftId} onNext={onNext} />} />
    </main>
  );
}

/** Goes to where a line is put right. */
function goTo(line: ProblemLine): void {
  const control = line.fieldId ? document.getElementById(line.fieldId) : null;
  if (!control) {
    enterSection(line.part);
    return;
  }
  control.focus();
  control.scrollIntoView({ block: 'center' });
}

/** The draft being typed, its check, and its filing. */
function useDesk({ initial, item, handling, onFiled, onNext }: DraftDeskProps) {
  const words = useWords();
  const { t } = words;
  const open = useDraft(initial);
  const { draft, edit } = open;
  const check = useDraftCheck(draft.draftId);
  const filing = useFiling(draft.draftId, t('filing.opinion'));
  const [tried, setTried] = useState(false);
  const [formRound, setFormRound] = useState(0);
  const [firmHalf, setFirmHalf] = useState(false);
  const [unread, setUnread] = useState<readonly FormFault[]>([]);
  const problems = check.data?.problems ?? [];
  const found = problemLines(problems, handling, check.data?.requiredMaterials ?? [], words, unread);
  const lines: readonly ProblemLine[] = firmHalf ? [...found.filter((line) => line.fieldId !== 'firm-code'), { part: 'place', text: t('problem.firm_half'), fieldId: 'firm-code' }] : found;
  const file = async (reach: FilingReach): Promise<void> => {
    setTried(true);
    if (filing.busy) return;
    // What cannot be read or belongs to nobody is not on the server: it must not be filed without a word.
    const filed = firmHalf || unread.length > 0 ? undefined : await filing.file(reach, open.settle);
    if (filed) return onFiled(filed);
    await check.refetch();
    if (lines[0]) goTo(lines[0]);
  };
  const reload = async (): Promise<void> => {
    await open.reload();
    setFormRound((before) => before + 1);
  };
  const onOrganisation = (organisation: Draft['organisation'], half: boolean): void => {
    setFirmHalf(half);
    edit({ organisation }, true);
  };
  const onForm = (form: FormAnswers, faulty: readonly FormFault[]): void => {
    setUnread(faulty);
    edit({ form }, true);
  };
  const bindings = deskBindings(words, item.implementation_item.project_type === '1', (reach) => void file(reach), onNext);
  return { open, check, filing, lines, faults: tried ? faultsOf(handling.form, problems) : [], file, reload, formRound, onOrganisation, onForm, bindings };
}

function deskBindings({ t }: Words, instant: boolean, file: (reach: FilingReach) => void, onNext: () => void): readonly KeyBinding[] {
  const toMaterials = (): void => void enterSection('materials');
  return [
    { keys: 'Ctrl+Shift+Enter', does: t(instant ? 'filing.file_and_decide' : 'filing.file_and_accept'), run: () => file(instant ? 'decide' : 'accept') },
    { keys: 'F9 / Ctrl+Enter', does: t('filing.file'), run: () => file('file') },
    { keys: 'Alt+ArrowDown', does: t('keys.section_next'), run: () => moveBySection(1) },
    { keys: 'Alt+ArrowUp', does: t('keys.section_before'), run: () => moveBySection(-1) },
    { keys: '1–9', does: t('keys.answer'), run: () => undefined },
    ...Object.entries(formKeys).map(([keys, form]) => ({ keys, does: t(`form_of.${form}`), run: toMaterials })),
    { keys: 'N', does: t('keys.next_person'), run: onNext },
  ];
}

function DeskActs({ desk, instant, draftId, onNext }: { readonly desk: ReturnType<typeof useDesk>; readonly instant: boolean; readonly draftId: string; readonly onNext: () => void }): ReactElement {
  const discard = useDiscard(draftId, onNext);
  const { check, filing, lines } = desk;
  const listed = isFailure(filing.error) && (filing.error.problem.errors?.length ?? 0) > 0; // then each fault stands in the list and beside its field
  return (
    <>
      {check.isError ? <FailureNotice error={check.error} onRetry={() => void check.refetch()} /> : null}
      {filing.error !== undefined && !listed ? <FailureNotice error={filing.error} /> : null}
      <FilingActs instant={instant} ready={check.isSuccess && lines.length === 0} busy={filing.busy} onFile={(reach) => void desk.file(reach)} onDiscard={discard} />
    </>
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
