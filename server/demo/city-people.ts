import { renameSync, writeFileSync } from 'node:fs';
import type { App } from '../app.ts';
import type { CitySeed } from './city.ts';
import { readNote } from './fill.ts';
import { inventFirm, inventPerson } from './people.ts';
import { inventResidents, nameOf } from './residents.ts';
import { planStaff } from './staff.ts';
import type { Owner } from './write.ts';

/** Somebody whom the stand-in for a city identity service knows, as its file has them. */
export interface CityPerson {
  readonly subject: string;
  readonly name: string;
  readonly number: string;
  readonly phone?: string;
  readonly represents?: { readonly number: string; readonly name: string };
  /** what stands beside the name on its page */
  readonly note?: string;
  /** may also come with a second factor shown there */
  readonly mayShowTwo?: boolean;
}

/** Demonstration staff who can come through the service: the first two are linked, the third links himself. */
const linked = ['clerk', 'officer'] as const;
const unlinked = 'manager';
/** Indices of invented people that no resident of the city has. */
const firstIndex = 48_000;

/** The demonstration residents, three demonstration staff, two legal representatives new here, and somebody new. */
function cityPeople(city: CitySeed, app: Pick<App, 'units'>): readonly CityPerson[] {
  const residents = inventResidents(city, app.units.tree, 2).map(({ person }, index): CityPerson => {
    const phone = person.mobile.replace('+86', '');
    return { subject: `resident-${index}`, name: nameOf(person), number: person.number, phone: person.mobile, note: `居民 resident ${phone}` };
  });
  const somebody = (index: number) => inventPerson(`city identity/${index}`, { index: firstIndex + index, today: city.day, ageFrom: 25, ageTo: 60 });
  const plans = new Map(planStaff(city, app.units.tree).map((plan) => [plan.login, plan]));
  const staff = [...linked, unlinked].map((login, index): CityPerson => ({
    subject: `staff-${login}`, name: plans.get(login)?.name ?? login, number: somebody(10 + index).number, mayShowTwo: true,
    note: login === unlinked ? `工作人员 staff ${login}（尚未绑定 not linked yet）` : `工作人员 staff ${login}`,
  }));
  const others = [0, 1, 2].map((index): CityPerson => {
    const person = somebody(index);
    const firm = inventFirm(`city identity/${index}`, { index: firstIndex + index });
    return { subject: `new-${index}`, name: person.name['zh-CN'], number: person.number, phone: person.mobile, note: '初次来 new here', ...(index < 2 ? { represents: { number: firm.creditCode, name: firm.name['zh-CN'] } } : {}) };
  });
  return [...residents, ...staff, ...others];
}

/** Writes the file that the stand-in reads its people from, and links the demonstration staff to it. Does nothing without an invented city. */
export async function tellCityPeople({ app, owner, file }: { readonly app: Pick<App, 'people' | 'units'>; readonly owner: Owner; /** path of the file */ readonly file: string }): Promise<void> {
  const city = await readNote(owner);
  if (city?.state !== 'filled') return;
  for (const login of linked) {
    const staffId = await app.people.staffIdByLogin(login);
    if (staffId !== undefined) await app.people.linkCityIdentity(staffId, `staff-${login}`);
  }
  // Whole or not at all: the stand-in may be reading.
  writeFileSync(`${file}.new`, JSON.stringify(cityPeople(city, app)));
  renameSync(`${file}.new`, file);
}
