import * as wire from '../../../contract/law.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { lawOnWire } from './law-view.ts';
import { readLaw } from './policy.ts';
import type { KeptPacks } from './store.ts';

/** Routes over the packs, which do not change while the program runs. */
export function lawRoutes({ packs, current }: KeptPacks): readonly Route[] {
  const law = lawOnWire(packs, current);
  return [route(wire.getLaw, readLaw, async () => reply(law))];
}
