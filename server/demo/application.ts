import { askedForm, chosenParts } from '../domains/catalogue/index.ts';
import type { FilingJudgement } from '../domains/matters/law.ts';
import type { Channel, Status } from '../domains/matters/matter.ts';
import { findItem, judgeApplication, judgeFormOf, placesOf, type FoundItem } from '../domains/matters/routes-context.ts';
import { needsOrganisation } from '../domains/matters/routes-drafts.ts';
import { administeringUnit, hallOf, type UnitLevel } from '../domains/units/index.ts';
import { addCalendarDays } from '../kernel/calendar/index.ts';
import type { Id } from '../kernel/ids.ts';
import { localDayOf, type Instant } from '../kernel/instant.ts';
import type { Chance } from './chance.ts';
import { cityId } from './city.ts';
import { formAnswers } from './form-answers.ts';
import { anyHour, lastWorkingDays, officeDay, officeInstant } from './office-hours.ts';
import type { Firm, Resident } from './residents.ts';
import { situationAnswers } from './situation-answers.ts';
import { contextAt, type World } from './world.ts';

/** How one material will be handed in; an uploaded one gets its file when the matter is written. */
export interface PlannedMaterial {
  readonly code: string;
  readonly form: 'uploaded' | 'seen_at_window' | 'from_city';
  /** names of the material, for the page that stands for it */
  readonly names: { readonly en: string };
}

/** An application as somebody of the invented city makes it: complete, and judged without fault by the item's own rules. */
export interface Application {
  readonly matterId: Id;
  readonly index: number;
  readonly found: FoundItem;
  readonly applicant: Resident;
  readonly firm: Firm | undefined;
  readonly channel: Channel;
  readonly areaUnit: string;
  readonly accepting: string;
  readonly handling: string;
  readonly receivedAt: Instant;
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly materials: readonly PlannedMaterial[];
  readonly judgement: FilingJudgement;
  /** the status its life must have come to, where the demonstration needs one */
  readonly wanted: Status | undefined;
}

/** What the two demonstration residents find in their lists: one matter in each state, filed so many working days ago. */
const shown: readonly { readonly status: Status; readonly daysAgo: number }[] = [
  { status: 'received', daysAgo: 1 }, { status: 'correction_requested', daysAgo: 3 }, { status: 'accepted', daysAgo: 4 }, { status: 'completed', daysAgo: 9 }, { status: 'completed', daysAgo: 24 }, { status: 'not_accepted', daysAgo: 13 },
];

/** Share of matters brought to a window, and of those filed from the demonstration clerk's community. */
const atWindow = 0.55;
const nearHome = 0.06;

/** Draws the application with this number. The first ones belong to the demonstration residents; then every item comes once; then as often as people ask. */
export function inventApplication(world: World, index: number): Application {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const made = tryApplication(world, index, world.chance(`matter/${index}/${attempt}`));
    if (made) return made;
  }
  throw new Error(`invented city: no application number ${index} could be drawn`);
}

function tryApplication(world: World, index: number, chance: Chance): Application | undefined {
  const wish = index < shown.length * 2 ? shown[index % shown.length] : undefined;
  const everyItem = world.app.catalogue.current();
  const due = index - shown.length * 2;
  const item = wish === undefined && due < everyItem.length ? (everyItem[due] ?? chance.oneOf(world.items)) : chance.oneOf(world.items);
  // A matter that must still be open needs an item that takes its time.
  if (wish?.status === 'accepted' && item.item.implementation_item.promise_day < 7) return undefined;
  const handlings = item.item.handling_items;
  const handling = chance.happens(0.7) ? handlings[0] : handlings[chance.whole(0, handlings.length - 1)];
  const found = handling && findItem(contextAt(world, world.now), item.item.implementation_item.task_code, handling.task_handle_item);
  const applicant = wish ? world.residents[index < shown.length ? 0 : 1] : chance.oneOf(world.candidates(item, chance.happens(nearHome)));
  if (!found || !applicant) return undefined;
  const answers = situationAnswers(found.handling, applicant.person.origin, chance);
  if (!answers || (found.item.bundle && withoutParts(found, answers))) return undefined;
  const channel: Channel = wish || !chance.happens(atWindow) ? 'online' : 'window';
  // The items of a bundle are filed by the jobs of the server that finds it accepted: its own day is the last.
  const receivedAt = receivedMoment(world, channel, found.item.bundle ? 1 : wish?.daysAgo, chance);
  const firm = firmFor(world, found, applicant, chance);
  return complete(world, { index, found, applicant, firm, channel, receivedAt, answers, wanted: wish?.status }, chance);
}

type Begun = Pick<Application, 'index' | 'found' | 'applicant' | 'firm' | 'channel' | 'receivedAt' | 'answers' | 'wanted'>;

function complete(world: World, begun: Begun, chance: Chance): Application | undefined {
  const { found, channel, answers } = begun;
  const context = contextAt(world, begun.receivedAt);
  const areaUnit = begun.firm && ['business_place', 'site'].includes(found.item.implementation_item.area_basis) ? begun.firm.place : begun.applicant.home;
  const places = placesOf(context, found, areaUnit, channel === 'window' ? hallFor(world, found, areaUnit, chance) : null);
  if (!places.ok) return undefined;
  const day = localDayOf(begun.receivedAt);
  const form = formAnswers({ ...found.handling, form: askedForm(found.handling, answers) }, {
    applicant: begun.applicant, firm: begun.firm, others: world.candidates(found, false), children: world.children, otherFirms: world.firms, areaUnit, areaName: world.app.units.unitName(areaUnit)['zh-CN'], day,
  }, (filled) => judgeFormOf(context, found, filled, answers), chance);
  const judgement = judgeApplication(context, found, answers, form);
  if ('code' in judgement || judgement.notEligible || judgement.openQuestions.length > 0) return undefined;
  return {
    ...begun, matterId: cityId(world.city, 'matter', begun.index), areaUnit, accepting: places.accepting, handling: places.handling, form, judgement, materials: materialsFor(found, judgement, channel, chance),
  };
}

/** A bundle of a single item shows nothing of what a bundle is. */
const withoutParts = ({ item, handling }: FoundItem, answers: Readonly<Record<string, string>>): boolean => item.bundle !== undefined && chosenParts(item.bundle, handling.questions, answers).length < 2;

/** At a window in office hours, online at any hour; never after now, and where today is still too young, on the working day before. */
function receivedMoment(world: World, channel: Channel, daysAgo: number | undefined, chance: Chance): Instant {
  const { calendar } = world.app.calendar;
  const drawn = daysAgo === undefined ? chance.oneOf(world.days) : (lastWorkingDays(calendar, world.city.day, daysAgo + 1)[0] ?? world.city.day);
  // Phones know no weekend: one online filing in seven comes on a day without work that follows.
  const day = channel === 'online' && daysAgo === undefined && chance.happens(1 / 7) ? addCalendarDays(drawn, chance.whole(1, 2)) : drawn;
  const minute = chance.next() * (officeDay - 20);
  const moment = (on: string): Instant => (channel === 'window' ? officeInstant(on, minute) : anyHour(on, chance));
  for (let on = day, back = 1; ; back += 1) {
    const at = moment(on);
    if (at < world.now) return at;
    on = lastWorkingDays(calendar, addCalendarDays(world.city.day, -1), back)[0] ?? addCalendarDays(on, -1);
  }
}

/** Items for organisations are filed for one; items for both often are when they concern a business. */
function firmFor(world: World, found: FoundItem, applicant: Resident, chance: Chance): Firm | undefined {
  const { server_type, area_basis } = found.item.implementation_item;
  const forBusiness = server_type.some((type) => type !== '1') && ['business_place', 'site'].includes(area_basis);
  if (!needsOrganisation(found) && !(forBusiness && chance.happens(0.6))) return undefined;
  return world.firms.find((firm) => firm.representative === applicant) ?? chance.oneOf(world.firms);
}

/** A hall people would go to: mostly the centre of their own community, if the item is taken there. */
function hallFor(world: World, found: FoundItem, areaUnit: string, chance: Chance): string | null {
  const { tree } = world.app.units;
  const likely: readonly UnitLevel[] = ['community', 'community', 'community', 'street', 'district'];
  const levels = found.item.implementation_item.accept_at;
  const level = likely.filter((one) => levels.includes(one))[chance.whole(0, 4)] ?? levels[0] ?? 'district';
  const unit = administeringUnit(tree, areaUnit, level, world.city.day);
  return (unit && hallOf(tree, unit.code)?.code) ?? null;
}

function materialsFor(found: FoundItem, judgement: FilingJudgement, channel: Channel, chance: Chance): readonly PlannedMaterial[] {
  return judgement.asked.flatMap((asked): PlannedMaterial[] => {
    if (asked.need !== 'required' && !chance.happens(0.3)) return [];
    const names = found.handling.materials.find((one) => one.material_code === asked.code)?.material_name ?? { en: asked.code };
    const form = asked.source === 'government' ? 'from_city' : channel === 'window' ? 'seen_at_window' : 'uploaded';
    return [{ code: asked.code, form, names }];
  });
}
