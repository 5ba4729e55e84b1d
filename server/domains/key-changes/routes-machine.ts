/** What the program on the machine does with an approval: looks for one, begins under it, and says what came of it. Each as facts of the same chain. */
import type { Refusal } from '../../kernel/decider.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { newId } from '../../platform/ids.ts';
import { isUnused, isUsable } from './approval.ts';
import { statusOf, type KeyChange, type KeyResult, type KeyTask } from './change.ts';
import { beginKeyChange, beginUnfounded, finishKeyChange } from './decide.ts';
import { runAct, type Act, type ActSurroundings } from './routes-acts.ts';
import { foundingNow, openKeyChanges, type StoredKeyChange } from './views.ts';

/** Who a fact says did it: the program on the machine; the account of its operator is not kept. */
const machine = { kind: 'system', job: 'yimen keys' } as const;

/** Work that may be done now, under this change. `resumed`: it was begun before for this version, by a run that was cut. */
export interface BegunKeyChange {
  readonly ok: true;
  readonly changeId: Id;
  readonly resumed: boolean;
  readonly target: number | null;
}

/** Why the program may not: nothing was approved for this very task; one waits for its second person; one was approved and is too old. */
export type NoApproval = { readonly ok: false; readonly code: 'keys.no_approval' | 'keys.approval_waits' | 'keys.approval_expired'; readonly params: Readonly<Record<string, string>> };

/** Finds the oldest approval for this very task that can be used, and begins under it: from then on nobody else can. The caller is alone with the keys (aloneWithKeys). */
export async function beginOnMachine(around: ActSurroundings, task: KeyTask, target: number | null): Promise<BegunKeyChange | NoApproval | Refusal> {
  const { handle } = around.database;
  const open = (await openKeyChanges(handle, task.kind)).filter(({ state }) => isSameTask(state.task, task));
  const cut = begunBefore(open);
  if (cut) return cut;
  const now = around.pipeline.clock.now();
  const usable = open.find(({ state }) => isUsable(state, now));
  if (usable) {
    const done = await act(around, usable.changeId, 'keys.begin', (state, meta) => beginKeyChange(state, target, meta));
    return done.ok ? { ok: true, changeId: usable.changeId, resumed: false, target } : done;
  }
  const founding = await foundingNow(handle);
  if (founding.open && founding.administrators === 0) {
    const changeId = newId();
    const done = await runAct(around, { changeId, commandId: newId(), name: 'keys.begin', actor: machine, body: { task }, creates: true, decide: (state, _ground, meta) => beginUnfounded(state, task, target, meta) });
    return done.ok ? { ok: true, changeId, resumed: false, target } : done;
  }
  const late = open.find(({ state }) => isUnused(state));
  if (open.some(({ state }) => state.status === 'proposed')) return { ok: false, code: 'keys.approval_waits', params: {} };
  return late ? { ok: false, code: 'keys.approval_expired', params: { until: late.state.until ?? '' } } : { ok: false, code: 'keys.no_approval', params: {} };
}

/** Work on this very task that was begun by a run that was cut; undefined where there is none. */
export async function resumeOnMachine({ database }: Pick<ActSurroundings, 'database'>, task: KeyTask): Promise<BegunKeyChange | undefined> {
  return begunBefore((await openKeyChanges(database.handle, task.kind)).filter(({ state }) => isSameTask(state.task, task)));
}

/** Shares that were begun may have been written in part: they are made anew under a new approval. */
function begunBefore(open: readonly StoredKeyChange[]): BegunKeyChange | undefined {
  const cut = open.find(({ state }) => statusOf(state) === 'begun' && state.target !== null);
  return cut && { ok: true, changeId: cut.changeId, resumed: true, target: cut.state.target };
}

/** Says what came of it. */
export async function finishOnMachine(around: ActSurroundings, changeId: Id, result: KeyResult): Promise<{ readonly ok: true } | Refusal> {
  const done = await act(around, changeId, 'keys.finish', (state, meta) => finishKeyChange(state, result, meta));
  return done.ok ? { ok: true } : done;
}

function act(around: ActSurroundings, changeId: Id, name: string, decide: (state: KeyChange, meta: Parameters<Act['decide']>[2]) => ReturnType<Act['decide']>) {
  return runAct(around, { changeId, commandId: newId(), name, actor: machine, body: {}, creates: false, decide: (state, _ground, meta) => (state ? decide(state, meta) : refuse('key_change.unknown')) });
}

function isSameTask(one: KeyTask, other: KeyTask): boolean {
  switch (one.kind) {
    case 'rotate':
      return other.kind === 'rotate';
    case 'retire':
      return other.kind === 'retire' && one.version === other.version;
    case 'split':
      return other.kind === 'split' && one.into === other.into && one.need === other.need;
  }
}
