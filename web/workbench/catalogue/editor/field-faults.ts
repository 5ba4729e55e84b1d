import type { CatalogueProblem } from '../../../../contract/catalogue-admin.ts';

/** A problem of a draft with its place in the item: `at` is the pointer without `/item`. */
export interface FieldFaults {
  readonly at: string;
  readonly problem: CatalogueProblem;
}

/** The problems that lie in the item, by place; those of the process and of the whole are left out. */
export function itemFaults(problems: readonly CatalogueProblem[]): readonly FieldFaults[] {
  return problems.filter((one) => one.pointer === '/item' || one.pointer.startsWith('/item/')).map((problem) => ({ at: problem.pointer.slice('/item'.length), problem }));
}

/** The element of the drawing a problem is at; undefined where it is not about the drawing. */
export function elementOf(problem: CatalogueProblem): string | undefined {
  const found = /^\/(?:process|bpmn)(?:\/(.+))?$/.exec(problem.pointer);
  return found ? (found[1] ?? '').split('/')[0] : undefined;
}
