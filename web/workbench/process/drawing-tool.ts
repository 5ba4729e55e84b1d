/**
 * The drawing library (bpmn-js) behind a small door of ours: opened lazily, with our extension of BPMN, the subset's menus and the reader's words. Its mark in the
 * corner stays, as its licence asks. Property changes go through its command stack, so that each is one step to undo.
 */
import BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import type { ElementFacts } from './element-facts.ts';
import { changeFacts, type Changing, type FactsChange } from './change-facts.ts';
import type { Canvas, CommandStack, Drawn, ElementFactory, EventBus, Moddle, Model, Modeling, Overlays, Registry, Selection, Service } from './drawing-types.ts';
import type { ProcessSpeaker } from './process-words.ts';
import { allFacts, factsOf, processOf } from './read-facts.ts';
import { pieceKinds, pieces, type PieceKind } from './subset.ts';
import { addBorder, attributesOf, borderRuleOf, contextPadOf, paletteOf, replaceMenuOf } from './subset-menus.ts';

/** A mark at an element: how grave, and what is said when it is pointed at. */
export interface Mark {
  readonly element: string;
  readonly grade: 'error' | 'warning';
  readonly text: string;
}

/** What the screen does with a drawing. */
export interface DrawingTool {
  /** Opens a BPMN text; rejects where it is none. Begins a new history. */
  readonly open: (xml: string) => Promise<void>;
  readonly xml: () => Promise<string>;
  readonly svg: () => Promise<string>;
  readonly facts: () => readonly ElementFacts[];
  /** the chosen element; the process where none is; how many where several are */
  readonly chosen: () => ElementFacts | number | undefined;
  readonly choose: (id: string) => void;
  readonly change: (id: string, change: FactsChange) => void;
  readonly addBorder: (id: string) => void;
  /** sets a piece after an element, joined to it; with a keyboard as with the mouse */
  readonly append: (id: string, kind: PieceKind) => void;
  readonly connect: (id: string, to: string) => void;
  readonly replace: (id: string, kind: PieceKind) => void;
  readonly remove: (id: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly zoom: (how: 'in' | 'out' | 'fit') => void;
  readonly mark: (marks: readonly Mark[]) => void;
  readonly close: () => void;
}

/** How a drawing is opened. */
export interface DrawingOptions {
  readonly container: HTMLElement;
  readonly editable: boolean;
  readonly t: ProcessSpeaker;
  /** told after every change and undo */
  readonly onChange: () => void;
  readonly onChoose: () => void;
}

/** Ids of new elements are words, since conditions name them. */
function wordIds(moddle: Moddle): unknown {
  const made = new BpmnFactory(moddle as never) as unknown as { _needsId(element: Model): boolean; _ensureId(element: Model): void };
  const theirs = made._ensureId.bind(made);
  const words: Readonly<Record<string, string>> = { ...Object.fromEntries([...pieceKinds].reverse().map((kind) => [pieces[kind].type, pieces[kind].idWord])), 'bpmn:SequenceFlow': 'way' };
  made._ensureId = (element) => {
    const word = words[element.$type];
    if (element.id || word === undefined) return theirs(element);
    let n = 1;
    while (moddle.ids.assigned(`${word}_${n}`)) n += 1;
    element.id = `${word}_${n}`;
    moddle.ids.claim(element.id, element);
  };
  return made;
}

/** The few sentences the library says by itself. */
function translating(t: ProcessSpeaker): (template: string, replacements?: Readonly<Record<string, string>>) => string {
  const known: Readonly<Record<string, () => string>> = { 'Search in diagram': () => t('draw.search'), 'No matching entries found.': () => t('draw.nothing_found'), 'Open {element}': () => t('draw.open') };
  return (template, replacements = {}) => (known[template]?.() ?? template).replace(/\{([^}]+)\}/g, (mark, name: string) => replacements[name] ?? mark);
}

function modulesOf(t: ProcessSpeaker): readonly unknown[] {
  return [
    { translate: ['value', translating(t)] },
    {
      __init__: ['borderRule', 'together'],
      paletteProvider: ['factory', paletteOf(t)],
      contextPadProvider: ['factory', contextPadOf(t)],
      replaceMenuProvider: ['factory', replaceMenuOf(t)],
      borderRule: ['factory', borderRuleOf()],
      bpmnFactory: ['factory', Object.assign((moddle: Moddle) => wordIds(moddle), { $inject: ['moddle'] })],
      together: ['factory', Object.assign((commandStack: CommandStack) => {
        commandStack.register('yimen.together', { preExecute: ({ act }: { readonly act: () => void }) => act(), execute: () => [], revert: () => [] });
        return {};
      }, { $inject: ['commandStack'] })],
    },
  ];
}

interface Library {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  saveSVG(): Promise<{ svg: string }>;
  getDefinitions(): unknown;
  get(name: string): unknown;
  on(event: string, listener: () => void): void;
  destroy(): void;
}

/** Draws into `container`. */
export function openDrawing({ container, editable, t, onChange, onChoose }: DrawingOptions): DrawingTool {
  const options = { container, moddleExtensions: { yimen }, additionalModules: (editable ? modulesOf(t) : [{ translate: ['value', translating(t)] }]) as never };
  const library = (editable ? new Modeler(options) : new NavigatedViewer(options)) as unknown as Library;
  const service = ((name: string) => library.get(name)) as Service;
  library.on('commandStack.changed', onChange);
  library.on('selection.changed', onChoose);
  const definitions = (): Model | undefined => library.getDefinitions() as Model | undefined;
  return {
    open: async (xml) => {
      await library.importXML(xml);
      fit(service('canvas'));
      if (editable) namePalette(container);
      onChoose();
    },
    xml: async () => (await library.saveXML({ format: true })).xml ?? '',
    svg: async () => (await library.saveSVG()).svg,
    facts: () => {
      const root = definitions();
      return root ? allFacts(root, service<Registry>('elementRegistry').getAll()) : [];
    },
    chosen: () => chosenOf(service, definitions()),
    ...(editable ? editing(service, definitions) : { change: () => undefined, addBorder: () => undefined, append: () => undefined, connect: () => undefined, replace: () => undefined, remove: () => undefined, undo: () => undefined, redo: () => undefined, canUndo: () => false, canRedo: () => false }),
    ...looking(service),
    close: () => library.destroy(),
  };
}

/** The palette shows signs alone: what each draws is said when it is pointed at. */
function namePalette(container: HTMLElement): void {
  for (const entry of container.querySelectorAll<HTMLElement>('.djs-palette .entry')) entry.title = entry.getAttribute('aria-label') ?? '';
}

/** Shows all of it beside the palette, small drawings not larger than they are. */
function fit(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  const left = canvas.getContainer().querySelector('.djs-palette') ? paletteWidth : 0;
  const scale = Math.min(1, Math.max(0.2, Math.min((outer.width - left - 2 * margin) / inner.width, (outer.height - 2 * margin) / inner.height)));
  if (!Number.isFinite(scale) || inner.width === 0) return;
  const spare = Math.max(0, outer.height / scale - inner.height) / 2;
  canvas.viewbox({ x: inner.x - (left + margin) / scale, y: inner.y - spare, width: outer.width / scale, height: outer.height / scale });
}

/** Room for the palette and around the drawing, in pixels. */
const paletteWidth = 108;
const margin = 24;

function chosenOf(service: Service, definitions: Model | undefined): ElementFacts | number | undefined {
  const chosen = service<Selection>('selection').get();
  if (chosen.length > 1) return chosen.length;
  const element = chosen[0]?.labelTarget ?? chosen[0];
  const of = (element?.businessObject as Model | undefined) && element && !['bpmn:Process', 'bpmn:Collaboration'].includes(element.businessObject.$type) ? element.businessObject : definitions && processOf(definitions);
  return of && factsOf(of);
}

type Looking = Pick<DrawingTool, 'choose' | 'zoom' | 'mark'>;

function looking(service: Service): Looking {
  const canvas = service<Canvas>('canvas');
  const registry = service<Registry>('elementRegistry');
  let marked: readonly string[] = [];
  return {
    choose: (id) => {
      const element = registry.get(id);
      if (!element) return service<Selection>('selection').select([]);
      const root = canvas.findRoot(element);
      if (root) canvas.setRootElement(root);
      canvas.scrollToElement(element, 80);
      service<Selection>('selection').select(element);
    },
    zoom: (how) => {
      if (how === 'fit') fit(canvas);
      else canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * (how === 'in' ? 1.25 : 0.8))), 'auto');
    },
    mark: (marks) => {
      for (const id of marked) if (registry.get(id)) for (const grade of ['error', 'warning']) canvas.removeMarker(id, `pr-${grade}`);
      service<Overlays>('overlays').remove({ type: 'yimen-problem' });
      const here = marks.filter((one) => registry.get(one.element));
      marked = [...new Set(here.map((one) => one.element))];
      for (const id of marked) {
        const own = here.filter((one) => one.element === id);
        const grade = own.some((one) => one.grade === 'error') ? 'error' : 'warning';
        canvas.addMarker(id, `pr-${grade}`);
        service<Overlays>('overlays').add(id, 'yimen-problem', { position: { top: -12, left: -12 }, html: badge(grade, own.map((one) => one.text).join('\n')) });
      }
    },
  };
}

function badge(grade: Mark['grade'], text: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `pr-badge pr-badge--${grade}`;
  sign.title = text;
  sign.textContent = grade === 'error' ? '×' : '!';
  return sign;
}

type Editing = Pick<DrawingTool, 'change' | 'addBorder' | 'append' | 'connect' | 'replace' | 'remove' | 'undo' | 'redo' | 'canUndo' | 'canRedo'>;

function editing(service: Service, definitions: () => Model | undefined): Editing {
  const stack = service<CommandStack>('commandStack');
  const registry = service<Registry>('elementRegistry');
  const found = (id: string): Pick<Changing, 'element' | 'of'> | undefined => {
    const root = definitions();
    const process = root && processOf(root);
    const element = registry.get(id) ?? service<Canvas>('canvas').getRootElement();
    const of = process?.id === id ? process : registry.get(id)?.businessObject;
    return of && { element, of };
  };
  return {
    change: (id, change) => {
      const root = definitions();
      const at = found(id);
      if (!root || !at) return;
      const on: Changing = { ...at, moddle: service<Moddle>('moddle'), modeling: service<Modeling>('modeling'), definitions: root, all: registry.getAll() };
      stack.execute('yimen.together', { act: () => changeFacts(on, change) });
      if (change.kind === 'id') (service<EventBus & { fire(event: string, context: unknown): void }>('eventBus')).fire('selection.changed', { oldSelection: [], newSelection: service<Selection>('selection').get() });
    },
    addBorder: (id) => {
      const host = registry.get(id);
      if (host) service<Selection>('selection').select(addBorder(service<Modeling>('modeling'), host));
    },
    ...placing(service, registry),
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    canUndo: () => stack.canUndo(),
    canRedo: () => stack.canRedo(),
  };
}

/** Drawing without a mouse: what the context pad does, by the element's code. */
function placing(service: Service, registry: Registry): Pick<DrawingTool, 'append' | 'connect' | 'replace' | 'remove'> {
  const select = (element: Drawn): void => service<Selection>('selection').select(element);
  return {
    append: (id, kind) => {
      const from = registry.get(id);
      if (from) select(service<{ append(element: Drawn, shape: Drawn): Drawn }>('autoPlace').append(from, service<ElementFactory>('elementFactory').createShape(attributesOf(kind))));
    },
    connect: (id, to) => {
      const [from, target] = [registry.get(id), registry.get(to)];
      if (from && target) service<Modeling>('modeling').connect(from, target);
    },
    replace: (id, kind) => {
      const element = registry.get(id);
      if (element) select(service<{ replaceElement(element: Drawn, into: unknown): Drawn }>('bpmnReplace').replaceElement(element, attributesOf(kind)));
    },
    remove: (id) => {
      const element = registry.get(id);
      if (element) service<Modeling>('modeling').removeElements([element]);
    },
  };
}

/** Elements of the subset drawn for the first time: an empty process with a start. */
export function blankProcess(id: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:yimen="urn:yimen:bpmn:1" id="definitions" targetNamespace="urn:yimen:processes:1">
  <bpmn:process id="process-${id}" isExecutable="true"><bpmn:startEvent id="start" name="受理" /></bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process-${id}"><bpmndi:BPMNShape id="start_di" bpmnElement="start"><dc:Bounds x="160" y="140" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

