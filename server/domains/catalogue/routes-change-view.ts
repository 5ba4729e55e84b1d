/** Changes of the catalogue as they travel: with their problems in words, what is other than their base, and both persons. */
import type * as wire from '../../../contract/catalogue-admin.ts';
import type { Language, Localized, Messages } from '../../../contract/language.ts';
import { languages, say } from '../../../contract/language.ts';
import { catalogueAdminMessages } from '../../../contract/messages/catalogue-admin.ts';
import { referenceMessages } from '../../../contract/messages/reference.ts';
import { serverMessages } from '../../../contract/messages/server.ts';
import { numbersMessages } from '../../../contract/messages/numbers.ts';
import { unitsMessages } from '../../../contract/messages/units.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { readBpmn } from './bpmn-folder.ts';
import type { Change } from './change.ts';
import type { Draft, ListedChange, StoredChange } from './changes-store.ts';
import { differencesOf, type Difference } from './diff.ts';
import { overridableFields } from './override.ts';
import { pointer } from './problem.ts';
import type { NamedProblem } from './publication.ts';
import { allowedActs, allowedDraftActs } from './policy.ts';
import { codeAsName, itemName, type Context } from './routes-context.ts';
import { judgeContent, type Judged } from './routes-judge.ts';

const sentences: Messages = { ...serverMessages, ...unitsMessages, ...numbersMessages, ...referenceMessages, ...catalogueAdminMessages };

/** The sentence of a code in every language; the code itself where it has none. */
export function sentenceOf(code: string, params: Readonly<Record<string, string | number>>, called: NamedProblem['called'] = {}): Localized {
  const text = sentences[code] ?? codeAsName(code);
  const named = (language: Language) => Object.fromEntries(Object.entries(called).map(([name, words]) => [name, words[language]]));
  const [cn, hk, en] = languages.map((language) => say(text, language, { ...params, ...named(language) }));
  return { 'zh-CN': cn ?? code, 'zh-HK': hk ?? code, en: en ?? code };
}

/** A problem with its grade and its sentence. */
export const problemView = (grade: wire.CatalogueProblem['grade']) => (one: NamedProblem): wire.CatalogueProblem => ({ pointer: one.pointer, code: one.code, params: { ...one.params }, grade, text: sentenceOf(one.code, one.params, one.called) });

/** Differences as they travel. */
export const differenceView = (one: Difference): wire.CatalogueDifference => ({ pointer: one.pointer, keys: [...one.keys], label: one.label && { ...one.label }, what: one.what, before: one.before, after: one.after });

/** Names of everybody who wrote, proposed or decided these. */
export function personsOf(context: Pick<Context, 'staffNames'>, ids: readonly (Id | null | undefined)[]): Promise<ReadonlyMap<Id, string>> {
  return context.staffNames([...new Set(ids.flatMap((id) => id ?? []))].filter(isStaffId));
}

/** The system's own acts bear the name of their job, no id of a person. */
const isStaffId = (id: string): boolean => /^[0-9a-f]{8}-/.test(id);

type Persons = ReadonlyMap<Id, string>;
const person = (persons: Persons, id: Id | null): { staffId: string | null; name: string } => (id !== null && isStaffId(id) ? { staffId: id, name: persons.get(id) ?? '' } : { staffId: null, name: '' });

/** Everybody a change names. */
export const namedBy = (state: Change | null, author: Id | null | undefined): readonly (Id | null | undefined)[] => [author, state?.proposedBy.id, state?.decidedBy?.id];

/** A change in a list. */
export function changeRow(context: Context, one: ListedChange, persons: Persons): wire.CatalogueChangeRow {
  const { state, draft } = one;
  const subjectName = one.kind === 'process' ? (context.standing.process(one.subject)?.names[one.subject] ?? codeAsName(one.subject)) : itemName(context, one.subject);
  return {
    changeId: one.changeId, kind: one.kind, status: state?.status ?? 'draft', origin: state?.origin ?? draft?.origin ?? 'screen', subject: one.subject, subjectName,
    unit: one.unit, unitName: one.unit === null ? null : context.units.unitName(one.unit), title: state?.title ?? draft?.terms.title ?? '', baseVersion: state ? state.baseVersion : (draft?.baseVersion ?? null), revision: one.revision, changedAt: one.changedAt,
    author: person(persons, state ? state.proposedBy.id : (draft?.author ?? null)), proposedAt: state?.proposedAt ?? null, decidedAt: state?.decidedAt ?? null, decidedBy: state?.decidedBy ? person(persons, state.decidedBy.id) : null,
    effectiveOn: state ? (state.standsFrom ?? state.effectiveOn) : (draft?.terms.effectiveOn ?? null), version: state?.published.find((made) => made.subject === one.subject && made.what === one.kind)?.version ?? null,
  };
}

/** A draft, whole, judged on the catalogue of now. */
export async function draftView(context: Context, actor: Actor, draft: Draft): Promise<wire.CatalogueChange> {
  const listed: ListedChange = { ...draft, changedAt: draft.savedAt, draft, state: null };
  const judged = await judgeContent(context, draft.content, draft.terms.effectiveOn);
  return whole(context, listed, { content: draft.content, terms: draft.terms, words: null, judged, newestVersion: judged.newestVersion, allowed: [...allowedDraftActs(actor, draft)] });
}

/** A proposed or decided change, whole. What is settled is not judged any more. */
export async function changeView(context: Context, actor: Actor, stored: StoredChange): Promise<wire.CatalogueChange> {
  const { state, content } = stored;
  const { title, reason, effectiveOn, lawChange } = state;
  const listed: ListedChange = { changeId: stored.changeId, kind: state.what, subject: state.subject, unit: state.unit, revision: stored.seq, changedAt: stored.changedAt, draft: null, state };
  const judged = state.status === 'proposed' ? await judgeContent(context, content, effectiveOn) : undefined;
  return whole(context, listed, { content, terms: { title, reason, effectiveOn, lawChange }, words: state.words, judged, newestVersion: judged?.newestVersion ?? null, allowed: [...allowedActs(actor, state)] });
}

type Rest = Pick<wire.CatalogueChange, 'content' | 'terms' | 'words' | 'newestVersion' | 'allowed'> & { readonly judged: Judged | undefined };

async function whole(context: Context, listed: ListedChange, { judged, ...rest }: Rest): Promise<wire.CatalogueChange> {
  const persons = await personsOf(context, namedBy(listed.state, listed.draft?.author));
  const row = changeRow(context, listed, persons);
  const base = baseOf(context, rest.content, row.baseVersion);
  return {
    ...row, ...rest, base, differences: (await differencesOfContents(context, base, rest.content)).map(differenceView),
    problems: judged ? [...judged.errors.map(problemView('error')), ...judged.warnings.map(problemView('warning'))] : [],
  };
}

/** What a content began from: the version it builds on. */
export function baseOf(context: Context, content: wire.CatalogueContent, baseVersion: number | null): wire.CatalogueContent | null {
  if (baseVersion === null) return null;
  const versions = context.standing.versions();
  switch (content.kind) {
    case 'item': {
      const found = versions.get(taskCodeOf(content), baseVersion);
      if (!found) return null;
      const process = content.process && context.standing.process(found.process, found.processVersion);
      return { kind: 'item', item: found.item, process: process ? { processId: process.id, bpmn: process.bpmn } : null };
    }
    case 'process': {
      const found = context.standing.process(content.processId, baseVersion);
      return found ? { kind: 'process', processId: found.id, bpmn: found.bpmn } : null;
    }
    case 'override': {
      const found = versions.overridesOf(content.taskCode).find((row) => row.number === baseVersion);
      return found ? { kind: 'override', taskCode: content.taskCode, unit: content.unit, fields: { ...found.fields } } : null;
    }
  }
}

/** The task code an item content names; empty where it names none yet. */
export function taskCodeOf(content: wire.CatalogueContent): string {
  if (content.kind !== 'item') return content.kind === 'override' ? content.taskCode : '';
  const code = (content.item as { implementation_item?: { task_code?: unknown } } | null)?.implementation_item?.task_code;
  return typeof code === 'string' ? code : '';
}

/** What is other between two contents of one kind; over nothing, everything is added. */
export async function differencesOfContents(context: Context, before: wire.CatalogueContent | null, after: wire.CatalogueContent): Promise<readonly Difference[]> {
  if (after.kind === 'override') return overrideDifferences(context, before?.kind === 'override' ? before.fields : {}, after);
  const item = after.kind === 'item' ? under('item', differencesOf(before?.kind === 'item' ? before.item : undefined, after.item)) : [];
  const own = (content: wire.CatalogueContent | null) => (content?.kind === 'process' ? content : content?.kind === 'item' ? content.process : null);
  const [was, is] = await Promise.all([drawn(own(before)), drawn(own(after))]);
  return [...item, ...(is === undefined ? [] : under('process', differencesOf(was, is)))];
}

const under = (name: string, list: readonly Difference[]): readonly Difference[] => list.map((one) => ({ ...one, pointer: `${pointer(name)}${one.pointer}`, keys: [name, ...one.keys] }));

/** A process as lists of elements and flows, its drawing left out; its text where it cannot be read. */
async function drawn(process: { readonly processId: string; readonly bpmn: string } | null): Promise<unknown> {
  if (process === null) return undefined;
  const answer = await readBpmn(process.processId, process.bpmn);
  if (!answer.ok) return { text: process.bpmn };
  const { elements, flows, given, drawing } = answer.read;
  const named = (id: string) => {
    const { 'zh-CN': cn = '', 'zh-HK': hk = '', en = '' } = drawing.names[id] ?? {};
    return cn || hk || en ? { called: { 'zh-CN': cn, 'zh-HK': hk, en } } : {};
  };
  return { elements: elements.map(({ name: _name, ...element }) => ({ ...element, ...named(element.id) })), flows, given };
}

/** A district's values beside those it had, or beside the item's own. */
function overrideDifferences(context: Context, before: Readonly<Record<string, unknown>>, after: Extract<wire.CatalogueContent, { kind: 'override' }>): readonly Difference[] {
  const item = context.standing.versions().latest(after.taskCode)?.item;
  const fields = item ? overridableFields(item) : [];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after.fields)])];
  return paths.flatMap((path): readonly Difference[] => {
    const own = fields.find((field) => field.pointer === path);
    const [was, is] = [before[path] ?? own?.value ?? null, after.fields[path] ?? own?.value ?? null];
    const differs = differencesOf(was, is).length > 0;
    return differs ? [{ pointer: pointer('fields', path), keys: ['fields', ...path.slice(1).split('/')], label: own?.label ?? null, what: 'changed', before: was, after: is }] : [];
  });
}
