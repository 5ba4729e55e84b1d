import { createElement } from 'react';
import { uploadLimitMb } from '../pages/apply-materials.tsx';
import { Deferred, deferredMaterials, type DeferredData } from '../pages/deferred.tsx';
import { ask, commandIdOf, newCommandId, type Outcome, type Visit } from '../visit.ts';
import { matterOf } from './matters.ts';
import type { PortalRoute } from './portal-route.ts';
import { receiveFiles, seenSeqOf, uploaded } from './received-files.ts';

function page(visit: Visit, data: DeferredData): Outcome {
  const wrong = Object.keys(data.faults).length > 0 || data.fault !== undefined;
  return { status: wrong ? 422 : 200, page: createElement(Deferred, { ctx: visit.ctx, data }) };
}

async function show(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  if (!found.ok) return found;
  if (!found.data.allowed.includes('hand_in_deferred')) return { redirect: `/matters/${found.data.matterId}` };
  return page(visit, { matter: found.data, commandId: newCommandId(), kept: {}, faults: {} });
}

async function send(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  if (!found.ok) return found;
  const matter = found.data;
  const to = `/matters/${matter.matterId}`;
  const commandId = commandIdOf(visit);
  const codes = deferredMaterials(matter).map((material) => material.materialCode);
  if (visit.body.tooLarge) return page(visit, { matter, commandId, kept: {}, faults: {}, fault: visit.ctx.t('fault.too_large_text', { limit: uploadLimitMb }) });
  // Sent a moment ago: the second click finds nothing more to hand in.
  if (!matter.allowed.includes('hand_in_deferred')) return { redirect: `${to}?handed=1` };
  const { kept, faults } = await receiveFiles(visit, matter, codes);
  const materials = uploaded(kept);
  if (Object.keys(faults).length > 0) return page(visit, { matter, commandId, kept, faults });
  if (materials.length === 0) return page(visit, { matter, commandId, kept, faults, fault: visit.ctx.t('deferred.nothing') });
  const sent = await ask(visit.api.POST('/api/v1/matters/{matterId}/hand-in-deferred', { params: { path: { matterId: matter.matterId } }, body: { commandId, seenSeq: seenSeqOf(visit), materials } }));
  if (sent.ok) return { redirect: `${to}?handed=1` };
  if (sent.code === 'matter.changed_meanwhile') return { redirect: `${to}?changed=1` };
  return sent.status >= 500 || sent.status === 404 ? sent : page(visit, { matter, commandId, kept, faults: {}, fault: sent.title });
}

/** Handing in what was to come later. */
export const deferredRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/matters/:matterId/deferred', for: 'resident', handle: show },
  { method: 'POST', path: '/matters/:matterId/deferred', for: 'resident', takesTooLarge: true, handle: send },
];
