import type { ReactElement } from 'react';
import { mandateActs } from '../../../contract/agency.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx';
import { DateField, type DateParts } from '../../ui/date-field/date-field.tsx';
import { Radios } from '../../ui/radios/radios.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { mandateWords, portalAgencyWords, type MyMandates } from './agency.tsx';

/** Most items named one by one (contract/agency.ts). */
export const mostItems = 50;

/** Fields of the form, as their faults are keyed. */
export type GiveField = 'principal' | 'name' | 'number' | 'role' | 'acts' | 'items' | 'until';

/** What was typed. */
export interface GiveValues {
  readonly principalId: string;
  readonly name: string;
  readonly number: string;
  readonly role: string;
  readonly acts: readonly string[];
  readonly which: string;
  readonly taskCodes: readonly string[];
  readonly until: DateParts;
}

/** What the page is given: whom he may name others for, every item by name, what was typed, and faults beside their fields. */
export interface GiveData {
  readonly principals: MyMandates['principals'];
  readonly items: readonly { readonly value: string; readonly text: string }[];
  readonly values: GiveValues;
  readonly commandId: string;
  readonly faults: Readonly<Partial<Record<GiveField, string>>>;
  /** a refusal of no single field */
  readonly fault?: string | undefined;
}

function Scope({ ctx, data }: { readonly ctx: PageContext; readonly data: GiveData }): ReactElement {
  const [w, m] = [portalAgencyWords(ctx), mandateWords(ctx)];
  const { values, faults, items } = data;
  return (
    <>
      <Checkboxes id="acts" name="acts" label={w('give.acts')} hint={w('give.acts_hint')} error={faults.acts} values={values.acts} choices={mandateActs.map((act) => ({ value: act, text: m(`act.${act}`) }))} />
      <Radios id="items" name="which" label={w('give.items')} error={faults.items} value={values.which} choices={[{ value: 'all', text: m('items.all') }, { value: 'some', text: w('give.items_some') }]} />
      <Checkboxes id="task-codes" name="taskCodes" label={w('give.task_codes')} hint={w('give.task_codes_hint', { most: mostItems })} values={values.taskCodes} choices={items} when={{ name: 'which', anyOf: ['some'] }} />
    </>
  );
}

/** Naming somebody: for whom, who, as what, what, which items, until when. */
export function GiveMandate({ ctx, data }: { readonly ctx: PageContext; readonly data: GiveData }): ReactElement {
  const [w, m] = [portalAgencyWords(ctx), mandateWords(ctx)];
  const { principals, values, faults } = data;
  const own = principals.filter((one) => one.mayName.length > 0);
  const managers = own.some((one) => one.mayName.includes('manager'));
  const errors = [...Object.entries(faults).map(([fieldId, text]) => ({ text, fieldId })), ...(data.fault ? [{ text: data.fault }] : [])];
  return (
    <Page ctx={ctx} title={w('give.title')} errors={errors} islands={['conditions', 'once']} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }, { text: w('page.title'), href: '/agency' }]}>
      <h1>{w('give.title')}</h1>
      <p>{w('give.why')}</p>
      <form method="post" action="/agency/give" noValidate data-once="">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={data.commandId} />
        {own.length > 1 ? (
          <Radios id="principal" name="principalId" label={w('give.principal')} error={faults.principal} value={values.principalId} choices={own.map((one) => ({ value: one.party.partyId, text: one.self ? w('give.myself') : one.party.nameMasked }))} />
        ) : <input type="hidden" name="principalId" value={own[0]?.party.partyId ?? ''} />}
        <TextInput id="name" name="agentName" label={w('give.name')} value={values.name} error={faults.name} autoComplete="off" />
        <TextInput id="number" name="agentNumber" label={w('give.number')} hint={w('give.number_hint')} value={values.number} error={faults.number} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        {managers ? (
          <Radios id="role" name="role" label={w('give.role')} error={faults.role} value={values.role} choices={[{ value: 'agent', text: m('role.agent'), hint: w('give.agent_hint') }, { value: 'manager', text: m('role.manager'), hint: w('give.manager_hint') }]} />
        ) : <input type="hidden" name="role" value="agent" />}
        <Scope ctx={ctx} data={data} />
        <DateField id="until" name="until" label={w('give.until')} hint={w('give.until_hint')} error={faults.until} value={values.until} units={[ctx.ui('form.year'), ctx.ui('form.month'), ctx.ui('form.day')]} />
        <ButtonRow><Button icon="check">{w('give.send')}</Button><ButtonLink kind="link" href="/agency">{ctx.t('page.back')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
