import { anyone, fresh, newcomers, staff, type Permission } from '../../platform/access/permission.ts';

/** Whoever has an account that can have factors: a resident or a member of staff, whatever the post. */
const accountHolders = (id: string): Permission => ({ id, mayTry: (actor) => actor.kind === 'resident' || actor.kind === 'staff' });
const anyStaff = (id: string): Permission => ({ id, mayTry: (actor) => actor.kind === 'staff' });

/** Who may try what in this domain. Residents see nobody but themselves; only staff at windows find others by number, and only security and audit administrators see the staff. */
export const mayRead = {
  me: anyone('people.read_me'),
  mySecurity: accountHolders('account.read'),
  signInWays: anyone('people.sign_in_ways'),
  myCityIdentity: anyStaff('account.read_city_identity'),
  staffList: staff('staff.list', 'security_administrator', 'audit_administrator'),
} as const;

/** The acts of this domain. */
export const mayDo = {
  requestSignInCode: anyone('people.request_sign_in_code'),
  confirmSignIn: anyone('people.confirm_sign_in'),
  declareIdentity: newcomers('people.declare_identity'),
  /** also half a sign-in, which is nobody yet */
  signOut: anyone('people.sign_out'),
  /** Open to half a sign-in, which is nobody yet; without any session the handlers refuse. */
  showSecondFactor: anyone('account.show_second_factor'),
  passkeyChallenge: anyone('account.passkey_challenge'),
  signInWithPasskey: anyone('account.sign_in_with_passkey'),
  /** Whole sessions must be fresh for it; the handlers see to that, for somebody whose first factor is due has none to show. */
  addFactor: anyone('account.add_factor'),
  endFactor: fresh(accountHolders('account.end_factor')),
  newRecoveryCodes: fresh(anyStaff('account.new_recovery_codes')),
  changePassword: anyStaff('account.change_password'),
  linkCityIdentity: fresh(anyStaff('account.link_city_identity')),
  endCityIdentity: fresh(anyStaff('account.end_city_identity')),
  endMySessions: accountHolders('account.end_sessions'),
  staffSignIn: anyone('staff.sign_in'),
  firstStart: anyone('staff.first_start'),
  identifyParty: staff('people.identify_party', 'window_clerk', 'hall_manager'),
  absences: staff('people.absences', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'),
  registerParty: staff('people.register_party', 'window_clerk', 'hall_manager'),
} as const;
