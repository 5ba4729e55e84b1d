/**
 * `npm run assess:privacy`: writes the assessment of the impact on personal information (PIPL art. 55 and 56) from the classes of data, the retention rules and the defaults of the
 * configuration; `-- --check` fails where docs/privacy/impact-assessment.md is not what they give.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessment } from './privacy-scan/assessment.ts';

const file = fileURLToPath(new URL('../docs/privacy/impact-assessment.md', import.meta.url));

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== assessment()) {
    console.error('docs/privacy/impact-assessment.md is not what the classes of data give: npm run assess:privacy');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, assessment());
}
