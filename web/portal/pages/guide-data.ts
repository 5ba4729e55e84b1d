import type { HandlingItem, Item, Reply } from '../../ui/wire.ts';
import type { GuidePlace } from './guide-where.tsx';

/** What the guide shows. `handling` is the handling item whose materials are listed; `answers` those to its situation questions. */
export interface GuideData {
  readonly item: Item;
  readonly facts: Reply<'getItem'>['facts'];
  readonly parts?: Reply<'getItem'>['parts'];
  readonly departmentName: Reply<'getItem'>['departmentName'];
  readonly handling: HandlingItem;
  readonly answers: Readonly<Record<string, string>>;
  readonly checklist: Reply<'checkSituation'> | null;
  readonly place: GuidePlace;
}
