import type { SettingName, SettingWarning } from '../../contract/messages/settings.ts';

export type { SettingName } from '../../contract/messages/settings.ts';

/** The environment as the configuration may read it: a name that is not in the table of settings does not compile. */
export type Environment = Readonly<Partial<Record<SettingName, string | undefined>>>;

/** A setting: what stands without it, whether its value is a secret, and what makes it want a second look. */
export interface Setting {
  /** in words of the README's table where it is not a plain value; null where it is simply not set */
  readonly fallback: string | null;
  /** what stands without it, where that hangs on another setting */
  readonly stands?: (env: Environment) => string;
  /** Only that it is set is ever shown. */
  readonly isSecret?: true;
  /** It names a file, which is read at the start. */
  readonly isFile?: true;
  readonly warn?: (value: string | undefined, env: Environment) => SettingWarning | undefined;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
const unset = (warning: SettingWarning) => (value: string | undefined) => (value ? undefined : warning);
const openListener = (value: string | undefined) => (value && !isLoopback(value) ? 'setting.open_listener' : undefined);

function secondFactorUnlessSet(env: Environment): string {
  return env.YIMEN_DEMO === '1' ? 'offered' : 'required';
}

/** Every setting of the process, in the order they are shown. The one list: config.ts reads by it, the settings page shows it, README.md is checked against it. */
export const settings: Readonly<Record<SettingName, Setting>> = {
  PORT: { fallback: '4010' },
  HOST: { fallback: '127.0.0.1', warn: openListener },
  PUBLIC_URL: { fallback: 'http://HOST:PORT', warn: (value) => (value && !value.startsWith('https:') && !isLoopback(hostOf(value)) ? 'setting.no_tls' : undefined) },
  YIMEN_DATA: { fallback: 'var' },
  // It may bear a password.
  DATABASE_URL: { fallback: null, isSecret: true },
  DATABASE_POOL: { fallback: '8' },
  CRYPTO: { fallback: 'standard' },
  STAFF_SECOND_FACTOR: { fallback: 'required', stands: secondFactorUnlessSet, warn: (value, env) => ((value || secondFactorUnlessSet(env)) === 'required' ? undefined : 'setting.no_second_factor') },
  OIDC_ISSUER: { fallback: null },
  OIDC_CLIENT_ID: { fallback: 'yimen' },
  OIDC_CLIENT_SECRET: { fallback: null, isSecret: true },
  OIDC_STAFF_SECOND_FACTOR: { fallback: null },
  OIDC_STAND_IN: { fallback: null },
  OIDC_STAND_IN_PORT: { fallback: 'PORT + 2' },
  OIDC_STAND_IN_PEOPLE: { fallback: null },
  OIDC_STAND_IN_URL: { fallback: null, warn: (value) => (value ? 'setting.oidc_stand_in' : undefined) },
  SMS_ENDPOINT: { fallback: null },
  SMS_ACCESS_KEY_ID: { fallback: null, isSecret: true },
  SMS_ACCESS_KEY_SECRET: { fallback: null, isSecret: true },
  SMS_SIGN_NAME: { fallback: '一门' },
  SMS_TEMPLATES: { fallback: null, isFile: true },
  SMS_STAND_IN: { fallback: null },
  SMS_STAND_IN_PORT: { fallback: 'PORT + 1' },
  SMS_STAND_IN_URL: { fallback: null, warn: (value) => (value ? 'setting.sms_stand_in' : undefined) },
  LEDGER_POLICY: { fallback: null, isFile: true, warn: unset('setting.no_witness') },
  LEDGER_AUDITOR_TOKENS: { fallback: null, isFile: true },
  BACKUP_TARGET: { fallback: null, warn: unset('setting.no_backup') },
  BACKUP_RECIPIENTS: { fallback: null },
  BACKUP_S3_ENDPOINT: { fallback: null },
  BACKUP_S3_REGION: { fallback: 'us-east-1' },
  BACKUP_S3_ACCESS_KEY_ID: { fallback: null, isSecret: true },
  BACKUP_S3_SECRET_ACCESS_KEY: { fallback: null, isSecret: true },
  BACKUP_EVERY_HOURS: { fallback: '24' },
  BACKUP_KEEP_DAYS: { fallback: '35', warn: (value) => (Number(value) > 35 ? 'setting.backup_outlives_keys' : undefined) },
  BACKUP_KEEP_COUNT: { fallback: '2' },
  PROVISIONAL_CALENDAR: { fallback: 'yes' },
  YIMEN_DEMO: { fallback: null, warn: (value) => (value === '1' ? 'setting.demo' : undefined) },
  YIMEN_DEMO_SEED: { fallback: '2018' },
  YIMEN_DEMO_SIZE: { fallback: 'whole' },
  LOG_FORM: { fallback: null },
  METRICS_PORT: { fallback: null },
  METRICS_HOST: { fallback: '127.0.0.1', warn: openListener },
  TRACES_URL: { fallback: null },
  TRACES_RATIO: { fallback: '1' },
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : '');

/** A setting as it stands: its value, or only that it is set. */
export interface ShownSetting {
  readonly name: SettingName;
  readonly isSecret: boolean;
  /** null where it is secret, or nothing stands there */
  readonly value: string | null;
  readonly source: 'environment' | 'default' | 'unset';
  readonly warning: SettingWarning | null;
}

/** Every setting as it stands in this environment. A password inside any other address is cut out of it too. */
export function shownSettings(env: Environment): readonly ShownSetting[] {
  return (Object.keys(settings) as SettingName[]).map((name) => {
    const { fallback, stands, isSecret, warn } = settings[name];
    const given = env[name] || undefined;
    const value = given ?? stands?.(env) ?? fallback;
    return {
      name, isSecret: isSecret ?? false, value: isSecret || value === null ? null : value.replace(/:\/\/[^\s/@]+@/g, '://…@'),
      source: given === undefined ? (fallback === null ? 'unset' : 'default') : 'environment', warning: warn?.(given, env) ?? null,
    };
  });
}
