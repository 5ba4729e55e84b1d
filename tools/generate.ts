/**
 * `npm run generate`: writes web/client/openapi.d.ts from the OpenAPI document of the contract's endpoints, which is the document that the
 * server serves (server/app.test.ts holds the two against each other). `--check` writes nothing and fails where the file is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { endpoints } from '../contract/endpoints.ts';
import { documentOf } from '../server/platform/http/document.ts';

const file = new URL('../web/client/openapi.d.ts', import.meta.url);
const head = '/** Made by `npm run generate` from the OpenAPI document of the routes. Never edited by hand. */\n';
const document = await documentOf(endpoints);
const text = head + astToString(await openapiTS(document as Parameters<typeof openapiTS>[0]));

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('web/client/openapi.d.ts is not what the routes say: run `npm run generate`');
  process.exit(1);
}
