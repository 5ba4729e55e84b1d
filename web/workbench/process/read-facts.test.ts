import { readdirSync, readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import { changeFacts, type Changing } from './change-facts.ts';
import type { Drawn, Model } from './drawing-types.ts';
import { emptyTable } from './element-facts.ts';
import { allFacts, factsOf, listOf, processOf } from './read-facts.ts';
import { readHandler } from './handler.ts';

const folders = ['tests/flow-corpus', 'data/processes'];
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.bpmn')).map((name) => `${folder}/${name}`));

const within = (container: Model): readonly Model[] => listOf(container, 'flowElements').flatMap((one) => [one, ...(one.$type === 'bpmn:SubProcess' ? within(one) : [])]);
async function read(file: string) {
  const moddle = new BpmnModdle({ yimen });
  const { rootElement } = await moddle.fromXML(readFileSync(file, 'utf8'));
  const definitions = rootElement as unknown as Model;
  const drawn = within(processOf(definitions) as Model).map((businessObject) => ({ id: businessObject.id ?? '', type: businessObject.$type, businessObject, x: 0, y: 0, width: 0, height: 0 }) as Drawn);
  return { moddle, definitions, drawn, facts: allFacts(definitions, drawn) };
}

describe('the properties of what is drawn', () => {
  it.each(files)('are all inside the subset, named in three languages where named, handled by somebody: %s', async (file) => {
    const { facts } = await read(file);
    expect(facts.filter((one) => one.kind === 'outside')).toEqual([]);
    for (const one of facts.filter((each) => each.names['zh-CN'] !== '')) expect(one.names, one.id).toEqual({ 'zh-CN': expect.stringMatching(/./), 'zh-HK': expect.stringMatching(/./), en: expect.stringMatching(/./) });
    for (const one of facts.filter((each) => each.kind === 'user')) expect(readHandler(one.link?.handler ?? ''), one.id).toBeDefined();
    for (const one of facts.filter((each) => each.kind === 'timer' || each.kind === 'border')) expect(one.workingDays, one.id).toMatch(/^[1-9]\d*$/);
    for (const one of facts.filter((each) => each.kind === 'way' && each.parts)) expect(one.isDefault || (one.condition ?? '') !== '', one.id).toBe(true);
  });

  it('read a list asked at once, a table and a call', async () => {
    const consult = (await read('tests/flow-corpus/consult-departments.bpmn')).facts;
    expect(consult[0]).toMatchObject({ kind: 'process', given: [{ name: 'departments', kind: 'list' }] });
    expect(consult.find((one) => one.id === 'opinion')).toMatchObject({ each: { list: 'departments', as: 'department' }, link: { kind: 'review', handler: 'department:{department}@district', post: 'officer' } });
    const grade = (await read('tests/flow-corpus/grade-by-area.bpmn')).facts.find((one) => one.kind === 'rule');
    expect(grade?.table?.rules.length).toBeGreaterThan(1);
    for (const rule of grade?.table?.rules ?? []) expect([rule.when.length, rule.then.length]).toEqual([grade?.table?.inputs.length, grade?.table?.outputs.length]);
  });
});

/** Stands where the drawing library stands: what it is told to set is set. */
function changingOn(opened: Awaited<ReturnType<typeof read>>, id: string): Changing {
  const element = opened.drawn.find((one) => one.id === id) as Drawn;
  const set = (of: Model, properties: Readonly<Record<string, unknown>>): void => void Object.entries(properties).forEach(([name, value]) => (of[name] = value));
  const modeling = {
    updateProperties: (one: Drawn, properties: Readonly<Record<string, unknown>>) => set(one.businessObject, properties), updateModdleProperties: (_one: Drawn, of: Model, properties: Readonly<Record<string, unknown>>) => set(of, properties),
    removeElements: () => undefined, connect: () => undefined, createShape: () => element,
  };
  const moddle = { create: (type: string, properties?: Readonly<Record<string, unknown>>) => opened.moddle.create(type, properties) as unknown as Model, ids: { assigned: () => false, claim: () => undefined } };
  return { element, of: element.businessObject, moddle, modeling, definitions: opened.definitions, all: opened.drawn };
}

describe('a change of properties', () => {
  it('is read again as it was written, through the file', async () => {
    const opened = await read('tests/flow-corpus/consult-departments.bpmn');
    const opinion = changingOn(opened, 'opinion');
    changeFacts(opinion, { kind: 'name', language: 'en', text: 'Opinion of <each> & all' });
    changeFacts(opinion, { kind: 'link', link: { kind: 'inspect', handler: 'department:fire@city', post: 'approver' } });
    changeFacts(opinion, { kind: 'each', each: undefined });
    const { xml } = await opened.moddle.toXML(opened.definitions as never);
    const again = (await new BpmnModdle({ yimen }).fromXML(xml)).elementsById['opinion'] as unknown as Model;
    expect(factsOf(again)).toMatchObject({ names: { 'zh-CN': '征求意见', en: 'Opinion of <each> & all' }, link: { kind: 'inspect', handler: 'department:fire@city', post: 'approver' } });
    expect(factsOf(again).each).toBeUndefined();
  });

  it('writes a table that is read again the same', async () => {
    const opened = await read('tests/flow-corpus/grade-by-area.bpmn');
    const id = opened.facts.find((one) => one.kind === 'rule')?.id ?? '';
    const table = { ...emptyTable, hit: 'FIRST' as const, inputs: ['area'], outputs: [{ name: 'level', otherwise: '"city"' }], rules: [{ when: ['< 300'], then: ['"street"'] }] };
    changeFacts(changingOn(opened, id), { kind: 'table', table });
    const { xml } = await opened.moddle.toXML(opened.definitions as never);
    expect(factsOf((await new BpmnModdle({ yimen }).fromXML(xml)).elementsById[id] as unknown as Model).table).toEqual(table);
  });

  it('of a code takes the conditions along that name it', async () => {
    const opened = await read('tests/flow-corpus/consult-departments.bpmn');
    changeFacts(changingOn(opened, 'approve'), { kind: 'id', id: 'sign' });
    expect(opened.drawn.map((one) => factsOf(one.businessObject)).find((one) => one.id === 'agreed_to_decide')?.condition).toBe('sign = "returned"');
  });
});
