/** The process of a bundle: its parts as call activities, side by side where nothing waits for anything. */
import type { Localized } from '../../../contract/language.ts';
import type { Drawing, Graph, Node, Way } from '../../kernel/flow/index.ts';

/** What the process needs to know of a part. */
export interface CalledPart {
  readonly element: string;
  readonly task_handle_item: string;
  readonly after: readonly string[];
  readonly on_refused: 'stop' | 'go_on';
  /** whether only some cases have it */
  readonly chosen: boolean;
  readonly name: Localized;
}

/** What the elements are called that are not parts. */
export interface ProcessWords {
  readonly start: Localized;
  readonly together: Localized;
  readonly joined: Localized;
  readonly asked: Localized;
  readonly issue: Localized;
  readonly end: Localized;
}

/** What the called element of a part begins with: the rest is the handling item. */
export const partCalled = 'item:';

/**
 * The graph and the names of a bundle's process. A part waits for every part in its `after`. It is passed over where the case does not have it, and where a part
 * before it (however far) that stops the rest was not granted; nothing that runs beside it is stopped. `parts` must be in an order that respects `after`.
 */
export function bundleProcess(id: string, name: Localized, parts: readonly CalledPart[], words: ProcessWords): { readonly graph: Graph; readonly names: Drawing['names'] } {
  const ways: Wire[] = [];
  const nodes: { readonly id: string; readonly type: Node['type']; readonly name?: Localized; readonly more?: object }[] = [];
  const before = waitedFor(parts);
  const direct = reduced(parts, before);
  const tails = new Map<string, string>();
  const waits = (element: string): readonly string[] => direct.get(element) ?? [];
  const heads = parts.filter((part) => waits(part.element).length === 0);
  const followers = (element: string): readonly CalledPart[] => parts.filter((part) => waits(part.element).includes(element));
  const split = (from: string, gateway: string, count: number): string => (count > 1 ? (nodes.push({ id: gateway, type: 'parallel', name: words.together }), ways.push({ from, to: gateway }), gateway) : from);
  const joinOf = (sources: readonly string[], gateway: string): string => {
    const [only] = sources;
    if (sources.length === 1 && only !== undefined) return only;
    nodes.push({ id: gateway, type: 'parallel', name: words.joined });
    for (const from of sources) ways.push({ from, to: gateway });
    return gateway;
  };
  nodes.push({ id: 'start', type: 'start', name: words.start });
  const root = split('start', 'together', heads.length);
  for (const part of parts) {
    const { element } = part;
    const from = waits(element).length === 0 ? root : joinOf(waits(element).map((one) => tails.get(one) ?? ''), `${element}_ready`);
    const stops = parts.filter((one) => before.get(element)?.has(one.element) && one.on_refused === 'stop').map((one) => one.element);
    const condition = conditionOf(element, part.chosen, stops);
    const call = { id: element, type: 'call' as const, name: part.name, more: { process: `${partCalled}${part.task_handle_item}` } };
    let tail = element;
    if (condition === undefined) nodes.push(call), ways.push({ from, to: element });
    else {
      nodes.push({ id: `${element}_asked`, type: 'exclusive', name: words.asked }, call, { id: `${element}_passed`, type: 'exclusive' });
      ways.push({ from, to: `${element}_asked` }, { from: `${element}_asked`, to: element, condition }, { from: `${element}_asked`, to: `${element}_passed`, isDefault: true }, { from: element, to: `${element}_passed` });
      tail = `${element}_passed`;
    }
    tails.set(element, split(tail, `${element}_then`, followers(element).length));
  }
  const last = joinOf(parts.filter((part) => followers(part.element).length === 0).map((part) => tails.get(part.element) ?? ''), 'joined');
  nodes.push({ id: 'issue', type: 'service', name: words.issue, more: { service: 'issue_result' } }, { id: 'end', type: 'end', name: words.end });
  ways.push({ from: last, to: 'issue' }, { from: 'issue', to: 'end' });
  return {
    graph: { id, start: 'start', nodes: wired(nodes, ways), ...(parts.some((part) => part.chosen) ? { given: [{ name: 'parts', kind: 'list' }] } : {}) },
    names: { [id]: name, ...Object.fromEntries(nodes.flatMap((node) => (node.name ? [[node.id, node.name]] : []))) },
  };
}

interface Wire {
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
  readonly isDefault?: true;
}

function wired(nodes: readonly { readonly id: string; readonly type: Node['type']; readonly more?: object }[], wires: readonly Wire[]): Readonly<Record<string, Node>> {
  const wayId = ({ from, to }: Wire): string => `${from}_to_${to}`;
  return Object.fromEntries(
    nodes.map(({ id, type, more }) => {
      const ways = wires.filter((wire) => wire.from === id).map((wire): Way => ({ id: wayId(wire), to: wire.to, isDefault: wire.isDefault === true, ...(wire.condition === undefined ? {} : { condition: wire.condition }) }));
      const entries = type === 'parallel' ? { entries: wires.filter((wire) => wire.to === id).map(wayId) } : {};
      return [id, { id, type, ways, ...entries, ...more } as Node];
    }),
  );
}

/** When a part is begun; undefined: always. What a part came to that this case does not have is unknown, and so neither refused nor stopped. */
function conditionOf(element: string, chosen: boolean, stops: readonly string[]): string | undefined {
  const texts = [...(chosen ? [`list contains(parts, "${element}")`] : []), ...stops.map((one) => `not(list contains(["refused", "stopped"], ${one}))`)];
  return texts.length === 0 ? undefined : texts.join(' and ');
}

/** Everything that comes before each part, however far. */
function waitedFor(parts: readonly CalledPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>();
  for (const part of parts) before.set(part.element, new Set(part.after.flatMap((one) => [one, ...(before.get(one) ?? [])])));
  return before;
}

/** What each part waits for directly: what another one it waits for already waits for is left out. */
function reduced(parts: readonly CalledPart[], before: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(parts.map((part) => [part.element, [...new Set(part.after)].filter((one) => !part.after.some((other) => other !== one && before.get(other)?.has(one)))]));
}
