/**
 * `npm run check:privacy`: whether personal data lies or leaks anywhere it must not (P-03). Compares the classes of data with a migrated database; then marked persons, whose names, numbers,
 * phones and words are unmistakable, pass through the whole application on a real database: papers, drafts, decisions, refusals, searches, looking, a copy, an erasure. Afterwards every column
 * of every table, every file of the data folder, everything the process printed, every short message, and every answer to somebody who may not see is searched for the marks. First a leak is planted in each
 * kind of place; where one is not found, the run is void. `--quick`: fewer persons, ended within 45 s. Last line: one JSON object; exit 1 where anything was found.
 */
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { columnsInDatabase } from '../server/platform/db/columns.ts';
import { compareClasses } from '../server/platform/privacy/data-classes.ts';
import { printedBy } from './privacy-scan/printed.ts';
import { scanAll } from './privacy-scan/places.ts';
import { playOn } from './privacy-scan/play.ts';
import { plantLeaks } from './privacy-scan/planted.ts';
import { revealsUnlogged } from './privacy-scan/reveals.ts';

const persons = process.argv.includes('--quick') ? 3 : 60;

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const printed = printedBy(process);
  try {
    const played = await playOn(persons);
    try {
      const { unclassified, gone, twice } = compareClasses(await columnsInDatabase(played.office.fresh.owner));
      for (const name of [...unclassified, ...gone, ...twice]) console.log(`without a class, or classed without being there: ${name}`);
      const found = await scanAll(played, printed.text());
      for (const { place, what } of found) console.log(`LEAK ${place}: ${what}`);
      const unlogged = await revealsUnlogged(played);
      for (const one of unlogged) console.log(`NOT RECORDED ${one}`);
      const missed = await plantLeaks(played, printed);
      for (const place of missed) console.log(`VOID: the leak planted in ${place} was not found`);
      printed.stop();
      console.log(`${played.marks.length} marks of ${persons} persons, ${played.refusedAnswers.length} answers to others, ${played.reveals.length} unmasked readings; planted leaks found: ${missed.length === 0 ? 'all' : 'NOT ALL'}`);
      console.log(JSON.stringify({ columnsUnclassified: unclassified.length + gone.length + twice.length, leaks: found.length, revealsUnlogged: unlogged.length, ...(missed.length > 0 ? { void: missed.length } : {}) }));
      process.exitCode = unclassified.length + gone.length + twice.length + found.length + unlogged.length + missed.length === 0 ? 0 : 1;
    } finally {
      await played.office.drop();
    }
  } finally {
    printed.stop();
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
