/**
 * Proofs for the compiler (npm run types): each `@ts-expect-error` is a mistake that must not compile. When one of them compiles, the
 * directive itself becomes an error. Nothing here runs.
 */
import { Type } from 'typebox';
import { endpoint } from '../../contract/endpoint.ts';
import { refuse } from '../../server/kernel/decider.ts';
import { anyone, staff } from '../../server/platform/access/permission.ts';
import { reply, route, type Route } from '../../server/platform/http/route.ts';

const lamp = endpoint({
  id: 'readLamp', method: 'GET', path: '/api/v1/lamps/:lampId', summary: 'A street lamp', tag: 'lamps',
  params: Type.Object({ lampId: Type.String() }), reply: Type.Object({ lampId: Type.String(), watts: Type.Integer() }),
});
const relight = endpoint({ id: 'relight', method: 'POST', path: '/api/v1/lamps/:lampId/relight', summary: 'Lights it again', tag: 'lamps', body: Type.Object({ watts: Type.Integer() }) });

export const whole: readonly Route[] = [
  route(lamp, anyone('lamps.read'), async (call) => reply({ lampId: call.params.lampId, watts: 60 })),
  route(lamp, anyone('lamps.read'), async () => refuse('lamp.unknown')),
  route(relight, staff('lamps.relight', 'officer'), async (call) => (call.body.watts > 60 ? refuse('lamp.too_bright') : { ok: true })),
];

// @ts-expect-error -- a route without a permission is no route
export const withoutPermission: Route = { endpoint: lamp, handle: async () => refuse('lamp.unknown') };

// @ts-expect-error -- the permission cannot be left out of the call either
route(lamp, async () => reply({ lampId: 'a', watts: 60 }));

// @ts-expect-error -- a permission is a value with a name and a rule, not a word
route(lamp, 'lamps.read', async () => reply({ lampId: 'a', watts: 60 }));

// @ts-expect-error -- a field is missing in the reply
route(lamp, anyone('lamps.read'), async () => reply({ lampId: 'a' }));

// @ts-expect-error -- a field of the reply has another type
route(lamp, anyone('lamps.read'), async () => reply({ lampId: 'a', watts: 'sixty' }));

// @ts-expect-error -- an endpoint that promises a reply cannot answer with nothing
route(lamp, anyone('lamps.read'), async () => ({ ok: true }));

// @ts-expect-error -- the path has no such parameter
route(lamp, anyone('lamps.read'), async (call) => reply({ lampId: call.params.poleId, watts: 60 }));

// @ts-expect-error -- an endpoint without a body brings none
route(lamp, anyone('lamps.read'), async (call) => reply({ lampId: call.body.lampId, watts: 60 }));

// @ts-expect-error -- there is no such role
staff('lamps.relight', 'lamplighter');
