import { say, type Language } from '../../../contract/language.ts';
import { sayDay } from '../../../contract/messages/calendar.ts';
import { promiseWords as words } from '../../../contract/messages/promises.ts';
import { findLimit } from './matter-limit.ts';
import type { Given } from './matter.ts';
import { institutionName, packOf, type Context, type FoundItem } from './routes-context.ts';
import { affirmedIn, revocationOf } from './routes-promise-views.ts';
import type { MatterFile } from './store.ts';

const materialOf = (found: FoundItem, code: string) => found.handling.materials.find((one) => one.material_code === code);
const joined = (names: readonly string[], language: Language): string => names.join(language === 'en' ? ', ' : '、');

/** Until when a deferred material is to come: its day once the matter is accepted, before that the length. */
function whenOf(context: Context, file: MatterFile, found: FoundItem, code: string, language: Language): string {
  const limit = findLimit(file.state.limits, `deferred:${code}`);
  if (limit) return say(words['paper.deferred_until'], language, { date: sayDay(limit.dueOn, language) });
  return say(words['paper.deferred'], language, { days: materialOf(found, code)?.deferral?.working_days ?? packOf(context, file.state).limits.deferred.amount });
}

/** How a material stands on a paper where the applicant gave his word for it; undefined for every other. */
export function wordFormOf(context: Context, file: MatterFile, found: FoundItem, given: Given, language: Language): string | undefined {
  if (given.form === 'promised') return words['paper.promised'][language];
  return given.form === 'deferred' ? whenOf(context, file, found, given.code, language) : undefined;
}

/** What is printed of words given: materials to bring, with their day and what follows without them; facts vouched for word by word, with the name, and who looks into them. */
export function wordsToKeep(context: Context, file: MatterFile, found: FoundItem, language: Language): { what: string; who: string }[] {
  const names = affirmedIn(file);
  const { state: matter } = file;
  return matter.materials.flatMap((given) => {
    const material = materialOf(found, given.code);
    const name = material?.material_name[language] ?? given.code;
    if (given.form === 'deferred' && !matter.endedAt) {
      const consequence = words[`consequence.${material?.deferral?.consequence ?? 'remind'}`][language];
      return [{ what: say(words['paper.bring_later'], language, { material: name, when: whenOf(context, file, found, given.code, language), consequence }), who: words['paper.you'][language] }];
    }
    if (given.form !== 'promised' || !material?.promise) return [];
    return [{ what: say(words['paper.promised_text'], language, { material: name, text: material.promise.promise_text[language], name: names[given.code] ?? '' }), who: institutionName(context, matter.handlingInstitution)[language] }];
  });
}

/** The first sentence of a result that was taken back; undefined while it stands. */
export function revokedIn(file: MatterFile, found: FoundItem, language: Language): string | undefined {
  const revocation = revocationOf(file, found);
  if (!revocation) return undefined;
  const reason = say(words[`revoked.${revocation.ground}`], language, { materials: joined(revocation.materials.map((one) => one.name[language]), language) });
  return say(words['revoked.paper'], language, { date: sayDay(revocation.on, language), reason, words: revocation.words });
}

/** The reason of a refusal that followed by itself, because materials did not come; undefined for a refusal somebody decided. */
export function lapsedReason(file: MatterFile, found: FoundItem, language: Language): string | undefined {
  const byItself = file.facts.some((fact) => fact.kind === 'decision_made' && (fact.content as { ground?: string }).ground === 'deferred_not_handed_in');
  return byItself ? say(words['refused.deferred'], language, { materials: joined((file.state.lapsed ?? []).map((code) => materialOf(found, code)?.material_name[language] ?? code), language) }) : undefined;
}
