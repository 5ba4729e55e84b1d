import type { Localized } from '../../../contract/language.ts';
import * as wire from '../../../contract/live.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { topicOf, type StreamRoute } from '../../platform/live/index.ts';
import { lightOf, maskedTail, mostRows, type HallMatter, type HallNumbers } from './hall-screen.ts';
import { listenToScreens, readScreens } from './policy.ts';
import type { HallRefusalCode } from './refusals.ts';

/** What the halls ask of the others. */
export interface HallDeps {
  readonly now: () => Instant;
  readonly institution: (code: string) => { readonly name: Localized; readonly kind: string } | undefined;
  /** The name of an item that was ever published; undefined for an unknown code. */
  readonly itemName: (taskCode: string) => Localized | undefined;
  /** What the matters count of a hall on a day in Shenzhen. */
  readonly numbersOf: (institution: string, day: LocalDay) => Promise<HallNumbers>;
}

const unknown = (institution: string): Refusal<HallRefusalCode> => refuse('halls.not_found', { institution });

/** The screen of a hall as data; public. */
export function hallRoutes(deps: HallDeps): readonly Route[] {
  return [
    route(wire.hallScreen, readScreens, async ({ params: { institution } }) => {
      const hall = hallOf(deps, institution);
      if (!hall) return unknown(institution);
      const at = deps.now();
      const on = localDayOf(at);
      const { received, finished, waiting, rows } = await deps.numbersOf(institution, on);
      return reply({ institution, name: hall.name, on, at, received, finished, waiting, rows: rows.slice(0, mostRows).map((row) => rowOnWire(deps, row, at)) });
    }),
  ];
}

/** The events of a hall's screen: its own topic and no other. Twenty from one address: all screens of a large hall share one. */
export function hallStream(deps: HallDeps): StreamRoute {
  return {
    endpoint: wire.hallLive, permission: listenToScreens, countedBy: 'address', most: 20,
    topics: (_actor, { institution = '' }) => (hallOf(deps, institution) ? [topicOf.institution(institution)] : unknown(institution)),
  };
}

function hallOf(deps: HallDeps, code: string): { readonly name: Localized } | undefined {
  const found = deps.institution(code);
  return found?.kind === 'hall' ? found : undefined;
}

function rowOnWire(deps: HallDeps, row: HallMatter, at: Instant): wire.HallRow {
  const { taskCode } = row;
  return {
    numberTail: maskedTail(row.numberTail), itemName: deps.itemName(taskCode) ?? { 'zh-CN': taskCode, 'zh-HK': taskCode, en: taskCode },
    status: row.status as wire.HallRow['status'], dueOn: row.dueOn, light: lightOf(row, at),
  };
}
