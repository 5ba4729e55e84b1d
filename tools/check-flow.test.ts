import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yimen-flow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the tool; the figures of its last line. */
function check(...args: readonly string[]): { files: number; accepted: number; refused: { file: string; elements: { id: string; name: string; type?: string; code: string }[] }[] } {
  const out = execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tools/check-flow.ts', ...args], { cwd: root, encoding: 'utf8' });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as ReturnType<typeof check>;
}

test('A folder of drawings: what is inside the subset is accepted, what is outside is named by file, id and name', () => {
  mkdirSync(join(folder, 'deeper'));
  copyFileSync(join(root, 'tests/flow-corpus/tender.bpmn'), join(folder, 'deeper/tender.bpmn'));
  copyFileSync(join(root, 'data/processes/README.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'broken.bpmn'), 'no drawing');
  const mail = '<d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL" id="x" targetNamespace="t"><d:process id="p"><d:startEvent id="s"/><d:sendTask id="m" name="寄信"/><d:endEvent id="e"/><d:sequenceFlow id="f" sourceRef="s" targetRef="m"/><d:sequenceFlow id="g" sourceRef="m" targetRef="e"/></d:process></d:definitions>';
  writeFileSync(join(folder, 'mail.bpmn'), mail);
  const { files, accepted, refused } = check(folder);
  expect([files, accepted, refused.map((one) => one.file)]).toEqual([3, 1, ['broken.bpmn', 'mail.bpmn']]);
  expect(refused[1]?.elements).toEqual([{ id: 'm', name: '寄信', code: 'flow.element_outside_subset', type: 'bpmn:SendTask' }]);
});

test('Without a folder it is our own corpus, whole', () => {
  expect(check('--quick')).toEqual({ files: 30, accepted: 30, refused: [] });
});
