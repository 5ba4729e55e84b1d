import { anyone, newcomers, signedIn, staff } from '../../platform/access/permission.ts';

/** Who may try what in this domain. Residents see nobody but themselves; only staff at windows find others by number, and only security and audit administrators see the staff. */
export const mayRead = {
  me: anyone('people.read_me'),
  staffList: staff('staff.list', 'security_administrator', 'audit_administrator'),
} as const;

/** The acts of this domain. */
export const mayDo = {
  requestSignInCode: anyone('people.request_sign_in_code'),
  confirmSignIn: anyone('people.confirm_sign_in'),
  declareIdentity: newcomers('people.declare_identity'),
  signOut: signedIn('people.sign_out'),
  staffSignIn: anyone('staff.sign_in'),
  firstStart: anyone('staff.first_start'),
  identifyParty: staff('people.identify_party', 'window_clerk', 'hall_manager'),
  absences: staff('people.absences', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'),
  registerParty: staff('people.register_party', 'window_clerk', 'hall_manager'),
} as const;
