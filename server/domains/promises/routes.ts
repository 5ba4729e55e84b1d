import type { Localized } from '../../../contract/language.ts';
import { myPromises, type KeptWord } from '../../../contract/promises.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { residents } from '../../platform/access/permission.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { countedUntil, standingOf, type PromisesDeps } from './routes-context.ts';
import { recordOf, type RecordedWord } from './store.ts';

/** What the routes of this domain ask for. */
export const promisePermissions = { readOwn: residents('promises.read_own') } as const;

/** A resident's own record. Offices see the words of a matter in its file, and nothing of a person's other matters. */
export function promiseRecordRoutes(deps: PromisesDeps): readonly Route[] {
  return [
    route(myPromises, promisePermissions.readOwn, async ({ actor }) => {
      if (actor.kind !== 'resident') return reply({ words: [], withheld: { promise: null, deferral: null } });
      const now = deps.now();
      const [words, withheld] = await Promise.all([recordOf(deps.database.handle, actor.partyId), standingOf(deps, { applicant: actor.partyId, filedBy: actor.partyId }, now)]);
      return reply({ words: words.map((word) => wordView(deps, word, countedUntil(deps, word, now))), withheld });
    }),
  ];
}

function wordView(deps: PromisesDeps, word: RecordedWord, until: string | null): KeptWord {
  const plain = (text: string): Localized => ({ 'zh-CN': text, 'zh-HK': text, en: text });
  const material = deps.catalogue.handlingItem(word.taskCode, word.itemVersion, word.handlingItem)?.materials.find((one) => one.material_code === word.materialCode);
  return {
    matterId: word.matterId, materialCode: word.materialCode, kind: word.kind, outcome: word.outcome, number: word.number, itemName: deps.catalogue.item(word.taskCode, word.itemVersion)?.item.catalog_item.task_name ?? plain(word.taskCode),
    materialName: material?.material_name ?? plain(word.materialCode), unitName: deps.institutionName(word.institution), settledOn: localDayOf(word.settledAt), countsUntil: until,
    repairedOn: word.repairedAt === null ? null : localDayOf(word.repairedAt),
  };
}
