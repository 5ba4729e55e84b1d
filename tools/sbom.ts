/**
 * `npm run sbom`: writes what the server is made of to dist/sbom.cdx.json (CycloneDX 1.5): every package it needs to run, as package-lock.json names it, with version, licence
 * and hash (C-SC-2, TM-19). The last line is one JSON object; it fails where a package that every machine needs has no hash.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { billOf, missingFrom, withoutHash, type Lock } from './sbom-contents.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const bill = billOf(lock);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(bill, null, 2)}\n`);
const missing = missingFrom(bill, lock);
const unproven = withoutHash(bill);
for (const { name, scope } of unproven) process.stderr.write(`${name} (${scope}) has no hash in package-lock.json\n`);
process.stdout.write(`${JSON.stringify({ components: bill.components.length, missing: missing.length, withoutHash: unproven.length })}\n`);
process.exitCode = missing.length === 0 && unproven.every((one) => one.scope === 'optional') ? 0 : 1;
