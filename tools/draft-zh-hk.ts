/**
 * Drafts the missing 繁體 (Hong Kong) texts of data/catalogue, data/bundles and data/processes from 简体: OpenCC cn→hk, with the words Hong Kong says
 * otherwise from data/catalogue/zh-hk-glossary.json. A zh-HK text that exists is never touched: hands correct what this drafts.
 * Official titles and quotations of law are plain strings, not localized texts, and stay as published.
 *   npx tsx tools/draft-zh-hk.ts            fills what is absent
 *   npx tsx tools/draft-zh-hk.ts --check    changes nothing, ends with 1 where any is absent
 * Words after the flags restrict it to paths that contain one of them: `draft-zh-hk.ts items/dog-registration`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { Converter } from 'opencc-js/cn2t';

type Glossary = Readonly<{ terms: Readonly<Record<string, string>>; characters: Readonly<Record<string, string>> }>;

const root = join(import.meta.dirname, '..');
const glossary = JSON.parse(readFileSync(join(root, 'data/catalogue/zh-hk-glossary.json'), 'utf8')) as Glossary;
const toHongKong = Converter({ from: 'cn', to: 'hk' });
const byLength = Object.keys(glossary.terms).sort((a, b) => b.length - a.length);
const terms = new RegExp(byLength.join('|'), 'g');
const characters = new RegExp(`[${Object.keys(glossary.characters).join('')}]`, 'g');

/** The Hong Kong draft of a 简体 text: glossary words first, everything between them by OpenCC. */
export function draftZhHk(text: string): string {
  let out = '';
  let from = 0;
  const convert = (part: string): string => toHongKong(part).replace(characters, (c) => glossary.characters[c] ?? c);
  for (const found of text.matchAll(terms)) {
    out += convert(text.slice(from, found.index)) + (glossary.terms[found[0]] ?? found[0]);
    from = found.index + found[0].length;
  }
  return out + convert(text.slice(from));
}

/** A copy of a JSON value in which every text with zh-CN but without zh-HK has one; `filled` counts them. */
function fill(value: unknown, filled: { count: number }): unknown {
  if (Array.isArray(value)) return value.map((entry) => fill(entry, filled));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  const zhCn = record['zh-CN'];
  if (typeof zhCn !== 'string' || (typeof record['zh-HK'] === 'string' && record['zh-HK'] !== '')) {
    return Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, fill(entry, filled)]));
  }
  filled.count += 1;
  const { 'zh-CN': _, 'zh-HK': __, ...rest } = record;
  return { 'zh-CN': zhCn, 'zh-HK': draftZhHk(zhCn), ...rest };
}

type Named = { $type: string; name?: string; flowElements?: Named[]; rootElements?: Named[]; extensionElements?: { values: { $type: string; lang?: string; body?: string }[] } };

/** Fills the zh-HK name of each named element of one process file; gives the new XML and how many were absent. */
async function fillProcess(xml: string, yimen: Record<string, unknown>): Promise<{ xml: string; count: number }> {
  const moddle = new BpmnModdle({ yimen });
  const { rootElement } = await moddle.fromXML(xml);
  let count = 0;
  const visit = (element: Named): void => {
    for (const child of [...(element.rootElements ?? []), ...(element.flowElements ?? [])]) visit(child);
    if (element.name === undefined || element.$type === 'bpmn:Definitions') return;
    if (element.extensionElements?.values.some((v) => v.$type === 'yimen:Text' && v.lang === 'zh-HK')) return;
    count += 1;
    const text = moddle.create('yimen:Text', { lang: 'zh-HK', body: draftZhHk(element.name) });
    element.extensionElements ??= moddle.create('bpmn:ExtensionElements', { values: [] }) as unknown as Named['extensionElements'];
    element.extensionElements?.values.push(text as never);
  };
  visit(rootElement as unknown as Named);
  return { xml: count === 0 ? xml : (await moddle.toXML(rootElement, { format: true })).xml, count };
}

async function main(check: boolean, only: readonly string[]): Promise<number> {
  const meant = (path: string): boolean => only.length === 0 || only.some((part) => path.includes(part));
  let absent = 0;
  const write = (path: string, content: string, count: number): void => {
    if (count === 0) return;
    absent += count;
    console.log(`${check ? 'absent' : 'drafted'} ${count}: ${path}`);
    if (!check) writeFileSync(join(root, path), content);
  };
  const files = ['data/catalogue', 'data/bundles'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.json')).sort().map((n) => join(folder, n)));
  for (const path of files) {
    if (!meant(path)) continue;
    const filled = { count: 0 };
    const whole = fill(JSON.parse(readFileSync(join(root, path), 'utf8')), filled);
    write(path, JSON.stringify(whole, null, 2) + '\n', filled.count);
  }
  const yimen = JSON.parse(readFileSync(join(root, 'data/processes/yimen-moddle.json'), 'utf8')) as Record<string, unknown>;
  for (const name of readdirSync(join(root, 'data/processes')).filter((n) => n.endsWith('.bpmn')).sort()) {
    const path = join('data/processes', name);
    if (!meant(path)) continue;
    const { xml, count } = await fillProcess(readFileSync(join(root, path), 'utf8'), yimen);
    write(path, xml, count);
  }
  console.log(JSON.stringify({ absent }));
  return check && absent > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await main(process.argv.includes('--check'), process.argv.slice(2).filter((argument) => !argument.startsWith('--')));
}
