import * as wire from '../../../../contract/ledger.ts';
import { staff } from '../../access/permission.ts';
import { reply, route, type Route } from '../../http/route.ts';
import type { FactLog } from './fact-log.ts';

/** Refusals of the logs' routes and their statuses; the sentences are in contract/messages/ledger.ts. */
export const ledgerRefusals = { 'ledger.not_yet': 409 } as const;

/** What who runs an installation, and who supervises it, sees of its logs. */
export function ledgerRoutes(factLog: FactLog): readonly Route[] {
  return [
    route(wire.getLedger, staff('ledger.read', 'administrator', 'audit_administrator', 'supervisor'), async () => {
      const logs = await factLog.health();
      return reply({ logs: logs.map((one) => ({ ...one, faults: one.faults.map(faultOf) })) });
    }),
  ];
}

/** `code name` in two. */
function faultOf(fault: string): { code: string; name: string } {
  const [code = '', ...name] = fault.split(' ');
  return { code, name: name.join(' ') };
}
