/**
 * Checks the whole item catalogue and the bundles made of it, as they lie in data/, and prints its figures as one JSON object on the last line.
 * Ends with 1 where any item is unsound. `--quick` is accepted; the whole check takes seconds anyway.
 *   npx tsx tools/check-catalogue.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readBundleFolder } from '../server/domains/catalogue/bundle-folder.ts';
import { factPointers, verifiedPointers } from '../server/domains/catalogue/item-facts.ts';
import { readItemFolder, readProcessTasks, type ItemFile } from '../server/domains/catalogue/item-folder.ts';
import { readProcess } from '../server/domains/catalogue/process-folder.ts';
import { pathProblems } from '../server/domains/catalogue/publication.ts';

const root = join(import.meta.dirname, '..');

/** Form schemas that are not JSON Schema 2020-12, as `file pointer: message`. */
function unsoundSchemas(items: readonly ItemFile[]): readonly string[] {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return items.flatMap(({ slug, item }) =>
    item.handling_items.flatMap((handling, i) => {
      try {
        ajv.compile(handling.form.schema);
        return [];
      } catch (cause) {
        return [`items/${slug}.json /handling_items/${i}/form/schema: ${cause instanceof Error ? cause.message : String(cause)}`];
      }
    }),
  );
}

/** Items handled by a kind of department that the city's departments do not know. */
function unknownDepartments(items: readonly ItemFile[]): readonly string[] {
  const path = join(root, 'data/units/departments.json');
  if (!existsSync(path)) return ['data/units/departments.json is missing'];
  const kinds = new Set([...readFileSync(path, 'utf8').matchAll(/"kind":\s*"([a-z_]+)"/g)].map((found) => found[1]));
  return items.flatMap(({ slug, item }) =>
    [item.implementation_item.dept.kind, ...item.implementation_item.other_dept].filter((kind) => !kinds.has(kind)).map((kind) => `items/${slug}.json: unknown department kind ${kind}`),
  );
}

/** How many units of a level the unit file of Shenzhen holds. */
function countUnits(level: string): number {
  const path = join(root, 'data/units/shenzhen.json');
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(new RegExp(`"(?:kind|level)":\\s*"${level}"`, 'g'))].length;
}

/** Items whose links may together, on the longest path of their process, take longer than is promised: worth a look, not a fault. */
async function longerThanPromised(items: readonly ItemFile[]): Promise<readonly string[]> {
  const found = await Promise.all(items.map(async ({ slug, item }) => {
    const { process } = item.implementation_item;
    const read = await readProcess(process, readFileSync(join(root, 'data/processes', `${process}.bpmn`), 'utf8'));
    if (!read.ok) return [];
    const called = (element: string) => read.process.names[element] ?? { 'zh-CN': element, 'zh-HK': element, en: element };
    return pathProblems(item, read.process.graph, called).map(({ params }) => `items/${slug}.json: the longest path takes ${params['days'] ?? ''} working days (${String(params['path'])}), ${params['promise'] ?? ''} are promised`);
  }));
  return found.flat();
}

async function main(): Promise<number> {
  const { items, problems } = readItemFolder(join(root, 'data/catalogue'), await readProcessTasks(join(root, 'data/processes')));
  const bundles = await readBundleFolder(join(root, 'data/bundles'), items.map((one) => one.item));
  const lines = [
    ...bundles.problems.map((p) => `${p.file} ${p.pointer || '/'}: ${p.code} ${Object.entries(p.params).map(([key, value]) => `${key}=${value}`).join(' ')}`),
    ...unsoundSchemas(bundles.items),
    ...unknownDepartments(bundles.items),
    ...problems.map((p) => `${p.file} ${p.pointer || '/'}: ${p.code} ${Object.entries(p.params).map(([key, value]) => `${key}=${value}`).join(' ')}`),
    ...unsoundSchemas(items),
    ...unknownDepartments(items),
  ];
  const figures = {
    items: items.length,
    facts: items.reduce((sum, { item }) => sum + factPointers(item).length, 0),
    verified: items.reduce((sum, { item }) => sum + verifiedPointers(item).length, 0),
    bundles: bundles.items.length,
    parts: bundles.items.reduce((sum, { item }) => sum + (item.bundle?.parts.length ?? 0), 0),
    bundleFacts: bundles.items.reduce((sum, { item }) => sum + factPointers(item).length, 0),
    bundleFactsVerified: bundles.items.reduce((sum, { item }) => sum + verifiedPointers(item).length, 0),
    communities: countUnits('community'),
    streets: countUnits('street'),
  };
  if (figures.communities !== 788) lines.push(`data/units/shenzhen.json: ${figures.communities} communities, 788 expected`);
  if (figures.streets !== 79) lines.push(`data/units/shenzhen.json: ${figures.streets} street codes, 79 expected`);
  for (const line of lines) console.log(line);
  const longer = await longerThanPromised(items);
  for (const line of longer) console.log(`warning: ${line}`);
  console.log(JSON.stringify({ ...figures, longerThanPromised: longer.length }));
  return lines.length > 0 ? 1 : 0;
}

process.exitCode = await main();
