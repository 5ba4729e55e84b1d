import type { Fault, FaultResult, Size } from './fault.ts';

/** One fault of a run: what came out, or why it was left out. */
export interface Row {
  readonly fault: Fault;
  readonly result?: FaultResult;
  readonly seconds: number;
  readonly skipped?: string;
}

/** 95 % bound of the true rate after no failure in n faults (the rule of three), in words. */
const boundOf = (n: number): string => (n === 0 ? '–' : `< ${((300 / n) >= 100 ? 100 : 300 / n).toFixed(1)} %`);

/** A fault that was never done has shown nothing. */
const passes = (result: FaultResult): boolean => result.faults > 0 && result.lost === 0 && result.broken.length === 0 && result.mutantsCaught === result.mutantsPlanted;

/** Prints the table, what broke, the figures, and the JSON object that is the last line; answers whether the run passed. */
export function report(rows: readonly Row[], size: Size, seed: number, seconds: number): boolean {
  console.log('');
  console.log(`${'fault'.padEnd(6)} ${'n'.padStart(6)} ${'lost'.padStart(5)} ${'bound'.padStart(9)} ${'mutants'.padStart(8)} ${'seconds'.padStart(8)} ${'planned'.padStart(8)} ${'seed'.padStart(11)}`);
  for (const row of rows) console.log(lineOf(row, size));
  for (const { fault, result } of rows) {
    for (const one of result?.broken ?? []) console.log(`BROKEN ${fault.id}: ${one}`);
    if (result?.faults === 0 && result.broken.length === 0) console.log(`BROKEN ${fault.id}: not one fault was done`);
    if (result && result.mutantsCaught < result.mutantsPlanted) console.log(`BROKEN ${fault.id}: ${result.mutantsPlanted - result.mutantsCaught} planted defect(s) were not caught`);
    if (result && Object.keys(result.figures).length > 0) console.log(`${fault.id} ${Object.entries(result.figures).map(([name, value]) => `${name} ${value}`).join(', ')}`);
  }
  const skipped = rows.flatMap(({ fault, result, skipped: reason }) => [...(reason === undefined ? [] : [`${fault.id}: ${reason}`]), ...(result?.skipped ?? []).map((part) => `${fault.id}: ${part}`)]);
  for (const one of skipped) console.log(`SKIPPED ${one}`);
  const sum = (of: (result: FaultResult) => number): number => rows.reduce((total, { result }) => total + (result ? of(result) : 0), 0);
  const passed = rows.every(({ result }) => result === undefined || passes(result));
  console.log(`size ${size}, seed ${seed}, ${seconds.toFixed(1)} s: ${passed ? 'everything held' : 'NOT everything held'}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  console.log(JSON.stringify({
    kills: sum((one) => one.kills ?? 0), powerCuts: sum((one) => one.powerCuts ?? 0), lost: sum((one) => one.lost), mutantsPlanted: sum((one) => one.mutantsPlanted), mutantsCaught: sum((one) => one.mutantsCaught), skipped,
  }));
  return passed;
}

function lineOf({ fault, result, seconds, skipped }: Row, size: Size): string {
  if (!result) return `${fault.id.padEnd(6)} skipped: ${skipped ?? ''}`;
  const mutants = result.mutantsPlanted === 0 ? '–' : `${result.mutantsCaught}/${result.mutantsPlanted}`;
  const cells = [String(result.faults).padStart(6), String(result.lost).padStart(5), boundOf(result.faults).padStart(9), mutants.padStart(8), seconds.toFixed(1).padStart(8), String(fault.seconds[size]).padStart(8), String(result.seed).padStart(11)];
  return `${fault.id.padEnd(6)} ${cells.join(' ')}${result.broken.length > 0 ? '  BROKEN' : ''}`;
}
