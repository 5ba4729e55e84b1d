/** How a user task is handled: which kind of link it is, who handles it, and which post. Read from the `yimen:link` extension of the BPMN file. */
export interface LinkRule {
  readonly kind: 'review' | 'visit' | 'inspect' | 'decide' | 'approve';
  /** `window`, `department`, `department@level` or `department:kind@level` */
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

/** A node of a compiled process: the subset of BPMN 2.0 that the token game plays. */
export type Node =
  | { readonly type: 'start' | 'end' | 'exclusive'; readonly id: string; readonly ways: readonly Way[] }
  | { readonly type: 'parallel'; readonly id: string; readonly ways: readonly Way[]; readonly entries: readonly string[] }
  | { readonly type: 'user'; readonly id: string; readonly ways: readonly Way[]; readonly name: string; readonly link: LinkRule }
  | { readonly type: 'service'; readonly id: string; readonly ways: readonly Way[]; readonly service: string };

/** A process ready to play. */
export interface Graph {
  readonly id: string;
  readonly start: string;
  readonly nodes: Readonly<Record<string, Node>>;
}

/** What an element of a process is, as read from a file, before it is compiled. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly link?: LinkRule;
  readonly service?: string;
  readonly defaultFlow?: string;
}

/** A sequence flow, as read from a file. */
export interface SequenceFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
}

/** Why a process cannot be published: the element and what is wrong with it. */
export interface GraphFault {
  readonly element: string;
  readonly code:
    | 'flow.element_outside_subset' | 'flow.no_start' | 'flow.several_starts' | 'flow.no_end' | 'flow.dead_end' | 'flow.unreachable'
    | 'flow.user_task_without_link' | 'flow.service_task_without_name' | 'flow.way_without_condition' | 'flow.unknown_target' | 'flow.endless_without_task';
  readonly params: Readonly<Record<string, string>>;
}
