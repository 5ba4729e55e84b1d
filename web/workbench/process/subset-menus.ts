/** Palette, context pad and replace menu of the drawing library, each with the pieces of the subset alone, and the rule for what may stand at a border. */
import type { ProcessSpeaker } from './process-words.ts';
import type { Create, Drawn, ElementFactory, EventBus, Model, Modeling, Selection } from './drawing-types.ts';
import { appendable, kindOf, mayHaveBorder, paletteGroups, pieces, replacements, type ModelElement, type PieceKind } from './subset.ts';

/** A button of a menu of the drawing library. */
interface Entry {
  readonly group: string;
  readonly className?: string;
  readonly title?: string;
  readonly separator?: true;
  readonly action?: Readonly<Record<string, (event: Event, element: Drawn) => void>>;
}
interface Tool {
  readonly [act: string]: (event: Event) => void;
}
interface Menu {
  registerProvider(provider: unknown): void;
}

const kindOfDrawn = (element: Drawn): ReturnType<typeof kindOf> => kindOf(element.businessObject as unknown as ModelElement);

/** What the library makes a shape of. */
export function attributesOf(kind: PieceKind): Readonly<Record<string, unknown>> {
  const { type, definition } = pieces[kind];
  return { type, ...(definition ? { eventDefinitionType: definition } : {}), ...(kind === 'part' ? { isExpanded: true } : {}) };
}

/** The palette: tools, then the pieces. */
export function paletteOf(t: ProcessSpeaker): unknown {
  const provider = (palette: Menu, create: Create, elementFactory: ElementFactory, handTool: Tool, lassoTool: Tool, spaceTool: Tool, globalConnect: Tool): unknown => {
    const tool = (icon: string, title: string, click: (event: Event) => void): Entry => ({ group: 'tools', className: icon, title, action: { click } });
    const piece = (kind: PieceKind, group: string): Entry => {
      const start = (event: Event): void => create.start(event, kind === 'part' ? partWithStart(elementFactory) : elementFactory.createShape(attributesOf(kind)));
      return { group, className: pieces[kind].icon, title: t('draw.add', { piece: t(`piece.${kind}`) }), action: { dragstart: start, click: start } };
    };
    const entries: Readonly<Record<string, Entry>> = {
      hand: tool('bpmn-icon-hand-tool', `${t('draw.hand')} (H)`, (event) => handTool['activateHand']?.(event)),
      lasso: tool('bpmn-icon-lasso-tool', `${t('draw.lasso')} (L)`, (event) => lassoTool['activateSelection']?.(event)),
      space: tool('bpmn-icon-space-tool', `${t('draw.space')} (S)`, (event) => spaceTool['activateSelection']?.(event)),
      connect: tool('bpmn-icon-connection-multi', `${t('draw.connect')} (C)`, (event) => globalConnect['start']?.(event)),
      line: { group: 'tools', separator: true },
      ...Object.fromEntries(paletteGroups.flatMap((group, at) => group.map((kind) => [`create.${kind}`, piece(kind, `group-${at}`)] as const))),
    };
    const own = { getPaletteEntries: () => entries };
    palette.registerProvider(own);
    return own;
  };
  return Object.assign(provider, { $inject: ['palette', 'create', 'elementFactory', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect'] });
}

/** A sub-process is drawn with its start, without which nothing in it begins. */
function partWithStart(elementFactory: ElementFactory): readonly Drawn[] {
  const part = elementFactory.createShape({ ...attributesOf('part'), x: 0, y: 0 });
  return [part, elementFactory.createShape({ ...attributesOf('start'), x: 40, y: 82, parent: part })];
}

/** What the context pad calls. */
interface PadServices {
  readonly modeling: Modeling;
  readonly elementFactory: ElementFactory;
  readonly create: Create;
  readonly connect: { start(event: Event, element: Drawn): void };
  readonly autoPlace: { append(element: Drawn, shape: Drawn): void };
  readonly popupMenu: { open(element: Drawn, menu: string, at: unknown, options: unknown): void };
  readonly selection: Selection;
  readonly contextPad: { getPad(element: Drawn): { html: HTMLElement } };
}

function padEntries(t: ProcessSpeaker, services: PadServices, element: Drawn): Readonly<Record<string, Entry>> {
  const { modeling, elementFactory, create, connect, autoPlace, popupMenu, contextPad, selection } = services;
  const remove: Entry = { group: 'edit', className: 'bpmn-icon-trash', title: t('draw.delete'), action: { click: (_event, one) => modeling.removeElements([one]) } };
  if (element.type === 'label') return { delete: remove };
  const kind = kindOfDrawn(element);
  const append = (piece: PieceKind): Entry => ({
    group: 'model', className: pieces[piece].icon, title: t('draw.append', { piece: t(`piece.${piece}`) }),
    action: {
      click: (_event, one) => autoPlace.append(one, elementFactory.createShape(attributesOf(piece))),
      dragstart: (event, one) => create.start(event, elementFactory.createShape(attributesOf(piece)), { source: one }),
    },
  });
  const goesOn = appendable(kind);
  const replace: Entry = {
    group: 'edit', className: 'bpmn-icon-screw-wrench', title: `${t('draw.replace')} (R)`,
    action: { click: (event, one) => {
      const pad = contextPad.getPad(one).html.getBoundingClientRect();
      const { x, y } = event as MouseEvent;
      popupMenu.open(one, 'bpmn-replace', { x: pad.left, y: pad.bottom + 5, cursor: { x, y } }, { title: t('draw.replace'), width: 260, search: false });
    } },
  };
  return {
    ...Object.fromEntries(goesOn.map((piece) => [`append.${piece}`, append(piece)])),
    ...(mayHaveBorder(kind) ? { border: { group: 'model', className: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer', title: t('draw.border'), action: { click: (_event: Event, one: Drawn) => selection.select(addBorder(modeling, one)) } } } : {}),
    ...(goesOn.length > 0 ? { connect: { group: 'connect', className: 'bpmn-icon-connection-multi', title: `${t('draw.connect')} (C)`, action: { click: (event: Event, one: Drawn) => connect.start(event, one), dragstart: (event: Event, one: Drawn) => connect.start(event, one) } } } : {}),
    ...(replacements(kind, element.type).length > 0 ? { replace } : {}),
    delete: remove,
  };
}

/** Sets a timer at the lower border of an activity; further ones beside it. */
export function addBorder(modeling: Modeling, host: Drawn): Drawn {
  const already = host.attachers?.length ?? 0;
  return modeling.createShape({ ...attributesOf('border'), cancelActivity: false }, { x: host.x + host.width - 18 - already * 40, y: host.y + host.height }, host, { attach: true });
}

/** The context pad: what may come next, connect, change, delete. */
export function contextPadOf(t: ProcessSpeaker): unknown {
  const names = ['contextPad', 'modeling', 'elementFactory', 'create', 'connect', 'autoPlace', 'popupMenu', 'selection'] as const;
  const provider = (...given: readonly unknown[]): unknown => {
    const services = Object.fromEntries(names.map((name, at) => [name, given[at]])) as unknown as PadServices;
    const removeAll: Entry = { group: 'edit', className: 'bpmn-icon-trash', title: t('draw.delete'), action: { click: (_event, all) => services.modeling.removeElements([...(all as unknown as readonly Drawn[])]) } };
    const own = { getContextPadEntries: (element: Drawn) => padEntries(t, services, element), getMultiElementContextPadEntries: () => ({ delete: removeAll }) };
    (services.contextPad as unknown as Menu).registerProvider(own);
    return own;
  };
  return Object.assign(provider, { $inject: [...names] });
}

/** The replace menu. */
export function replaceMenuOf(t: ProcessSpeaker): unknown {
  const provider = (popupMenu: { registerProvider(menu: string, provider: unknown): void }, bpmnReplace: { replaceElement(element: Drawn, into: unknown): void }): unknown => {
    const entriesOf = (element: Drawn): Readonly<Record<string, unknown>> => Object.fromEntries(replacements(kindOfDrawn(element), element.type).map((kind) => [
      `into-${kind}`,
      { label: t('draw.into', { piece: t(`piece.${kind}`) }), className: pieces[kind].icon, action: () => bpmnReplace.replaceElement(element, attributesOf(kind)) },
    ]));
    const own = { getPopupMenuEntries: (target: Drawn | readonly Drawn[]) => (Array.isArray(target) ? {} : entriesOf(target as Drawn)) };
    popupMenu.registerProvider('bpmn-replace', own);
    return own;
  };
  return Object.assign(provider, { $inject: ['popupMenu', 'bpmnReplace'] });
}

interface Attaching {
  readonly target?: Drawn;
  readonly elements?: readonly Drawn[];
  readonly shapes?: readonly Drawn[];
  readonly shape?: Drawn;
  readonly position?: unknown;
}

/** At a border stands a timer alone, and only at an activity that is waited for. */
export function borderRuleOf(): unknown {
  const rule = (eventBus: EventBus & { on(event: string, priority: number, listener: (event: { context: Attaching }) => unknown): void }, bpmnRules: { canAttach(elements: readonly Drawn[], target: Drawn, source: null, position: unknown): unknown }): unknown => {
    for (const name of ['elements.create', 'elements.move', 'shape.create', 'shape.attach']) {
      eventBus.on(`commandStack.${name}.canExecute`, 1_500, ({ context }) => {
        const elements = context.elements ?? context.shapes ?? (context.shape ? [context.shape] : []);
        const [first] = elements;
        if (!first || !context.target || elements.length > 1 || bpmnRules.canAttach(elements, context.target, null, context.position) !== 'attach') return undefined;
        const definitions = (first.businessObject['eventDefinitions'] as readonly Model[] | undefined) ?? [];
        return definitions[0]?.$type === 'bpmn:TimerEventDefinition' && mayHaveBorder(kindOfDrawn(context.target)) ? undefined : false;
      });
    }
    return {};
  };
  return Object.assign(rule, { $inject: ['eventBus', 'bpmnRules'] });
}
