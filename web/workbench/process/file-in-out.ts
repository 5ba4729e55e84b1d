/** Drawings as files: read, laid out where they have no coordinates, given out. */
import type { ProcessSpeaker } from './process-words.ts';

/** The server takes no more. */
export const largestFile = 600_000;

/** Whether a BPMN text says where its elements are drawn. */
export const isDrawn = (xml: string): boolean => /<(\w+:)?BPMNShape[\s>]/.test(xml);

/** The text laid out anew by bpmn-auto-layout, which is loaded when it is needed. */
export async function laidOut(xml: string): Promise<string> {
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(xml);
}

/** Gives a text to the reader as a file. */
export function saveAs(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The id a file name proposes for a process: letters, digits and hyphens. */
export function processIdOf(fileName: string): string {
  const plain = fileName.replace(/\.(bpmn|xml)$/i, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  return plain.length >= 2 ? plain.slice(0, 60) : 'process-1';
}

/** What went wrong in a file, for people. */
export const fileFault = (t: ProcessSpeaker, cause: unknown): string => t('draw.failed', { message: cause instanceof Error ? cause.message.split('\n')[0] ?? '' : String(cause) });
