export { compile, draft } from './compile.ts';
export { faultGrades } from './graph.ts';
export type { Border, DecisionTable, Each, Element, Given, Graph, GraphFault, LinkRule, Node, SequenceFlow, Way } from './graph.ts';
export { answerCall, begin, complete, receive, ring } from './play.ts';
export type { Feel, FlowScalar, FlowValue, Judge } from './feel.ts';
export type { FlowState, Message, Move, Pending, Scope, WaitingTask } from './state.ts';
export { bpmnText, workingDaysLanguage, type Drawing, type Point, type Shape } from './bpmn-text.ts';
export { checkSound, type Soundness } from './sound.ts';
export { checkHandlers, longestPath, type LongestPath } from './resolve.ts';
