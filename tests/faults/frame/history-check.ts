/** One step of a transaction on lists of values: every value is appended at most once in a history, so what was read tells who wrote it. */
export type Step = { readonly read: string; readonly saw: readonly number[] } | { readonly append: string; readonly value: number };

/** A transaction as its client knows it: `unknown` was sent, and no answer says how it ended. `from` and `to`: when it was sent and answered, on one clock. */
export interface Transaction {
  readonly outcome: 'ok' | 'failed' | 'unknown';
  readonly steps: readonly Step[];
  readonly from: number;
  readonly to: number;
}

/**
 * What can be wrong, in the words of Adya's thesis (1999) and of Elle (Kingsbury and Alvaro, VLDB 2020): G0 dirty write, G1a aborted read, G1b
 * intermediate read, G1c circular information flow, lost update, G-single (read skew), G2 (write skew). Then what no order of transactions explains:
 * reads that disagree about the order, a value twice, an acknowledged value gone, a read that misses what was acknowledged before it began.
 */
export type Anomaly = 'G0' | 'G1a' | 'G1b' | 'G1c' | 'lost update' | 'G-single' | 'G2' | 'disagreeing order' | 'value twice' | 'value gone' | 'stale read';

/** An anomaly with the numbers of the transactions concerned. */
export interface Finding {
  readonly anomaly: Anomaly;
  readonly transactions: readonly number[];
}

type Kind = 'ww' | 'wr' | 'rw';
type Edges = readonly Map<number, Set<Kind>>[];

/** Everything that is wrong with a history; empty where some order of its transactions explains it. The history ends with reads of every list. */
export function findingsOf(history: readonly Transaction[]): readonly Finding[] {
  const findings: Finding[] = [];
  const writers = writersOf(history);
  const orders = ordersOf(history, findings);
  aborted(history, writers, findings);
  intermediate(history, writers, findings);
  gone(history, orders, findings);
  stale(history, writers, findings);
  lostUpdates(history, orders, findings);
  cycles(dependencies(history, writers, orders), findings);
  return findings;
}

interface Written {
  readonly by: number;
  readonly isLastOfItsKey: boolean;
}

const reads = (transaction: Transaction) => transaction.steps.flatMap((step) => ('read' in step ? [step] : []));
const appends = (transaction: Transaction) => transaction.steps.flatMap((step) => ('append' in step ? [step] : []));

function writersOf(history: readonly Transaction[]): ReadonlyMap<number, Written> {
  const writers = new Map<number, Written>();
  history.forEach((transaction, by) => {
    const own = appends(transaction);
    own.forEach((step, n) => writers.set(step.value, { by, isLastOfItsKey: !own.slice(n + 1).some((later) => later.append === step.append) }));
  });
  return writers;
}

/** The order of each list: the longest read, of which every other must be the beginning. */
function ordersOf(history: readonly Transaction[], findings: Finding[]): ReadonlyMap<string, readonly number[]> {
  const longest = new Map<string, { readonly saw: readonly number[]; readonly by: number }>();
  const all = history.flatMap((transaction, by) => (transaction.outcome === 'ok' ? reads(transaction).map((step) => ({ key: step.read, saw: step.saw, by })) : []));
  for (const { key, saw, by } of all) {
    if (new Set(saw).size !== saw.length) findings.push({ anomaly: 'value twice', transactions: [by] });
    if (saw.length > (longest.get(key)?.saw.length ?? -1)) longest.set(key, { saw, by });
  }
  for (const { key, saw, by } of all) {
    const order = longest.get(key);
    if (order && saw.some((value, n) => order.saw[n] !== value)) findings.push({ anomaly: 'disagreeing order', transactions: [by, order.by] });
  }
  return new Map([...longest].map(([key, { saw }]) => [key, saw]));
}

function aborted(history: readonly Transaction[], writers: ReadonlyMap<number, Written>, findings: Finding[]): void {
  history.forEach((transaction, n) => {
    if (transaction.outcome !== 'ok') return;
    for (const value of reads(transaction).flatMap((step) => step.saw)) {
      const by = writers.get(value)?.by;
      if (by === undefined || history[by]?.outcome === 'failed') findings.push({ anomaly: 'G1a', transactions: [n, ...(by === undefined ? [] : [by])] });
    }
  });
}

function intermediate(history: readonly Transaction[], writers: ReadonlyMap<number, Written>, findings: Finding[]): void {
  history.forEach((transaction, n) => {
    if (transaction.outcome !== 'ok') return;
    for (const { saw } of reads(transaction)) {
      const last = writers.get(saw.at(-1) ?? Number.NaN);
      if (last && !last.isLastOfItsKey && last.by !== n) findings.push({ anomaly: 'G1b', transactions: [n, last.by] });
    }
  });
}

function gone(history: readonly Transaction[], orders: ReadonlyMap<string, readonly number[]>, findings: Finding[]): void {
  const present = new Map([...orders].map(([key, order]) => [key, new Set(order)]));
  history.forEach((transaction, n) => {
    if (transaction.outcome === 'ok' && appends(transaction).some((step) => !present.get(step.append)?.has(step.value))) findings.push({ anomaly: 'value gone', transactions: [n] });
  });
}

/** What was acknowledged before a read was sent must be in it. One pass: acknowledged values of each list in the order of their answers. */
function stale(history: readonly Transaction[], writers: ReadonlyMap<number, Written>, findings: Finding[]): void {
  const acknowledged = new Map<string, { at: number; value: number }[]>();
  for (const transaction of history) if (transaction.outcome === 'ok') for (const step of appends(transaction)) (acknowledged.get(step.append) ?? acknowledged.set(step.append, []).get(step.append))?.push({ at: transaction.to, value: step.value });
  history.forEach((transaction, n) => {
    if (transaction.outcome !== 'ok') return;
    for (const { read, saw } of reads(transaction)) {
      const seen = new Set(saw);
      const missed = acknowledged.get(read)?.find((one) => one.at < transaction.from && !seen.has(one.value));
      if (missed) findings.push({ anomaly: 'stale read', transactions: [n, writers.get(missed.value)?.by ?? n] });
    }
  });
}

/** Two that read the same version of a list, and both went on to append to it. */
function lostUpdates(history: readonly Transaction[], orders: ReadonlyMap<string, readonly number[]>, findings: Finding[]): void {
  const basis = new Map<string, number>();
  history.forEach((transaction, n) => {
    const didHappen = transaction.outcome === 'ok' || (transaction.outcome === 'unknown' && appends(transaction).some((step) => orders.get(step.append)?.includes(step.value)));
    if (!didHappen) return;
    for (const { read, saw } of reads(transaction)) {
      if (!appends(transaction).some((step) => step.append === read)) continue;
      const version = `${read} ${saw.at(-1) ?? 'nothing'}`;
      const other = basis.get(version);
      if (other !== undefined && other !== n) findings.push({ anomaly: 'lost update', transactions: [other, n] });
      basis.set(version, n);
    }
  });
}

/** ww: whose value follows whose. wr: who read whose value. rw: who did not yet see whose value. */
function dependencies(history: readonly Transaction[], writers: ReadonlyMap<number, Written>, orders: ReadonlyMap<string, readonly number[]>): Edges {
  const edges: Edges = history.map(() => new Map<number, Set<Kind>>());
  const join = (from: number | undefined, to: number | undefined, kind: Kind): void => {
    if (from === undefined || to === undefined || from === to) return;
    const kinds = edges[from]?.get(to) ?? new Set<Kind>();
    edges[from]?.set(to, kinds.add(kind));
  };
  const by = (value: number | undefined) => (value === undefined ? undefined : writers.get(value)?.by);
  for (const order of orders.values()) order.forEach((value, n) => join(by(order[n - 1]), by(value), 'ww'));
  history.forEach((transaction, n) => {
    if (transaction.outcome !== 'ok') return;
    for (const { read, saw } of reads(transaction)) {
      join(by(saw.at(-1)), n, 'wr');
      join(n, by(orders.get(read)?.[saw.length]), 'rw');
    }
  });
  return edges;
}

/** Cycles by strongly connected components, the worst first: each component is told once, as the strongest anomaly that is in it. */
function cycles(edges: Edges, findings: Finding[]): void {
  const told = new Set<number>();
  const tell = (anomaly: Anomaly, component: readonly number[]): void => {
    if (component.some((one) => told.has(one))) return;
    for (const one of component) told.add(one);
    findings.push({ anomaly, transactions: [...component].sort((a, b) => a - b) });
  };
  for (const component of components(edges, ['ww'])) tell('G0', component);
  for (const component of components(edges, ['ww', 'wr'])) tell('G1c', component);
  for (const component of components(edges, ['ww', 'wr', 'rw'])) tell(closesWithOneMiss(edges, component) ? 'G-single' : 'G2', component);
}

/** Whether a cycle in the component has exactly one rw: its end leads back to its start by ww and wr alone. */
function closesWithOneMiss(edges: Edges, component: readonly number[]): boolean {
  const inside = new Set(component);
  return component.some((from) =>
    [...(edges[from] ?? [])].some(([to, kinds]) => kinds.has('rw') && inside.has(to) && reaches(edges, to, from, inside)));
}

function reaches(edges: Edges, from: number, to: number, inside: ReadonlySet<number>): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const [next, kinds] of edges[at] ?? []) {
      if (seen.has(next) || !inside.has(next) || !(kinds.has('ww') || kinds.has('wr'))) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

/** Strongly connected components of more than one transaction (Tarjan 1972, without recursion: a history may be long). */
function components(edges: Edges, kinds: readonly Kind[]): readonly (readonly number[])[] {
  const next = edges.map((out) => [...out].filter(([, has]) => kinds.some((kind) => has.has(kind))).map(([to]) => to));
  const index = edges.map(() => -1);
  const low = edges.map(() => 0);
  const onStack = new Set<number>();
  const stack: number[] = [];
  const found: number[][] = [];
  let count = 0;
  const enter = (at: number): void => {
    index[at] = low[at] = count;
    count += 1;
    stack.push(at);
    onStack.add(at);
  };
  const leave = (at: number): void => {
    if (low[at] !== index[at]) return;
    const component = stack.splice(stack.lastIndexOf(at));
    for (const one of component) onStack.delete(one);
    if (component.length > 1) found.push(component);
  };
  for (let root = 0; root < edges.length; root += 1) {
    if (index[root] !== -1) continue;
    enter(root);
    const path = [{ at: root, edge: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next[top.at]?.[top.edge];
      top.edge += 1;
      if (to === undefined) {
        leave(top.at);
        path.pop();
        const above = path.at(-1);
        if (above) low[above.at] = Math.min(low[above.at] ?? 0, low[top.at] ?? 0);
      } else if (index[to] === -1) {
        enter(to);
        path.push({ at: to, edge: 0 });
      } else if (onStack.has(to)) low[top.at] = Math.min(low[top.at] ?? 0, index[to] ?? 0);
    }
  }
  return found;
}
