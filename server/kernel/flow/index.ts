export { compile } from './compile.ts';
export type { Element, Graph, GraphFault, LinkRule, Node, SequenceFlow, Way } from './graph.ts';
export { begin, complete } from './play.ts';
export type { FlowState, FlowValue, Judge, Move, WaitingTask } from './play.ts';
