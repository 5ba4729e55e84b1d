/**
 * `npm run check:tamper`: the drill of a database administrator (L-03). A small city writes its facts through the program; log, witness and monitor run. Then
 * somebody with all rights over the database alters it in eight ways, each as well as it can be done, one of them with the log's own key. Printed: who found
 * it, and after how long. `--quick` and without anything: once; `--full`: five times, on other matters. Last line: one JSON object; exit 1 where one is not found.
 */
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { drill, type Drilled } from './tamper/drill.ts';

const rounds = process.argv.includes('--full') ? 5 : 1;

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const results: Drilled[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) results.push(...(await drill(round)));
  } finally {
    await server.stop();
  }
  for (const one of results) print(one);
  const found = results.filter((one) => one.found.length > 0).length;
  console.log(JSON.stringify({ attacks: results.length, found }));
  if (found !== results.length || results.length === 0) process.exitCode = 1;
}

function print({ attack, found }: Drilled): void {
  console.log(`${found.length > 0 ? 'found    ' : 'NOT FOUND'} ${attack}`);
  for (const { by, what, seconds } of found) console.log(`            ${seconds.toFixed(2).padStart(6)} s  ${by}: ${what}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
