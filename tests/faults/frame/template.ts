import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { inventPerson } from '../../../server/demo/people.ts';
import { peopleDomain } from '../../../server/domains/people/index.ts';
import { loadKeys } from '../../../server/platform/crypto/index.ts';
import { databaseClock } from '../../../server/platform/db/clock.ts';
import { applicationRole, openDatabase } from '../../../server/platform/db/database.ts';
import { cityOn, type Template } from './city.ts';
import { newFolder } from './run-folder.ts';

/** Halls at whose windows the clerks file; the police station that decides 居住登记 in the community where everybody here lives. */
const halls = ['YM-440303-hall', 'YM-440304-hall', 'YM-440305-hall', 'YM-440306-hall', 'YM-440307-hall', 'YM-440309-hall', 'YM-440310-hall', 'YM-440311-hall'];
const handledBy = 'YM-440303001-police_station';
const clerkCount = 56;
const residentCount = 24;
const partyCount = 400;

/** Makes the installation that every city of a run is a copy of: the real server's first start with the real data, invented people and staff, stopped in order. */
export async function makeTemplate(): Promise<Template> {
  const folder = newFolder('template');
  const city = await cityOn(folder, { folder, parties: [], clerks: [], residents: [] });
  await city.start({ readyWithinMs: 400_000 });
  const people = await peopleOf(city.cluster, folder);
  if (!(await city.stop())) throw new Error(`the template did not stop in order\n${city.output()}`);
  return { folder, ...people };
}

async function peopleOf(cluster: string, folder: string): Promise<Omit<Template, 'folder'>> {
  const [, , , port = '5432', host = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const database = openDatabase({ host, port: Number(port), user: applicationRole, database: 'yimen', ssl: false }, { size: 4, viaRole: false });
  try {
    const keys = await loadKeys(join(folder, 'keys'), { databaseExists: true });
    if (!keys.ok) throw new Error(keys.code);
    const clock = await databaseClock(database.pool);
    const people = await peopleDomain({
      database, keys: keys.keys, clock, passwordCost: 'test', sendCode: async () => 'refused',
      institution: (code) => ({ name: { 'zh-CN': code, 'zh-HK': code, en: code }, unit: code.split('-')[1] ?? '' }),
    });
    const today = clock.now().slice(0, 10);
    const parties = await people.makeParties(Array.from({ length: partyCount }, (_unused, index) => {
      const person = inventPerson(11, { index, today, ageFrom: 20, ageTo: 60 });
      return { number: person.number, name: person.name['zh-CN'], phone: null, assurance: 'verified_at_window' as const };
    }));
    const hallOf = (n: number): string => halls[n % halls.length] ?? '';
    const staff = await people.makeStaff(Array.from({ length: clerkCount }, (_unused, n) => ({
      login: `clerk${n}`, name: `窗口${n}`, password: 'fault-programme-1', posts: [{ institution: hallOf(n), role: 'window_clerk' as const }, { institution: handledBy, role: 'officer' as const }],
    })), { quickPasswords: true });
    const clerks = [];
    for (const [n, staffId] of staff.entries()) clerks.push({ login: `clerk${n}`, hall: hallOf(n), ...(await people.openSessionFor({ kind: 'staff', staffId })) });
    const residents = [];
    for (const partyId of parties.slice(0, residentCount)) residents.push({ partyId, ...(await people.openSessionFor({ kind: 'resident', partyId })) });
    return { parties, clerks, residents };
  } finally {
    await database.close();
  }
}
