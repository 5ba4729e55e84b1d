import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { measureOf, type FactToMeasure, type MeasuredBy } from './measure.ts';
import type { Context } from './routes-context.ts';
import { countedIn } from './routes-places.ts';
import { advanceRebuild, beginRebuild, putMeasures, queueJob, resetRebuild, type MeasuredRow } from './store.ts';
import { tallyOf } from './tally.ts';

/** Facts that change nothing of what is measured: who holds a link, what somebody proposes. */
const unmeasured: ReadonlySet<string> = new Set(['link_opened', 'link_claimed', 'link_released', 'limit_act_proposed', 'limit_act_rejected']);

/** The jobs of this domain that a fact of a matter asks for. */
export const measuresReactions = (fact: { readonly kind: string }): readonly string[] => (unmeasured.has(fact.kind) ? [] : ['measures.when_matter_changed_measure']);

/** Matters measured in one job of a rebuild: some seconds' work, well within a job's lease. */
const perRebuild = 200;

/** Measuring follows the facts: after each, and once over everything that was there before. Both may run twice and count once (measures.put). */
export function measureJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'measures.when_matter_changed_measure': async ({ matterId }) => void (await putMeasures(context.database.handle, await measuredRows(context, [matterId]))),
    'measures.when_started_rebuild': () => rebuildStep(context),
  };
}

/** Measures matters as their facts stand now. One that is gone is left out. */
export async function measuredRows(context: Context, ids: readonly Id[]): Promise<readonly MeasuredRow[]> {
  const found = (await Promise.all(ids.map((id) => context.matters.facts(id)))).filter((one) => one !== undefined);
  const parties = await context.people.parties([...new Set(found.map(({ state }) => state.organisationId ?? state.partyId))]);
  return found.map(({ matterId, state, facts }) => {
    const numbered = parties.has(state.organisationId ?? state.partyId);
    // The union of facts has more than is measured; only codes and days are read of it.
    const measure = measureOf(state, facts as readonly FactToMeasure[], measuredBy(context, state, numbered));
    const place = countedIn(context.units, state.areaUnit, localDayOf(state.receivedAt));
    return { matterId, seq: facts.length, measure, place, tally: tallyOf(measure, place) };
  });
}

interface Measured {
  readonly item: { readonly taskCode: string; readonly handlingItem: string; readonly version: number };
  readonly acceptingInstitution: string;
}

function measuredBy(context: Context, matter: Measured, numbered: boolean): MeasuredBy {
  const { taskCode, handlingItem, version } = matter.item;
  const held = context.catalogue.handlingItem(taskCode, version, handlingItem)?.materials.filter((material) => material.source_type === 'government').map((material) => material.material_code) ?? [];
  return {
    item: { visits: context.catalogue.item(taskCode, version)?.item.implementation_item.limit_scene_num ?? 0, held: new Set(held) },
    generalWindows: context.units.tree.institutions.get(matter.acceptingInstitution)?.generalWindows ?? 0,
    numbered,
    calendarOf: (calendar) => context.calendar.byVersion(calendar) ?? context.calendar.calendar,
  };
}

async function rebuildStep(context: Context): Promise<void> {
  const { handle } = context.database;
  const state = await beginRebuild(handle);
  if (state.done) return;
  const ids = await context.matters.idsAfter(state.afterMatter, perRebuild);
  const measured = await putMeasures(handle, await measuredRows(context, ids));
  const done = ids.length < perRebuild;
  const afterMatter = ids.at(-1) ?? state.afterMatter;
  await advanceRebuild(handle, { afterMatter, measured, done });
  if (done) return;
  await queueRebuild(context, String(afterMatter));
  context.wakeJobs();
}

const queueRebuild = (context: Context, from: string): Promise<void> => queueJob(context.database.handle, { key: `measures.rebuild ${from}`, kind: 'measures.when_started_rebuild', payload: {} });

/**
 * Measures the matters that were there before the measures, or before the present definitions of them; in jobs, a few hundred at a time, going on where
 * it stopped. Costs two short queries where everything is measured already. Call it at start, and after matters were loaded past the pipeline.
 */
export async function rebuildMeasures(context: Context): Promise<void> {
  const { handle } = context.database;
  const state = await beginRebuild(handle);
  if (state.done && !(await resetRebuild(handle, (await context.matters.idsAfter(null, 1)).length > 0))) return;
  await queueRebuild(context, 'start');
  context.wakeJobs();
}
