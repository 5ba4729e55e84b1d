import { anyone, fresh, residents, staff } from '../../platform/access/permission.ts';

/** Who may try what. A person asks for himself alone; security administrators decide, by two, and see no name; whoever keeps or audits the system reads the rules. */
export const privacyPermissions = {
  readMine: residents('privacy.read_mine'),
  exportMine: fresh(residents('privacy.export_mine')),
  ask: fresh(residents('privacy.ask_erasure')),
  withdraw: residents('privacy.withdraw_erasure'),
  processing: anyone('privacy.read_processing'),
  consents: residents('privacy.consents'),
  erasures: staff('privacy.read_erasures', 'security_administrator'),
  decide: fresh(staff('privacy.decide_erasure', 'security_administrator')),
  holds: staff('privacy.read_holds', 'security_administrator'),
  hold: fresh(staff('privacy.hold', 'security_administrator')),
  retention: staff('privacy.read_retention', 'security_administrator', 'audit_administrator', 'administrator'),
} as const;
