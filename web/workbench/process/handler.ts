/** Who handles a user task, as data/processes/README.md writes it, taken apart for a choice and put together again. Pure. */
import type { UnitLevel } from '../../../contract/catalogue.ts';

/** The choice: the hall that accepted, or a department: the item's own or of a kind, or the one an entry of a list names, at its own or a given level. */
export type HandlerChoice =
  | { readonly who: 'window' }
  | { readonly who: 'department'; readonly level?: UnitLevel }
  | { readonly who: 'kind'; readonly kind: string; readonly level?: UnitLevel }
  | { readonly who: 'entry'; readonly entry: string; readonly level?: UnitLevel };

const shape = /^department(?::(?:([a-z_]+)|\{(\w+)\}))?(?:@(city|district|street|community))?$/;

/** The choice a handler says; undefined where it is written as nobody reads it. */
export function readHandler(handler: string): HandlerChoice | undefined {
  if (handler === 'window') return { who: 'window' };
  const found = shape.exec(handler);
  if (!found) return undefined;
  const [, kind, entry, at] = found;
  const level = at === undefined ? {} : { level: at as UnitLevel };
  if (entry !== undefined) return { who: 'entry', entry, ...level };
  return kind === undefined ? { who: 'department', ...level } : { who: 'kind', kind, ...level };
}

/** The handler of a choice. */
export function writeHandler(choice: HandlerChoice): string {
  if (choice.who === 'window') return 'window';
  const of = choice.who === 'kind' ? `:${choice.kind}` : choice.who === 'entry' ? `:{${choice.entry}}` : '';
  return `department${of}${choice.level ? `@${choice.level}` : ''}`;
}
