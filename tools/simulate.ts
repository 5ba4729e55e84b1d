/**
 * Plays the core of the product against simulated clocks, databases, networks and chance: one seed, one run (tests/simulator/README.md). Prints each run that
 * ends with an invariant broken, in how many seeds each planted defect was found, and its figures as one JSON object on the last line. Ends with 1 where an
 * invariant was broken or a planted defect was not found.
 *   npm run simulate                    10,000 seeds and every planted defect
 *   npm run simulate -- --quick         as many seeds as fit, and every planted defect, ended within 45 s
 *   npm run simulate -- --full          1,000,000 seeds
 *   npm run simulate -- --seed 17       one seed again, told event by event with --told
 *   npm run simulate -- --mutant NAME   one planted defect; with --seed, that seed of it
 */
import { parseArgs } from 'node:util';
import { loadProduct } from '../tests/simulator/bundle-load.ts';
import { openCrew, type Crew, type Subject } from '../tests/simulator/crew.ts';
import { mutants, type Mutant } from '../tests/simulator/mutants.ts';
import { play } from '../tests/simulator/play.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false }, full: { type: 'boolean', default: false }, seed: { type: 'string' }, from: { type: 'string', default: '1' }, seeds: { type: 'string' },
    mutant: { type: 'string' }, told: { type: 'boolean', default: false },
  },
});

/** A whole number from 1 on, as an option gives it. */
function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.error(`--${name} takes a whole number from 1 on, not ${text}`);
  process.exit(2);
}

const startedAt = performance.now();
const seconds = (): number => Math.round((performance.now() - startedAt) / 1_000);
/** When a quick run looks for no further planted defect, and when it begins no new seeds, in seconds. */
const quickMutantSeconds = 28;
const quickSeconds = 38;
/** A planted defect must be found before this many seeds. */
const mostSeeds = 10_000;
const perTask = 100;

/** Seeds in parts on all workers; each run that broke an invariant is told. Answers how many were played and how many were broken. */
async function playMany(crew: Crew, subject: Subject, from: number, wanted: number): Promise<{ readonly seeds: number; readonly violations: number }> {
  let next = from;
  let [seeds, violations] = [0, 0];
  const counts: Record<string, number> = {};
  const isOver = (): boolean => next >= from + wanted || (values.quick && seconds() > quickSeconds) || violations >= 20;
  await Promise.all(Array.from({ length: crew.hands }, async () => {
    while (!isOver()) {
      const first = next;
      next = Math.min(first + perTask, from + wanted);
      const report = await crew.play(subject, first, next, 20);
      seeds += report.played;
      violations += report.faulty.length;
      for (const [what, times] of Object.entries(report.counts)) counts[what] = (counts[what] ?? 0) + times;
      for (const { seed, fault } of report.faulty) console.error(`seed ${String(seed)}: ${fault}`);
      if (Math.floor(seeds / 2_000) > Math.floor((seeds - report.played) / 2_000)) console.log(`${String(seeds)} seeds, ${String(violations)} broken, ${String(seconds())} s`);
    }
  }));
  const told = Object.entries(counts).filter(([what]) => !what.startsWith('refused: ')).sort(([, a], [, b]) => b - a);
  console.log(`in these runs: ${told.map(([what, times]) => `${String(times)} ${what}`).join(', ')}`);
  return { seeds, violations };
}

/** What became of a planted defect; `late`: the time of a quick run was over before. */
type Search = 'found' | 'missed' | 'late';

const isLate = (): boolean => values.quick && seconds() > quickMutantSeconds;

/** Plays a planted defect until a run shows it that the product itself passes. */
async function findMutant(crew: Crew, product: Subject, mutant: Mutant): Promise<Search> {
  if (isLate()) return 'late';
  const subject = await crew.prepare(mutant);
  for (let from = 1; from < mostSeeds;) {
    if (isLate()) return 'late';
    const end = Math.min(from + 60, mostSeeds);
    const [first] = (await crew.play(subject, from, end, 1)).faulty;
    from = first ? first.seed + 1 : end;
    if (!first || (await crew.play(product, first.seed, first.seed + 1, 1)).faulty.length > 0) continue;
    console.log(`${mutant.name}: found in ${String(first.seed)} seeds — ${first.fault.split('\n')[0] ?? ''}`);
    return 'found';
  }
  console.error(`${mutant.name}: NOT FOUND in ${String(mostSeeds)} seeds`);
  return 'missed';
}

/** Looks for planted defects, a few at once: while two are played the next is bundled. */
async function findMutants(crew: Crew, product: Subject, planted: readonly Mutant[]): Promise<readonly Search[]> {
  const open = [...planted];
  const searches: Search[] = [];
  await Promise.all(Array.from({ length: crew.hands + 1 }, async () => {
    for (let mutant = open.shift(); mutant !== undefined; mutant = open.shift()) searches.push(await findMutant(crew, product, mutant));
  }));
  return searches;
}

async function main(): Promise<number> {
  const chosen = values.mutant === undefined ? undefined : mutants.find(({ name }) => name === values.mutant);
  if (values.mutant !== undefined && !chosen) {
    console.error(`no planted defect is named ${values.mutant}; there are ${mutants.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const crew = await openCrew();
  try {
    if (values.seed !== undefined) {
      const subject = await crew.prepare(chosen);
      const run = await play(await loadProduct(subject.bundle), crew.ground, numberOf('seed', values.seed), subject.weak, values.told ? console.log : undefined);
      for (const fault of run.faults) console.error(`seed ${String(run.seed)}: ${fault}`);
      console.log(`seed ${String(run.seed)}: ${String(run.events)} events, trace ${run.trace}`);
      console.log(JSON.stringify({ seeds: 1, violations: run.faults.length > 0 ? 1 : 0, mutantsFound: 0 }));
      return run.faults.length > 0 && !chosen ? 1 : 0;
    }
    const planted = chosen ? [chosen] : mutants;
    const from = numberOf('from', values.from);
    console.log(`seeds from ${String(from)}`);
    const product = await crew.prepare();
    const searches = await findMutants(crew, product, planted);
    const count = (what: Search): number => searches.filter((one) => one === what).length;
    console.log(`${String(count('found'))} of ${String(planted.length)} planted defects found${count('late') > 0 ? `, ${String(count('late'))} not looked for in this time` : ''}, ${String(seconds())} s`);
    const wanted = values.seeds === undefined ? (values.full ? 1_000_000 : mostSeeds) : numberOf('seeds', values.seeds);
    const { seeds, violations } = await playMany(crew, product, from, wanted);
    console.log(JSON.stringify({ seeds, violations, mutantsFound: count('found') }));
    return violations > 0 || count('missed') > 0 ? 1 : 0;
  } finally {
    await crew.close();
  }
}

process.exitCode = await main();
