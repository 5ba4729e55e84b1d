/**
 * `npm run generate`: writes web/client/openapi.d.ts from the OpenAPI document that the routes themselves make. `--check` writes nothing and
 * fails where the file in the repository is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiDocument } from '../server/api-document.ts';

const file = new URL('../web/client/openapi.d.ts', import.meta.url);
const head = '/** Made by `npm run generate` from the routes\' OpenAPI document. Never edited by hand. */\n/* eslint-disable */\n';
const text = head + astToString(await openapiTS((await apiDocument()) as unknown as Parameters<typeof openapiTS>[0]));

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('web/client/openapi.d.ts is not what the routes say: run `npm run generate`');
  process.exit(1);
}
