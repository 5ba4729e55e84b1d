/**
 * The process of one matter, drawn to be looked at: bpmn-js behind a door of ours, in a chunk of its own, so that nobody waits for it who does not
 * look. Its mark in the corner stays, as its licence asks. Nothing here is written as HTML: what people are called is text.
 */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { layoutProcess } from 'bpmn-auto-layout';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import type { Canvas, Drawn, Model, Overlays, Registry } from './drawing-types.ts';

/** A token on the drawing: a sign beside its element, with a few words. */
export interface DrawnToken {
  readonly id: string;
  readonly element: string;
  /** shape and tone of the sign: a light, or a plain mark */
  readonly shape: string;
  readonly tone: 'good' | 'soon' | 'late' | 'still' | 'plain';
  readonly words: string;
}

/** What is drawn besides the process itself. */
export interface Told {
  /** id → name in the reader's language */
  readonly names: Readonly<Record<string, string>>;
  readonly tokens: readonly DrawnToken[];
  /** sequence flows and elements gone through, how often */
  readonly passed: Readonly<Record<string, number>>;
}

/** What the screen does with the drawing. */
export interface DrawingViewer {
  /** Draws a BPMN text; rejects where it cannot be drawn. Answers whether it had to be laid out first. */
  readonly show: (bpmn: string, told: Told) => Promise<{ readonly laidOut: boolean }>;
  readonly zoom: (how: 'in' | 'out' | 'whole' | 'readable') => void;
  /** moves what is seen by so many pixels */
  readonly move: (dx: number, dy: number) => void;
  readonly close: () => void;
}

interface Viewer {
  importXML(xml: string): Promise<unknown>;
  get(name: string): unknown;
  on(event: string, listener: (event: { readonly definitions?: Model }) => void): void;
  destroy(): void;
}

interface ViewedCanvas extends Canvas {
  scroll(by: { readonly dx: number; readonly dy: number }): void;
  resized(): void;
}

/** Whether the process has places on paper. */
const isDrawn = (bpmn: string): boolean => /<(?:\w+:)?BPMNShape\b/.test(bpmn);

/** Opens an empty drawing in `container`. */
export function openViewer(container: HTMLElement): DrawingViewer {
  let names: Told['names'] = {};
  const options = { container, moddleExtensions: { yimen }, zoomScroll: { enabled: false }, textRenderer: { defaultStyle: { fontFamily: getComputedStyle(container).fontFamily, fontSize: 15, lineHeight: 1.15 }, externalStyle: { fontSize: 14 } } };
  const viewer = new NavigatedViewer(options as never) as unknown as Viewer;
  const canvas = (): ViewedCanvas => viewer.get('canvas') as ViewedCanvas;
  // The file carries 简体 as the name; the reader's language is put in its place before anything is drawn.
  viewer.on('import.render.start', ({ definitions }) => rename(definitions, names));
  // The list beside it says the same in order; the mark and the way into a sub-process stay to be reached.
  for (const part of container.querySelectorAll('.djs-container > svg')) {
    part.setAttribute('aria-hidden', 'true');
    // The frame around it takes the keys.
    part.setAttribute('tabindex', '-1');
  }
  return {
    async show(bpmn, told) {
      names = told.names;
      const laidOut = !isDrawn(bpmn);
      await viewer.importXML(laidOut ? await layoutProcess(bpmn) : bpmn);
      tell(viewer, canvas(), told);
      fit(canvas(), container, viewer.get('elementRegistry') as Registry, told.tokens);
      return { laidOut };
    },
    zoom(how) {
      const view = canvas();
      if (how === 'whole') view.zoom('fit-viewport', 'auto');
      else if (how === 'readable') view.zoom(1, 'auto');
      else view.zoom(Math.min(4, Math.max(0.2, view.zoom() * (how === 'in' ? 1.25 : 0.8))), 'auto');
    },
    move: (dx, dy) => canvas().scroll({ dx, dy }),
    close: () => viewer.destroy(),
  };
}

/** Room for the signs under the lowest element, in pixels. */
const below = 90;

/** Below this size names cannot be read. */
const readable = 0.6;

/** Whole, but never larger than drawn, nor so small that nothing can be read: then from where the matter stands. The frame is as high as the drawing needs, within bounds. */
function fit(canvas: ViewedCanvas, container: HTMLElement, registry: Registry, tokens: readonly DrawnToken[]): void {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(readable, Math.min(1, outer.width / inner.width));
  const frame = container.parentElement;
  if (frame) frame.style.height = `${Math.round(Math.min(560, Math.max(200, inner.height * scale + below)))}px`;
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  if (canvas.zoom() >= readable) return;
  canvas.zoom(readable, 'auto');
  const at = tokens.map((token) => registry.get(token.element)).find((one) => one !== undefined) ?? registry.getAll().find((one) => one.type === 'bpmn:StartEvent');
  if (at) canvas.scrollToElement(at, 60);
}

/** Puts names into the model, also into what lies in sub-processes. */
function rename(of: Model | undefined, names: Told['names']): void {
  if (!of) return;
  const name = of.id === undefined ? undefined : names[of.id];
  if (name !== undefined) of.name = name;
  for (const property of ['rootElements', 'flowElements'] as const) for (const inner of (of[property] ?? []) as readonly Model[]) rename(inner, names);
}

function tell(viewer: Viewer, canvas: Canvas, { tokens, passed }: Told): void {
  const registry = viewer.get('elementRegistry') as Registry;
  const overlays = viewer.get('overlays') as Overlays;
  const drawn = registry.getAll().filter((one) => one.labelTarget === undefined);
  for (const element of drawn) {
    const times = passed[element.id] ?? 0;
    const isWay = element.type === 'bpmn:SequenceFlow';
    if (times > 0) canvas.addMarker(element.id, isWay ? 'wb-way--passed' : 'wb-node--passed');
    else if (isWay) canvas.addMarker(element.id, 'wb-way--open');
    if (times > 1) overlays.add(element.id, 'times', { position: isWay ? { top: -9, left: 0 } : { top: -10, right: 14 }, html: sign('wb-drawn-times', `×${times}`) });
  }
  for (const [element, here] of byElement(tokens, registry)) place(element, here, canvas, overlays);
}

/** Where tokens are shown: at their element, and at every closed sub-process it lies in. */
function byElement(tokens: readonly DrawnToken[], registry: Registry): ReadonlyMap<Drawn, readonly DrawnToken[]> {
  const found = new Map<Drawn, DrawnToken[]>();
  const add = (element: Drawn, token: DrawnToken): void => void found.set(element, [...(found.get(element) ?? []), token]);
  for (const token of tokens) {
    const element = registry.get(token.element);
    if (!element) continue;
    add(element, token);
    for (let outer = element.businessObject.$parent; outer?.id !== undefined; outer = outer.$parent) {
      const around = registry.get(outer.id) as (Drawn & { readonly collapsed?: boolean }) | undefined;
      if (around?.collapsed) add(around, token);
    }
  }
  return found;
}

/** Signs under an element, one line for each token, at most three. */
function place(element: Drawn, tokens: readonly DrawnToken[], canvas: Canvas, overlays: Overlays): void {
  canvas.addMarker(element.id, 'wb-node--now');
  const box = document.createElement('div');
  box.className = 'wb-drawn-tokens';
  for (const token of tokens.slice(0, mostSigns)) box.append(sign(`wb-drawn-token wb-drawn-token--${token.tone}`, `${token.shape} ${token.words}`));
  if (tokens.length > mostSigns) box.append(sign('wb-drawn-token', `+${tokens.length - mostSigns}`));
  overlays.add(element.id, 'token', { position: { bottom: -4, left: -8 }, scale: { min: 0.9 }, html: box } as never);
}

const mostSigns = 3;

function sign(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
