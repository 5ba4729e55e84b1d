import type pg from 'pg';
import type { City, Clerk } from './frame/city.ts';
import type { Fault, Size } from './frame/fault.ts';
import { call, newAgent } from './frame/http.ts';
import { until } from './frame/processes.ts';
import { filingBody, newCommandId } from './frame/workload.ts';

const sizes: Readonly<Record<Size, { readonly readings: number; readonly kills: number }>> = { quick: { readings: 200, kills: 1 }, gate: { readings: 600, kills: 3 }, full: { readings: 10_000, kills: 30 } };
const readers = 12;

/** One at his window with the matter he looks at, of a resident who is signed in. */
interface Desk {
  readonly clerk: Clerk;
  readonly resident: City['template']['residents'][number];
  readonly matterId: string;
  answered: number;
}

/** Clerks look at files while the server, and each other time the database with it, is killed: no look is answered without its record, and the person reads of each within a minute (INV-14, P-06). */
export const fault: Fault = {
  id: 'P-06', title: 'Every look that was answered is recorded', needs: [], seconds: { quick: 8, gate: 20, full: 300 },
  async run(size, tools) {
    const { readings, kills } = sizes[size];
    const city = await tools.city();
    await city.start();
    const agent = newAgent(readers * 2);
    tools.atEnd(() => agent.destroy());
    const desks: Desk[] = [];
    for (let n = 0; n < readers; n += 1) desks.push(await openDesk(city, agent, n));
    const state = { running: true, answered: 0 };
    const everybody = desks.map(async (desk) => {
      while (state.running) {
        const answer = await call(agent, city, desk.clerk, 'GET', `/api/v1/matters/${desk.matterId}`);
        if (answer.status !== 200) continue;
        desk.answered += 1;
        state.answered += 1;
      }
    });
    let killed = 0;
    for (; killed < kills && !tools.overdue(); killed += 1) {
      const enough = state.answered + Math.floor(readings / (kills + 1));
      if (!(await until(() => state.answered >= enough, 120_000))) break;
      await (killed % 2 === 0 ? city.killServer() : city.killAll());
      await city.start();
    }
    await until(() => state.answered >= readings || tools.overdue(), 120_000);
    state.running = false;
    await Promise.all(everybody);
    const owner = await city.owner();
    tools.atEnd(() => owner.end());
    const unrecorded = await missing(owner, desks);
    const unseen = await notShown(city, agent, desks);
    // The planted defect: a record that is not there. As the owner, past the trigger that keeps records.
    await owner.query('set session_replication_role = replica');
    await owner.query(`delete from platform.access_records where record_id in (select record_id from platform.access_records where ${lookOf} and matter_id = $1 limit 1 + (select count(*)::int from platform.access_records where ${lookOf} and matter_id = $1) - $2)`, [desks[0]?.matterId, desks[0]?.answered]);
    const caught = (await missing(owner, desks)).length > unrecorded.length;
    tools.say(`${state.answered} looks answered over ${killed} kills, ${unrecorded.length} files with fewer records than looks`);
    return {
      faults: killed, kills: killed, lost: unrecorded.length, broken: [...unrecorded, ...unseen], mutantsPlanted: 1, mutantsCaught: caught ? 1 : 0, seed: tools.seed, figures: { looks: state.answered },
      skipped: killed < kills ? [`${kills - killed} of ${kills} kills: this machine was too slow`] : [],
    };
  },
};

/** A look of staff at a whole file, as its record says it. */
const lookOf = `actor ->> 'kind' = 'staff' and not of_command and outcome = 'done'`;

async function openDesk(city: City, agent: ReturnType<typeof newAgent>, n: number): Promise<Desk> {
  const [clerk, resident] = [city.template.clerks[n % city.template.clerks.length], city.template.residents[n % city.template.residents.length]];
  if (!clerk || !resident) throw new Error('a template without people');
  const filed = await call(agent, city, clerk, 'POST', '/api/v1/matters', filingBody(clerk, resident.partyId, newCommandId()));
  if (filed.status !== 201 || !('body' in filed)) throw new Error(`filing was answered ${filed.status}`);
  return { clerk, resident, matterId: (filed.body as { matterId: string }).matterId, answered: 0 };
}

/** Files that were looked at more often than records say. */
async function missing(owner: Pick<pg.Client, 'query'>, desks: readonly Desk[]): Promise<string[]> {
  const { rows } = await owner.query<{ matter_id: string; n: number }>(`select matter_id, count(*)::int as n from platform.access_records where ${lookOf} and matter_id = any($1::uuid[]) group by 1`, [desks.map(({ matterId }) => matterId)]);
  const recorded = new Map(rows.map(({ matter_id, n }) => [matter_id, n]));
  return desks.filter(({ matterId, answered }) => (recorded.get(matterId) ?? 0) < answered).map(({ matterId, answered }) => `INV-14: ${answered} looks at a file were answered, ${recorded.get(matterId) ?? 0} are recorded`);
}

/** Whether the person's own list shows as many, page after page. */
async function notShown(city: City, agent: ReturnType<typeof newAgent>, desks: readonly Desk[]): Promise<string[]> {
  const broken: string[] = [];
  for (const resident of new Set(desks.map((desk) => desk.resident))) {
    const [looked, shown] = [desks.filter((desk) => desk.resident === resident).reduce((sum, { answered }) => sum + answered, 0), await entriesOf(city, agent, resident)];
    if (shown < looked) broken.push(`INV-14: ${looked} looks at the files of one person were answered, ${shown} are shown to that person`);
  }
  return broken;
}

async function entriesOf(city: City, agent: ReturnType<typeof newAgent>, resident: Desk['resident']): Promise<number> {
  let shown = 0;
  for (let before: string | null = ''; before !== null; ) {
    const answer = await call(agent, city, resident, 'GET', `/api/v1/me/access-log${before === '' ? '' : `?before=${encodeURIComponent(before)}`}`);
    if (answer.status !== 200 || !('body' in answer)) throw new Error(`the list of who looked was answered ${answer.status}`);
    const page = answer.body as { readonly entries: readonly unknown[]; readonly next: string | null };
    shown += page.entries.length;
    before = page.next;
  }
  return shown;
}
