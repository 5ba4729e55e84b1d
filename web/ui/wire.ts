import type { operations } from '../client/openapi.d.ts';

/** The JSON of a good answer to an operation of the public API. */
export type Reply<O extends keyof operations> = operations[O] extends { responses: infer R }
  ? { [S in keyof R]: R[S] extends { content: { 'application/json': infer J } } ? (S extends 200 | 201 ? J : never) : never }[keyof R]
  : never;

/** One item of the catalogue, whole. */
export type Item = Reply<'getItem'>['item'];
/** One handling item with its situations, materials and form. */
export type HandlingItem = Item['handling_items'][number];
/** A form: JSON Schema of the answers and the order and words in which they are asked. */
export type Form = HandlingItem['form'];
/** How one field of a form is asked. */
export type FieldUi = Form['ui']['pages'][number]['fields'][number];
/** A material an item asks for. */
export type Material = HandlingItem['materials'][number];
