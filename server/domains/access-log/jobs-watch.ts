import { addCalendarDays, addMonths } from '../../kernel/calendar/index.ts';
import { localDayOf, startOfLocalDay, type LocalDay } from '../../kernel/instant.ts';
import type { AccessLogDeps } from './routes-context.ts';
import { boundsOf, postAt } from './signals.ts';
import { countDay, drawSample, findSignals, readersOf } from './watch-store.ts';

/** More matters than the people searched for on one day have. */
const mattersMost = 100_000;

/** Counts a day and makes its signals. */
async function watchDay(deps: AccessLogDeps, day: LocalDay, over: boolean): Promise<number> {
  const { handle } = deps.database;
  const { staffIds, partyIds } = await readersOf(handle, day);
  const [posts, matters] = await Promise.all([deps.people.postsOfStaff(staffIds), deps.matters.mattersOfParties(partyIds, mattersMost)]);
  const end = boundsOf(day).to;
  // Who came or went on the day is counted by the last post held until its end; officers of outside systems hold none and are no people.
  const counted = staffIds.flatMap((staffId) => {
    const own = posts.filter((post) => post.staffId === staffId && post.fromAt < end);
    const post = postAt(own, end) ?? own.at(-1);
    return post ? [{ staffId, institution: post.institution, role: post.role }] : [];
  });
  await countDay(handle, day, counted, matters);
  return findSignals(handle, day, deps.now(), over);
}

/** One look at the readings: yesterday, which is over, and today so far; and, once a month, the sample of the month before. Answers how many signals were made or counted anew. */
export async function watch(deps: AccessLogDeps): Promise<number> {
  const today = localDayOf(deps.now());
  const made = (await watchDay(deps, addCalendarDays(today, -1), true)) + (await watchDay(deps, today, false));
  const firstDay = addMonths(`${today.slice(0, 7)}-01`, -1);
  const drawn = await drawSample(deps.database.handle, { from: startOfLocalDay(firstDay), to: startOfLocalDay(`${today.slice(0, 7)}-01`), firstDay, lastDay: addCalendarDays(`${today.slice(0, 7)}-01`, -1) }, deps.now());
  return made + drawn;
}
