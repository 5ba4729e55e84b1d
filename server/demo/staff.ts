import type { StaffToMake } from '../domains/people/index.ts';
import { firstInstitution } from '../domains/people/index.ts';
import { hallOf, institutionsAt, type Institution, type UnitTree } from '../domains/units/index.ts';
import type { Role } from '../kernel/actor.ts';
import type { Id } from '../kernel/ids.ts';
import { chanceFrom } from './chance.ts';
import { cityId, communitiesOf, demoPassword, homeCommunity, homeDistrict, staffedDistricts, type CitySeed } from './city.ts';
import { inventName } from './invented-names.ts';

/** A member of staff to be, with the id that follows from the seed. */
export type StaffPlan = StaffToMake & { readonly staffId: Id };

interface Post {
  readonly institution: string;
  readonly role: Role;
}

/** The short logins printed at the start, in their order, and what each is for. */
export const demoLogins = ['clerk', 'officer', 'approver', 'manager', 'supervisor', 'admin', 'admin2', 'security', 'security2', 'audit'] as const;

const city = '440300';

/**
 * Staff at every level of the three staffed districts and at the city: one or two window clerks at each community centre (two in Luohu), four at
 * each street hall, eight at each district hall, twelve at the city's; an officer and an approver in every street office, three officers and
 * an approver in every department of district and city, two in those for housing; hall managers, supervisors, administrators; and the short demonstration accounts.
 */
export function planStaff(seed: CitySeed, tree: UnitTree): readonly StaffPlan[] {
  const plans: StaffPlan[] = [];
  const logins = new Set<string>();
  const add = (wanted: readonly string[], posts: readonly Post[]): void => {
    const login = wanted.find((one) => !logins.has(one)) ?? firstFree(wanted.at(-1) ?? 'staff', logins);
    logins.add(login);
    const name = inventName(chanceFrom(`${seed.seed}/staff/${login}`), 'pinyin')['zh-CN'];
    plans.push({ staffId: cityId(seed, 'staff', login), login, name, password: demoPassword, posts });
  };
  const many = (count: number, wanted: readonly string[], institution: string | undefined, role: Role): void => {
    if (institution !== undefined) for (let index = 0; index < count; index += 1) add(wanted, [{ institution, role }]);
  };
  addDemoAccounts(tree, add);
  addCity(tree, many);
  for (const district of staffedDistricts) addDistrict(tree, district, many);
  for (const community of communitiesOf(tree).filter((code) => staffedDistricts.some((district) => code.startsWith(district)))) {
    const own = spelt(tree, community);
    many(community.startsWith(homeDistrict) ? 2 : 1, [`clerk.${own}`, `clerk.${own}.${spelt(tree, community.slice(0, 9))}`], hallOf(tree, community)?.code, 'window_clerk');
  }
  return plans;
}

type Add = (wanted: readonly string[], posts: readonly Post[]) => void;
type Many = (count: number, wanted: readonly string[], institution: string | undefined, role: Role) => void;

/** The few accounts a newcomer needs for the whole main job, all at the same place: officer and approver sit in every department of Luohu and every office of Nanhu. */
function addDemoAccounts(tree: UnitTree, add: Add): void {
  const handling = [...institutionsAt(tree, homeDistrict), ...institutionsAt(tree, homeCommunity.slice(0, 9))].filter((one) => one.category !== 'hall');
  const halls = [homeCommunity, homeCommunity.slice(0, 9), homeDistrict].flatMap((unit) => hallOf(tree, unit)?.code ?? []);
  const inAll = (institutions: readonly string[], role: Role): readonly Post[] => institutions.map((institution) => ({ institution, role }));
  const codes = handling.map((one) => one.code);
  add(['clerk'], inAll(halls.slice(0, 1), 'window_clerk'));
  add(['officer'], inAll(codes, 'officer'));
  add(['approver'], inAll(codes, 'approver'));
  add(['manager'], inAll(halls, 'hall_manager'));
  add(['supervisor'], [{ institution: firstInstitution, role: 'supervisor' }]);
  // Three administrators, none of whom is another; two of those whose acts take two.
  for (const login of ['admin', 'admin2']) add([login], [{ institution: firstInstitution, role: 'administrator' }]);
  for (const login of ['security', 'security2']) add([login], [{ institution: firstInstitution, role: 'security_administrator' }]);
  add(['audit'], [{ institution: firstInstitution, role: 'audit_administrator' }]);
}

function addCity(tree: UnitTree, many: Many): void {
  many(12, ['clerk.city'], hallOf(tree, city)?.code, 'window_clerk');
  many(1, ['manager.city'], hallOf(tree, city)?.code, 'hall_manager');
  many(2, ['supervisor.city'], firstInstitution, 'supervisor');
  for (const department of departmentsOf(tree, city)) addDesk(department, 'city', 2, many);
}

function addDistrict(tree: UnitTree, district: string, many: Many): void {
  const name = spelt(tree, district);
  many(8, [`clerk.${name}`], hallOf(tree, district)?.code, 'window_clerk');
  many(1, [`manager.${name}`], hallOf(tree, district)?.code, 'hall_manager');
  many(1, [`supervisor.${name}`], `YM-${district}-government_services`, 'supervisor');
  for (const department of departmentsOf(tree, district)) addDesk(department, name, 3, many);
  for (const street of tree.children.get(district) ?? []) {
    const own = `${spelt(tree, street)}.street`;
    many(4, [`clerk.${own}`], hallOf(tree, street)?.code, 'window_clerk');
    many(1, [`manager.${own}`], hallOf(tree, street)?.code, 'hall_manager');
    for (const office of departmentsOf(tree, street)) addDesk(office, spelt(tree, street), 1, many);
  }
}

function addDesk(institution: Institution, place: string, officers: number, many: Many): void {
  const kind = institution.kind.replaceAll('_', '-').slice(0, 20);
  many(officers, [`officer.${place}.${kind}`], institution.code, 'officer');
  // Housing signs twice (decide-sign-approve): the section head, then the leader.
  many(kind === 'housing' ? 2 : 1, [`approver.${place}.${kind}`], institution.code, 'approver');
}

const departmentsOf = (tree: UnitTree, unit: string): readonly Institution[] => institutionsAt(tree, unit).filter((one) => one.category !== 'hall');

/** The place as its English name spells it, letters only: luohu, yumincun, huaqiangbei. */
function spelt(tree: UnitTree, unit: string): string {
  const name = tree.units.get(unit)?.shortName.en ?? unit;
  return name.replace(/ (New District|District|Subdistrict|Community)$/, '').toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 16);
}

function firstFree(login: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) if (!taken.has(`${login}.${number}`)) return `${login}.${number}`;
}

/** Who holds a post where: what the lives of matters ask. */
export type StaffAt = (institution: string, role: Role) => readonly Id[];

/** Posts by institution, from the plan and the ids the staff were made with. */
export function staffAt(plans: readonly StaffPlan[]): StaffAt {
  const byPost = new Map<string, Id[]>();
  for (const plan of plans) for (const post of plan.posts) byPost.set(`${post.institution} ${post.role}`, [...(byPost.get(`${post.institution} ${post.role}`) ?? []), plan.staffId]);
  return (institution, role) => byPost.get(`${institution} ${role}`) ?? [];
}
