/**
 * `npm test`: everything that must pass, in order, to the end even when a step fails. `--quick` leaves out the browser. The last line is
 * `N passed, N failed`: single tests by the test runner's own count, and one failure for each other step that fails.
 */
import { checkNode } from './check-node.mjs';

checkNode();
main().catch(function (error) {
  console.error(error);
  process.exit(1);
});

async function main() {
  const { installMissing } = await import('./install.mjs');
  installMissing();
  const { runAll } = await import('./test-steps.mjs');
  process.exit((await runAll(process.argv.includes('--quick'))) ? 0 : 1);
}
