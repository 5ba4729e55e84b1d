/** A BPMN file read, checked and compiled to the graph the token game plays. */
import type { Localized } from '../../../contract/language.ts';
import { checkSound, compile, draft, faultGrades, type Drawing, type Given, type Graph, type GraphFault, type Node } from '../../kernel/flow/index.ts';
import { readBpmn, type ReadBpmn } from './bpmn-folder.ts';
import { problem, type Problem } from './problem.ts';
import { expressionProblems, linkProblems } from './process-checks.ts';
import { undecidedResults } from './process-decided.ts';
import { conditionProblem, expressionProblem, testProblem } from './surroundings.ts';

/** A process ready to play, and what its elements are called. */
export interface ReadProcess {
  readonly graph: Graph;
  /** id → name; the process itself under its own id */
  readonly names: Readonly<Record<string, Localized>>;
}

/**
 * The process of a BPMN 2.0 text. Refuses with problems, each at its element (`/<id>`): no BPMN, outside the subset (flow.*, see kernel/flow),
 * a link whose kind, handler or post is not one of data/processes/README.md, a name missing in a language, a condition, list or table that is no FEEL
 * or looks at an unknown value.
 */
export async function readProcess(id: string, xml: string): Promise<{ ok: true; process: ReadProcess } | { ok: false; problems: readonly Problem[] }> {
  const answer = await readBpmn(id, xml);
  if (!answer.ok) return { ok: false, problems: [problem('', 'catalogue.not_bpmn', { message: answer.message })] };
  const { read } = answer;
  if (read.warnings.length > 0) return { ok: false, problems: read.warnings.map((message) => problem('', 'catalogue.not_bpmn', { message })) };
  const compiled = compile(id, read.elements, read.flows, read.given);
  const problems = [...(compiled.ok ? [] : compiled.faults.map(faultProblem)), ...contentProblems(read)];
  if (!compiled.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, process: { graph: compiled.graph, names: completeNames(read) } };
}

const faultProblem = (fault: GraphFault): Problem => problem(`/${fault.element}`, fault.code, fault.params);

/** What is still to be said, or said wrongly, in elements that are inside the subset. */
function contentProblems(read: ReadBpmn): readonly Problem[] {
  const names = read.named.filter((id) => nameOf(read, id) === undefined).map((id) => problem(`/${id}`, 'catalogue.element_name_incomplete', { name: read.drawing.names[id]?.['zh-CN'] ?? '' }));
  return [...linkProblems(read.elements), ...names, ...expressionProblems(read, { condition: conditionProblem, expression: expressionProblem, test: testProblem })];
}

function nameOf(read: ReadBpmn, id: string): Localized | undefined {
  const { 'zh-CN': cn, 'zh-HK': hk, en } = read.drawing.names[id] ?? {};
  return cn && hk && en ? { 'zh-CN': cn, 'zh-HK': hk, en } : undefined;
}

const completeNames = (read: ReadBpmn): Readonly<Record<string, Localized>> => Object.fromEntries(read.named.map((id) => [id, nameOf(read, id)] as const).filter((one): one is readonly [string, Localized] => one[1] !== undefined));

/**
 * What a matter gives its process at the start, by name: a process may ask for these and for nothing else. The items of a bundle that this case has, the kinds of the
 * departments that take part, the door it came in by, and whether a person or an organisation applies. What an applicant writes lies sealed and is never given.
 */
export const givenByMatters = { parts: 'list', departments: 'list', channel: 'text', applicant: 'text' } as const satisfies Readonly<Record<string, Given['kind']>>;

/** What a call activity calls: an item of the catalogue, by the code of its handling item. */
export const calledItem = /^item:(.+)$/;

/**
 * As `readProcess`, and fit for items to be published with: sound when played in every way (flow.stuck, flow.never_done, flow.token_doubled,
 * flow.no_way_to_the_end), proven within the bound (catalogue.process_too_large), deciding before it issues a result (catalogue.result_undecided), asking for nothing
 * but what matters give (catalogue.given_unknown), and made of what matters carry out (catalogue.element_not_driven): all of the subset but calls of plain processes.
 */
export async function publishableProcess(id: string, xml: string): ReturnType<typeof readProcess> {
  const answer = await readProcess(id, xml);
  if (!answer.ok) return answer;
  const { graph, names } = answer.process;
  const called = (element: string): string => names[element]?.['zh-CN'] ?? element;
  const undriven = Object.values(graph.nodes).filter(notDriven).map((node) => problem(`/${node.id}`, 'catalogue.element_not_driven', { type: 'bpmn:CallActivity', name: called(node.id) }));
  const notGiven = (graph.given ?? []).filter((one) => kindsGiven[one.name] !== one.kind).map((one) => problem('', 'catalogue.given_unknown', { name: one.name, kind: one.kind }));
  // A bundle's result follows from its parts; any other process decides before it issues one.
  const isBundle = Object.values(graph.nodes).some((node) => node.type === 'call');
  const undecided = isBundle ? [] : undecidedResults(graph).map((element) => problem(`/${element}`, 'catalogue.result_undecided', { name: called(element) }));
  const sound = checkSound(graph);
  const tooLarge = sound.proven ? [] : [problem('', 'catalogue.process_too_large', { places: sound.places })];
  const problems = [...undriven, ...notGiven, ...undecided, ...sound.faults.map(faultProblem), ...tooLarge];
  return problems.length > 0 ? { ok: false, problems } : answer;
}

const kindsGiven: Readonly<Record<string, Given['kind']>> = givenByMatters;
const notDriven = (node: Node): boolean => node.type === 'call' && !calledItem.test(node.process);

/** A drawing as imported: accepted where everything in it is inside the subset and it can be played through; what it still lacks is to be said before it is published. */
export interface ImportedDrawing {
  readonly accepted: boolean;
  /** the graph with gaps where something is unfinished; none where it is refused */
  readonly graph?: Graph;
  readonly drawing: Drawing;
  /** why it is refused: elements outside the subset, a shape that cannot be played, tokens stuck, lost or doubled */
  readonly refused: readonly Problem[];
  /** what is to be said before it can be published */
  readonly unfinished: readonly Problem[];
}

/** Imports a BPMN 2.0 file drawn anywhere. */
export async function importDrawing(id: string, xml: string): Promise<ImportedDrawing> {
  const answer = await readBpmn(id, xml);
  const nothing = { names: {}, shapes: {}, edges: {} };
  if (!answer.ok) return { accepted: false, drawing: nothing, refused: [problem('', 'catalogue.not_bpmn', { message: answer.message })], unfinished: [] };
  const { read } = answer;
  const { graph, faults } = draft(id, read.elements, read.flows, read.given);
  const sound = graph ? checkSound(graph) : undefined;
  const isUnfinished = (fault: GraphFault): boolean => faultGrades[fault.code] === 'unfinished';
  const shape = faults.filter((fault) => !isUnfinished(fault));
  // A drawing with gaps may look unsound only because of them: an empty sub-process, a list not named yet.
  const refused = [...shape, ...(sound?.faults ?? [])].map(faultProblem);
  const tooLarge = sound?.proven === false ? [problem('', 'catalogue.process_too_large', { places: sound.places })] : [];
  const unfinished = [...faults.filter(isUnfinished).map(faultProblem), ...contentProblems(read), ...tooLarge, ...read.warnings.map((message) => problem('', 'catalogue.not_bpmn', { message }))];
  return { accepted: refused.length === 0, ...(graph && refused.length === 0 ? { graph } : {}), drawing: read.drawing, refused, unfinished };
}
