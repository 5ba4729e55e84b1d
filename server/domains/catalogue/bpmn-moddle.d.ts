/** What we use of bpmn-moddle 10: its package gives no declarations for its main entry (its exports map hides them from the bundler resolution). */
declare module 'bpmn-moddle' {
  /** One element of a model; what else it holds depends on its `$type`. */
  export type ModdleElement = { $type: string; id?: string; name?: string; [property: string]: unknown };

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    /** Rejects where the text is not XML; `warnings` lists what is not BPMN. */
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[]; elementsById: Record<string, ModdleElement> }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
  }
}
