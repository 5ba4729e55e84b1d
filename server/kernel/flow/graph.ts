/** How a user task is handled: which kind of link it is, who handles it, and which post. Read from the `yimen:link` extension of the BPMN file. */
export interface LinkRule {
  readonly kind: 'review' | 'visit' | 'inspect' | 'decide' | 'approve';
  /** `window`, `department`, `department@level` or `department:kind@level`; in an activity for each of a list, `{name}` stands for the one it is for */
  readonly handler: string;
  readonly post: 'window_clerk' | 'officer' | 'approver';
}

/** A way out of a node; `condition` is a FEEL expression over the flow's variables, `isDefault` the way taken when no condition holds. */
export interface Way {
  readonly id: string;
  readonly to: string;
  readonly condition?: string;
  readonly isDefault: boolean;
}

/** An activity done once for each entry of a list, all at the same time (BPMN 2.0.2 §13.3.7, parallel multi-instance). */
export interface Each {
  /** FEEL expression that gives the list */
  readonly list: string;
  /** the name under which conditions inside see the entry they are for */
  readonly as: string;
}

/** A timer at the border of an activity: rings when the activity is still open after so many working days. */
export interface Border {
  readonly id: string;
  /** whether the activity is given up when it rings; otherwise a second token starts beside it */
  readonly interrupts: boolean;
  readonly workingDays: number;
  readonly ways: readonly Way[];
}

/** A decision table in the shape of DMN 1.3 §8: what is asked, what is answered, one rule a line. */
export interface DecisionTable {
  readonly hit: 'UNIQUE' | 'FIRST' | 'ANY';
  /** FEEL expressions over the flow's variables */
  readonly inputs: readonly string[];
  /** names under which the answers are kept; `otherwise` is a FEEL expression for when no rule fits */
  readonly outputs: readonly { readonly name: string; readonly otherwise?: string }[];
  /** `when`: a unary test for each input, `-` for any; `then`: a FEEL expression for each output */
  readonly rules: readonly { readonly when: readonly string[]; readonly then: readonly string[] }[];
}

interface Placed {
  readonly id: string;
  readonly ways: readonly Way[];
  /** the sub-process it lies in; none at the top */
  readonly within?: string;
}

/** A node of a compiled process: the subset of BPMN 2.0 that the token game plays (docs/decisions/0019-flow-subset.md). */
export type Node =
  | (Placed & { readonly type: 'start' })
  | (Placed & { readonly type: 'exclusive' })
  | (Placed & { readonly type: 'end'; readonly terminates?: true })
  | (Placed & { readonly type: 'parallel'; readonly entries: readonly string[] })
  /** `upstream`: for each entry, the nodes from which it can be reached without passing this gateway */
  | (Placed & { readonly type: 'inclusive'; readonly entries: readonly string[]; readonly upstream: Readonly<Record<string, readonly string[]>> })
  | (Placed & { readonly type: 'user'; readonly name: string; readonly link: LinkRule; readonly each?: Each; readonly borders?: readonly Border[] })
  | (Placed & { readonly type: 'service'; readonly service: string })
  | (Placed & { readonly type: 'rule'; readonly table: DecisionTable })
  | (Placed & { readonly type: 'timer'; readonly workingDays: number })
  | (Placed & { readonly type: 'catch'; readonly message: string })
  | (Placed & { readonly type: 'throw'; readonly message: string })
  /** an embedded sub-process: its elements are nodes of the same graph, each `within` it */
  | (Placed & { readonly type: 'part'; readonly start: string; readonly each?: Each; readonly borders?: readonly Border[] })
  /** another process, played by itself; goes on when it has ended */
  | (Placed & { readonly type: 'call'; readonly process: string; readonly borders?: readonly Border[] });

/** A value that the matter gives its process at the start: conditions may look at it. */
export interface Given {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'yes_no' | 'list';
}

/** A process ready to play. */
export interface Graph {
  readonly id: string;
  readonly start: string;
  readonly nodes: Readonly<Record<string, Node>>;
  readonly given?: readonly Given[];
}

/** What an element of a process is, as read from a file, before it is compiled. Boundary events are elements of type `bpmn:BoundaryEvent`. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly link?: LinkRule;
  readonly service?: string;
  readonly defaultFlow?: string;
  /** the sub-process it lies in */
  readonly within?: string;
  /** what makes an event more than a plain one */
  readonly event?: 'timer' | 'message' | 'terminate';
  /** of a timer; absent where the file gives no whole number of working days */
  readonly workingDays?: number;
  /** name of the message thrown or caught */
  readonly message?: string;
  /** id of the process a call activity calls */
  readonly process?: string;
  /** of a boundary event: the activity, and whether it is given up */
  readonly attachedTo?: string;
  readonly interrupts?: boolean;
  readonly each?: Each;
  readonly table?: DecisionTable;
  /** what of it no element of the subset has, as BPMN names it: an event definition, a marker, an attribute */
  readonly outside?: string;
}

/** A sequence flow, as read from a file. */
export interface SequenceFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
}

/**
 * What is wrong with a process, by how much: `outside` the subset; of a `shape` nothing can be played on; `unfinished`, which an imported drawing
 * may be until it is published; `unsound`, found by playing it through.
 */
export const faultGrades = {
  'flow.element_outside_subset': 'outside',
  'flow.condition_outside_gateway': 'outside',
  'flow.no_start': 'shape',
  'flow.several_starts': 'shape',
  'flow.no_end': 'shape',
  'flow.unknown_target': 'shape',
  'flow.border_misplaced': 'shape',
  'flow.dead_end': 'shape',
  'flow.unreachable': 'shape',
  'flow.endless_without_task': 'shape',
  'flow.user_task_without_link': 'unfinished',
  'flow.service_task_without_name': 'unfinished',
  'flow.way_without_condition': 'unfinished',
  'flow.choice_without_default': 'unfinished',
  'flow.timer_without_working_days': 'unfinished',
  'flow.message_without_name': 'unfinished',
  'flow.call_without_process': 'unfinished',
  'flow.rule_without_table': 'unfinished',
  'flow.table_uneven': 'unfinished',
  'flow.table_may_not_answer': 'unfinished',
  'flow.part_empty': 'unfinished',
  'flow.each_without_list': 'unfinished',
  'flow.handler_unresolved': 'unfinished',
  'flow.stuck': 'unsound',
  'flow.never_done': 'unsound',
  'flow.token_doubled': 'unsound',
  'flow.no_way_to_the_end': 'unsound',
} as const satisfies Readonly<Record<string, 'outside' | 'shape' | 'unfinished' | 'unsound'>>;

/** Why a process cannot be published: the element and what is wrong with it. */
export interface GraphFault {
  readonly element: string;
  readonly code: keyof typeof faultGrades;
  readonly params: Readonly<Record<string, string>>;
}

/** Notes what is wrong with an element. */
export type Fault = (element: string, code: GraphFault['code'], params?: Readonly<Record<string, string>>) => void;
