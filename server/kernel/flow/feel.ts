/** A value a condition may look at. */
export type FlowScalar = string | number | boolean;

/** A value of the flow: a single one, or the list that an activity for each of a list leaves behind. */
export type FlowValue = FlowScalar | readonly FlowScalar[];

/** Judges a FEEL condition over the values; given from outside, so that the kernel stays without libraries. */
export type Judge = (condition: string, values: Readonly<Record<string, FlowValue>>) => boolean;

/** FEEL as the token game needs it (OMG DMN 1.3, chapter 10), given from outside. None of it throws. */
export interface Feel {
  readonly judge: Judge;
  /** what an expression gives; undefined where it cannot be evaluated or gives nothing a flow can keep */
  value(expression: string, values: Readonly<Record<string, FlowValue>>): FlowValue | undefined;
  /** whether a unary test holds for a value */
  test(unaryTest: string, value: FlowValue, values: Readonly<Record<string, FlowValue>>): boolean;
}

/** A bare judge serves processes without tables and lists, which ask nothing else. */
export function feelOf(given: Judge | Feel): Feel {
  return typeof given === 'function' ? { judge: given, value: () => undefined, test: () => false } : given;
}
