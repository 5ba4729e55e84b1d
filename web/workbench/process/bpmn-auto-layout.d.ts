/** What we use of bpmn-auto-layout 1: its package gives no declarations. */
declare module 'bpmn-auto-layout' {
  /** The same process with a diagram of its own making; what it had drawn before is left out. Rejects where the text is no BPMN. */
  export function layoutProcess(xml: string): Promise<string>;
}
