/** The item catalogue: what the city does for people, versioned, searched in plain words, its forms judged and its processes ready to play. */
import type { Item } from '../../../contract/catalogue.ts';
import { refuse } from '../../kernel/decider.ts';
import { instantOfMs, localDayOf, type LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { askedForm } from './asked-form.ts';
import { formJudgeOf, type FormJudge } from './forms.ts';
import { isInForce, type Catalogue, type PublishedItem } from './published.ts';
import type { Search } from './search.ts';
import { openStanding, type KeptProcess, type StandingCatalogue } from './standing-store.ts';
import { compileSchema, feel, judge } from './surroundings.ts';
import type { Versions } from './versions.ts';

export { loadCatalogue } from './store.ts';
export { isInForce, type Catalogue, type ItemQuestion, type Over, type PublishedItem } from './published.ts';
export { checklist, chosenParts, standingAnswers, type Answers } from './checklist.ts';
export { askedForm } from './asked-form.ts';
export { applicationOfPart, type PartApplication } from './bundle-filing.ts';
export type { Filled, FormPorts } from './forms.ts';
export type { FileProblem } from './publish-folder.ts';
export { itemRoutes, itemSummary, type ItemSurroundings } from './routes.ts';
export { itemRefusals, type ItemRefusalCode } from './refusals.ts';
export { catalogueAdmin, type CatalogueAdmin } from './routes-catalogue-admin.ts';
export type { CatalogueAdminDeps, OpenMatters } from './routes-context.ts';
export { factPointers, verifiedPointers } from './item-facts.ts';

/** The catalogue over a database: looks again when told that something was published. */
export interface StoredCatalogue extends Catalogue {
  /** Reads what was published since, here or by another process; search follows. */
  refresh(): Promise<void>;
  readonly standing: StandingCatalogue;
}

/** At most this many names are suggested. */
const suggestionLimit = 4;

/** What the catalogue asks its surroundings for: the day in Shenzhen, and the district over an area. */
export interface CatalogueSurroundings {
  readonly today?: () => LocalDay;
  readonly districtOf?: (areaUnit: string, day: LocalDay) => string | undefined;
}

/** Reads the catalogue into memory. Without surroundings it stands as of this machine's day and knows no districts. */
export async function catalogueDomain(handle: Handle, around: CatalogueSurroundings = {}): Promise<StoredCatalogue> {
  const today = around.today ?? (() => localDayOf(instantOfMs(Date.now())));
  const standing = await openStanding(handle);
  const forms = new Map<string, FormJudge>();
  let search: { readonly of: readonly PublishedItem[]; readonly ready: Promise<Search> } | undefined;
  const current = (): readonly PublishedItem[] => standing.versions().current(today());
  const item: Catalogue['item'] = (taskCode, version, over) => {
    const versions = standing.versions();
    const found = version === undefined ? versions.at(taskCode, today()) : versions.get(taskCode, version);
    if (!found || !over) return found;
    const number = !('areaUnit' in over) ? over.override : overrideFor(versions, taskCode, around.districtOf?.(over.areaUnit, today()), today());
    return number === undefined ? found : versions.over(found, number);
  };
  const handlingItem: Catalogue['handlingItem'] = (taskCode, version, code) => item(taskCode, version)?.item.handling_items.find((one) => one.task_handle_item === code);
  const processOf = (process: string, version: number): KeptProcess => processIn(standing, process, version);
  return {
    standing,
    refresh: standing.refresh,
    item,
    current,
    handlingItem,
    graphOf: (process, version) => processOf(process, version).graph,
    bpmnOf: (process, version) => processOf(process, version).bpmn,
    elementName: (process, version, element) => processOf(process, version).names[element] ?? { 'zh-CN': element, 'zh-HK': element, en: element },
    judge,
    feel,
    judgeForm(taskCode, version, code, form, ports, answers) {
      if (!item(taskCode, version)) return refuse('items.unknown', { taskCode });
      const handling = handlingItem(taskCode, version, code);
      if (!handling) return refuse('items.unknown_handling_item', { taskCode, handlingItem: code });
      // Of a bundle a form for each choice of parts: which fields are in it is all that its situations differ in.
      const asked = askedForm(handling, answers ?? {});
      const key = `${taskCode} ${version} ${code}${asked === handling.form ? '' : ` ${[...(asked.schema.required ?? []), '', ...Object.keys(asked.schema.properties)].join(' ')}`}`;
      const judgeIt = forms.get(key) ?? formJudgeOf(asked, compileSchema(asked.schema));
      forms.set(key, judgeIt);
      return { ok: true, faults: judgeIt(form, ports) };
    },
    async search(question, day) {
      const standingNow = current();
      const listed = standingNow.map((one) => one.item).filter((one) => isInForce(one, day));
      const fits = (one: Item): boolean =>
        (question.lifeEvent === undefined || one.life_events.includes(question.lifeEvent)) &&
        (question.bundles === undefined || one.bundle !== undefined) &&
        (question.serverType === undefined || (one.implementation_item.server_type as readonly string[]).includes(question.serverType));
      if (!question.text?.trim()) return { items: listed.filter(fits), suggestions: [] };
      // Another list than it was made from: something was published, or its day has come.
      if (search?.of !== standingNow) search = { of: standingNow, ready: import('./search.ts').then(({ searchOf }) => searchOf(standingNow.map((one) => one.item))) };
      const { found, near } = (await search.ready)(question.text);
      const open = new Map(listed.map((one) => [one.implementation_item.task_code, one]));
      const shown = (codes: readonly string[]): readonly Item[] => codes.flatMap((code) => open.get(code) ?? []);
      const items = shown(found).filter(fits);
      // Where a filter hides what the words found, its names; where they found nothing, names that may have been meant.
      const suggested = items.length > 0 ? [] : shown(found.length > 0 ? found : near()).slice(0, suggestionLimit);
      return { items, suggestions: suggested.map((one) => one.catalog_item.task_name) };
    },
  };
}

function processIn(standing: StandingCatalogue, process: string, version: number): KeptProcess {
  const found = standing.process(process, version);
  if (!found) throw new Error(`catalogue: no process ${process} version ${version}`);
  return found;
}

/** The number of the district's own values today; undefined where it has none. */
function overrideFor(versions: Versions, taskCode: string, district: string | undefined, day: LocalDay): number | undefined {
  return district === undefined ? undefined : versions.overrideAt(taskCode, district, day)?.number;
}
