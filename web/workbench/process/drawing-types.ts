/** The part of the drawing library's services that we call; it looks its services up by name, without types. */

/** An element of the model; what else it holds depends on its type. */
export interface Model {
  $type: string;
  $parent?: Model | undefined;
  id?: string | undefined;
  name?: string | undefined;
  [property: string]: unknown;
}

/** An element on the drawing. */
export interface Drawn {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Model;
  readonly parent?: Drawn | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly labelTarget?: Drawn | undefined;
  readonly source?: Drawn | undefined;
  readonly attachers?: readonly Drawn[] | undefined;
}

/** A rectangle of the drawing, in its own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Canvas {
  getRootElement(): Drawn;
  setRootElement(root: Drawn): void;
  findRoot(element: Drawn): Drawn | undefined;
  zoom(to?: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(box?: Box): { readonly inner: Box; readonly outer: Pick<Box, 'width' | 'height'> };
  scrollToElement(element: Drawn, padding?: number): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  getContainer(): HTMLElement;
}
export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  execute(command: string, context: unknown): void;
  register(command: string, handler: unknown): void;
}
export interface Modeling {
  updateProperties(element: Drawn, properties: Readonly<Record<string, unknown>>): void;
  updateModdleProperties(element: Drawn, of: Model, properties: Readonly<Record<string, unknown>>): void;
  removeElements(elements: readonly Drawn[]): void;
  connect(from: Drawn, to: Drawn): void;
  createShape(shape: Readonly<Record<string, unknown>>, at: { readonly x: number; readonly y: number }, target: Drawn, hints?: Readonly<Record<string, unknown>>): Drawn;
}
export interface Registry {
  get(id: string): Drawn | undefined;
  getAll(): readonly Drawn[];
}
export interface Selection {
  get(): readonly Drawn[];
  select(element: Drawn | readonly Drawn[]): void;
}
export interface Overlays {
  add(element: string, type: string, overlay: { readonly position: Readonly<Record<string, number>>; readonly html: HTMLElement }): string;
  remove(filter: { readonly type: string }): void;
}
export interface Moddle {
  create(type: string, properties?: Readonly<Record<string, unknown>>): Model;
  ids: { assigned(id: string): unknown; claim(id: string, element: Model): void };
}
export interface EventBus {
  on(event: string | readonly string[], listener: (event: unknown) => void): void;
}
export interface ElementFactory {
  createShape(attributes: Readonly<Record<string, unknown>>): Drawn;
}
export interface Create {
  start(event: Event, shape: Drawn | readonly Drawn[], context?: Readonly<Record<string, unknown>>): void;
}
/** A service looked up by name. */
export type Service = <T>(name: string) => T;
