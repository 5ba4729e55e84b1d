import type { ReactElement } from 'react';
import { limitUnits, projectTypes } from '../../../../contract/catalogue.ts';
import { useEditorWords } from './editor-context.tsx';
import { CodeAt, ListAt, LocalizedField, NumberAt, TickAt } from './fields.tsx';
import { noText } from './item-draft.ts';

const base = '/implementation_item';
const resultTypes = ['certificate', 'approval', 'register_entry', 'payment', 'other'] as const;

/** How long it may take, what it costs, what comes out. */
export function LimitsSection(): ReactElement {
  const t = useEditorWords();
  return (
    <>
      <div className="ed-row">
        <CodeAt at={`${base}/project_type`} label={t('f.project_type')} prefix="project_type" codes={projectTypes} />
        <NumberAt at={`${base}/anticipate_day`} label={t('f.anticipate_day')} optional />
        <CodeAt at={`${base}/anticipate_type`} label={t('f.anticipate_type')} prefix="limit_unit" codes={limitUnits} />
        <NumberAt at={`${base}/promise_day`} label={t('f.promise_day')} />
        <CodeAt at={`${base}/promise_type`} label={t('f.promise_type')} prefix="limit_unit" codes={limitUnits} />
      </div>
      <LocalizedField at={`${base}/promise_explain`} label={t('f.promise_explain')} optional rows={2} />
      <LocalizedField at={`${base}/anticipate_explain`} label={t('f.anticipate_explain')} optional rows={2} />
      <ListAt at={`${base}/special_procedure`} title={t('f.special_procedure')} name={(i) => t('f.procedure', { number: i + 1 })} blank={() => ({ ...noText })}>
        {(at, i) => <LocalizedField at={at} label={t('f.procedure', { number: i + 1 })} rows={2} />}
      </ListAt>
      <LocalizedField at={`${base}/result_name`} label={t('f.result_name')} maxLength={120} />
      <div className="ed-row">
        <CodeAt at={`${base}/result_type`} label={t('f.result_type')} prefix="result_type" codes={resultTypes} />
        <NumberAt at={`${base}/result_valid_months`} label={t('f.result_valid_months')} optional />
      </div>
      <p><TickAt at={`${base}/is_fee`} label={t('f.is_fee')} /></p>
      <ListAt at={`${base}/fees`} title={t('f.fees')} name={(i) => `${t('f.fee_name')} ${i + 1}`} blank={() => ({ fee_name: { ...noText }, amount_fen: 0, fee_stand: { ...noText }, is_desc: false })}>
        {(at) => (
          <>
            <LocalizedField at={`${at}/fee_name`} label={t('f.fee_name')} />
            <div className="ed-row"><NumberAt at={`${at}/amount_fen`} label={t('f.amount_yuan')} scale={100} /><TickAt at={`${at}/is_desc`} label={t('f.is_desc')} /></div>
            <LocalizedField at={`${at}/fee_stand`} label={t('f.fee_stand')} rows={2} />
          </>
        )}
      </ListAt>
    </>
  );
}
