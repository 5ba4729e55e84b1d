import type { Draft, Application, ApplyStep } from '../apply-steps.ts';
import { stepsOf } from '../apply-steps.ts';
import { pickerState, type PickerInput } from '../places.ts';
import type { CommunityState } from '../../ui/community-field/community-field.tsx';
import type { FieldUi } from '../../ui/wire.ts';
import { controlName } from '../../ui/form/form-field.ts';
import { askedForm } from '../../ui/form/asked-form.ts';
import { standingAnswers } from '../situation.ts';
import { ask, type Answer, type Visit } from '../visit.ts';
import { itemOf } from './items.ts';

const none = { ok: false, status: 404, code: 'drafts.unknown', title: '', params: {}, errors: [] } as const;

/** The draft of this address with its item; another's looks like none. */
export async function applicationOf(visit: Visit): Promise<Answer<Application>> {
  const draft = await ask(visit.api.GET('/api/v1/drafts/{draftId}', { params: { path: { draftId: visit.params.draftId ?? '' } } }));
  if (!draft.ok) return draft;
  const whole = await itemOf(visit, draft.data.taskCode);
  if (!whole.ok) return whole;
  const handling = whole.data.item.handling_items.find((one) => one.task_handle_item === draft.data.handlingItem);
  return handling ? { ok: true, data: inSituation({ draft: draft.data, item: whole.data.item, handling }) } : none;
}

type Change = { areaUnit?: string | null; organisation?: Draft['organisation']; answers?: Draft['answers']; form?: Draft['form']; materials?: { materialCode: string; form: Draft['materials'][number]['form'] }[] };

/** Keeps what was typed. `version` is the one the page was made with; an older one is refused with drafts.changed_elsewhere. */
export async function save(visit: Visit, draft: Draft, change: Change): Promise<Answer<Draft>> {
  const version = Number(visit.posted('version'));
  return ask(visit.api.POST('/api/v1/drafts/{draftId}/save', { params: { path: { draftId: draft.draftId } }, body: { version: Number.isInteger(version) && version > 0 ? version : draft.version, ...change } }));
}

/** The application with another draft in it. */
export const withDraft = (application: Application, draft: Draft): Application => {
  const handling = application.item.handling_items.find((one) => one.task_handle_item === draft.handlingItem) ?? application.handling;
  return inSituation({ ...application, handling, draft });
};

/** Of a bundle (一件事) only what its answers bring in is asked. */
function inSituation(application: Application): Application {
  const { handling, draft } = application;
  return { ...application, handling: { ...handling, form: askedForm(handling.form, standingAnswers(handling, draft.answers)) } };
}

/** The step an address names; in the other print size the same question may have another address, then the nearest step. */
export function stepAt(application: Application, elder: boolean, path: string): ApplyStep | undefined {
  const steps = stepsOf(application, elder);
  return steps.find((step) => step.path === path) ?? steps.find((step) => step.path.startsWith(`${path}/`)) ?? steps.find((step) => path.startsWith(`${step.path}/`));
}

/** What of a community picker was posted under `name`. */
export function pickerInput(visit: Visit, name: string, stored: string): PickerInput {
  const { posted } = visit;
  const find = posted('find');
  return {
    chosen: posted(name) || stored, search: posted(`${name}.search`), district: posted(`${name}.district`), street: posted(`${name}.street`),
    find: find === name ? 'search' : find === `${name}.browse` ? 'browse' : null,
  };
}

/** The state of every community picker among these fields. */
export async function communitiesOf(visit: Visit, fields: readonly FieldUi[], answers: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, CommunityState>>> {
  const pickers = fields.filter((field) => field.widget === 'community');
  const states = await Promise.all(
    pickers.map((field) => pickerState(visit.api, visit.places, visit.ctx.language, pickerInput(visit, controlName(field.name), typeof answers[field.name] === 'string' ? String(answers[field.name]) : ''))),
  );
  return Object.fromEntries(pickers.map((field, i) => [field.name, states[i] ?? { districts: [] }]));
}

/** Whether the person asked a picker to list communities, or typed a name without choosing: the page comes back with what was found. */
export function wantsList(visit: Visit, names: readonly string[]): boolean {
  return visit.posted('find') !== '' || names.some((name) => visit.posted(name) === '' && visit.posted(`${name}.search`) !== '' && visit.posted('later') === '');
}
