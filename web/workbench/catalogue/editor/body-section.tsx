import type { ReactElement } from 'react';
import { deptTypes, handleTypes, serverTypes, unitLevels, useLevels } from '../../../../contract/catalogue.ts';
import { departmentKinds } from '../../process/departments.ts';
import { ChoiceField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing, type EditorSpeaker } from './editor-context.tsx';
import { CodeAt, FaultAt, ListAt, LocalizedField, NumberAt, placeId, TextAt, TickAt, TicksAt } from './fields.tsx';
import { noText } from './item-draft.ts';

const base = '/implementation_item';
const flags = ['is_online', 'is_schedule', 'is_pay_online', 'is_express', 'is_service_terminals', 'is_entry_center'] as const;
const areas = ['residence', 'household_registration', 'business_place', 'site'] as const;
const states = ['in_force', 'suspended', 'cancelled'] as const;

/** Who does it, for whom, by which ways it comes in, and on which conditions. */
export function BodySection(): ReactElement {
  const t = useEditorWords();
  const { t: wb } = useWords();
  const levels = unitLevels.map((level) => ({ value: level as string, text: wb(`unit_level.${level}`) }));
  const coded = (prefix: 'server_type' | 'handle_type', codes: readonly string[]) => codes.map((code) => ({ value: code, text: t(`${prefix}.${code}` as `server_type.1`) }));
  return (
    <>
      <Department t={t} levels={levels} />
      <div className="ed-row">
        <CodeAt at={`${base}/dept_type`} label={t('f.dept_type')} prefix="dept_type" codes={deptTypes} />
        <CodeAt at={`${base}/use_level`} label={t('f.use_level')} prefix="use_level" codes={useLevels} />
        <CodeAt at={`${base}/area_basis`} label={t('f.area_basis')} prefix="area_basis" codes={areas} />
      </div>
      <OtherDepartments t={t} />
      <TicksAt at={`${base}/server_type`} label={t('f.server_type')} choices={coded('server_type', serverTypes)} />
      <TicksAt at={`${base}/handle_type`} label={t('f.handle_type')} choices={coded('handle_type', handleTypes)} />
      <TicksAt at={`${base}/accept_at`} label={t('f.accept_at')} choices={levels} />
      <p>{flags.map((flag) => <TickAt key={flag} at={`${base}/${flag}`} label={t(`f.${flag}`)} />)}</p>
      <div className="ed-row">
        <NumberAt at={`${base}/limit_scene_num`} label={t('f.limit_scene_num')} />
        <CodeAt at={`${base}/task_state`} label={t('f.task_state')} prefix="task_state" codes={states} />
        <TextAt at={`${base}/plan_effective_date`} label={t('f.plan_effective_date')} short maxLength={10} />
      </div>
      <LocalizedField at={`${base}/limit_scene_explain`} label={t('f.limit_scene_explain')} optional rows={2} />
      <ListAt at={`${base}/accept_condition`} title={t('f.accept_condition')} name={(i) => t('f.condition', { number: i + 1 })} blank={() => ({ ...noText })}>
        {(at, i) => <LocalizedField at={at} label={t('f.condition', { number: i + 1 })} rows={2} />}
      </ListAt>
      {(['transact_time', 'link_way', 'supervise_way'] as const).map((name) => <LocalizedField key={name} at={`${base}/${name}`} label={t(`f.${name}`)} optional rows={2} />)}
    </>
  );
}

function Department({ t, levels }: { readonly t: EditorSpeaker; readonly levels: readonly { readonly value: string; readonly text: string }[] }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const { language } = useWords();
  const { dept } = item.implementation_item;
  return (
    <div className="ed-row" id={placeId(`${base}/dept`)}>
      <ChoiceField label={t('f.dept')} value={dept.kind} {...(dept.kind === '' ? { empty: '—' } : {})} choices={departmentKinds(language)} disabled={!editable} onChoose={(kind) => edit({ kind: 'set', at: `${base}/dept`, value: { ...dept, kind } })} />
      <ChoiceField label={t('f.dept_level')} value={dept.level} choices={levels} disabled={!editable} onChoose={(level) => edit({ kind: 'set', at: `${base}/dept`, value: { ...dept, level } })} />
      <FaultAt at={`${base}/dept/kind`} />
      <FaultAt at={`${base}/dept`} />
    </div>
  );
}

function OtherDepartments({ t }: { readonly t: EditorSpeaker }): ReactElement {
  const { item } = useItemEditing();
  const { language } = useWords();
  const others = item.implementation_item.other_dept.length;
  return <details open={others > 0}><summary>{t('f.other_dept')}{others > 0 ? ` · ${others}` : ''}</summary><TicksAt at={`${base}/other_dept`} label={t('f.other_dept')} choices={departmentKinds(language)} /></details>;
}
