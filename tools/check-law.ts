/**
 * Lists the legal limits of docs/law that no test keeps: a limit is kept when its id stands in the name of a test, and what stands in the
 * name of a test must be a limit that is written down. Ends with 1 when something is missing on either side.
 */
import { lawIds, testedIds } from './law-ids.ts';

const limits = lawIds();
const tested = testedIds();

const untested = limits.filter((id) => !tested.has(id));
const unwritten = [...tested].filter(([id]) => !limits.includes(id));
for (const id of limits.filter((one) => tested.has(one))) console.log(`${id}  ${tested.get(id)?.length ?? 0} tests in ${[...new Set(tested.get(id))].join(', ')}`);
for (const id of untested) console.error(`${id}  has no test`);
for (const [id, paths] of unwritten) console.error(`${id}  stands in ${[...new Set(paths)].join(', ')} but not in docs/law`);
if (limits.length === 0) console.error('docs/law holds no limit');
process.exitCode = untested.length + unwritten.length > 0 || limits.length === 0 ? 1 : 0;
