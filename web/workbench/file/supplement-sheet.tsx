import type { ReactElement } from 'react';
import type { Material } from '../../../contract/catalogue.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { dayWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useWords } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { DefectList } from './defect-list.tsx';
import { changedPapers, givenIn } from './papers.ts';
import { PapersSheet, type SheetPapers } from './papers-sheet.tsx';

/** A sheet over a matter's file that ends in one act. */
export interface ActSheetProps {
  readonly matter: MatterView;
  /** of an act on a link */
  readonly linkId?: string | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (act: Act) => void;
  readonly onClose: () => void;
}

/** 补正 at the window: what the notice asked for, handed in by whoever brings it. */
export function SupplementSheet({ onSend, ...props }: ActSheetProps): ReactElement {
  const { matter } = props;
  const { t, ui } = useWords();
  const wanted = new Set(matter.defects.filter((defect) => defect.about === 'material').map((defect) => defect.code));
  const hindrance = ({ asked, given, unread }: SheetPapers): string | null => {
    if (unread > 0) return t('papers.field_faulty', { count: unread });
    const missing = asked.filter((material) => !given.some((one) => one.materialCode === material.material_code)).length;
    return missing > 0 ? t('materials.open', { count: missing }) : null;
  };
  return (
    <PapersSheet
      {...props} title={ui('command.supplement')} sendWords={t('supplement.send')} start={[]} withForm hindrance={hindrance}
      about={(materials) => materials.filter((material) => wanted.has(material.material_code))} onSend={({ form, given }) => onSend({ kind: 'supplement', form, materials: given })}
    >
      <DefectList matter={matter} />
    </PapersSheet>
  );
}

/** 当场更正: with the applicant at the window, materials are replaced and entries changed before anything is said in writing (行政许可法 32, third item). */
export function CorrectOnSpotSheet({ onSend, ...props }: ActSheetProps): ReactElement {
  const { matter } = props;
  const { t, ui } = useWords();
  const before = givenIn(matter.materials);
  const lies = new Set(matter.materials.map((material) => material.materialCode));
  const hindrance = ({ given, form, unread }: SheetPapers): string | null => {
    if (unread > 0) return t('papers.field_faulty', { count: unread });
    return changedPapers(before, given).length === 0 && sameAnswers(form, matter.form) ? t('spot.nothing') : null;
  };
  return (
    <PapersSheet
      {...props} title={ui('command.correct_on_spot')} sendWords={t('spot.send')} start={before} withForm hindrance={hindrance}
      about={(materials) => materials.filter((material) => lies.has(material.material_code) && material.filled_by_form !== true)}
      onSend={({ form, given }) => onSend({ kind: 'correct_on_spot', form, materials: changedPapers(before, given) })}
    >
      <Notice kind="info" title={t('spot.why')}><p>{t('spot.why_words')}</p></Notice>
    </PapersSheet>
  );
}

/** 容缺补交: the materials that were to come later; this time they must come themselves. */
export function DeferredSheet({ onSend, ...props }: ActSheetProps): ReactElement {
  const { matter } = props;
  const { t, ui, of, language, today } = useWords();
  const awaited = matter.materials.filter((material) => material.form === 'deferred');
  const dueOf = (code: string): string | undefined => matter.dues.find((due) => due.limitId === `deferred:${code}`)?.dueOn;
  const codes = new Set(awaited.map((material) => material.materialCode));
  return (
    <PapersSheet
      {...props} title={ui('command.hand_in_deferred')} sendWords={t('supplement.send')} start={[]} withForm={false} hindrance={({ given }) => (given.length === 0 ? t('deferred.nothing') : null)}
      about={(materials) => materials.filter((material) => codes.has(material.material_code)).map((material): Material => ({ ...material, is_need: 'required' }))}
      onSend={({ given }) => onSend({ kind: 'hand_in_deferred', materials: given })}
    >
      <Notice kind="info" title={t('deferred.why')}>
        <ul>
          {awaited.map((material) => {
            const on = dueOf(material.materialCode);
            return <li key={material.materialCode}>{of(material.name)}{on ? ` · ${t('deferred.due', { date: dayWords(on, language, today) })}` : ''}</li>;
          })}
        </ul>
        <p>{t('deferred.why_words')}</p>
      </Notice>
    </PapersSheet>
  );
}

/** Whether two sets of answers are the same, whatever the order of their fields. */
function sameAnswers(a: MatterView['form'], b: MatterView['form']): boolean {
  const ordered = (answers: MatterView['form']): string => JSON.stringify(Object.entries(answers).sort(([x], [y]) => (x < y ? -1 : 1)));
  return ordered(a) === ordered(b);
}
