import { join, resolve } from 'node:path';
import { cryptoModes, type CryptoMode } from './crypto/index.ts';
import type { Environment } from './setting-table.ts';

/** What an operator may set, all by environment, all with a default that works on one machine. */
export interface Config {
  /** folder of keys, vault and the embedded database: YIMEN_DATA, default `var` in the working directory */
  readonly dataFolder: string;
  /** external PostgreSQL ≥ 16: DATABASE_URL; the embedded one without it */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** how the outside reaches us, in QR codes and links: PUBLIC_URL */
  readonly publicUrl: string;
  /** SMS gateway (Alibaba Cloud Dysmsapi protocol): SMS_ENDPOINT, SMS_ACCESS_KEY_ID, SMS_ACCESS_KEY_SECRET, SMS_SIGN_NAME, SMS_TEMPLATES (a JSON file with the codes of our texts) */
  readonly sms: { readonly templateFile: string | undefined; readonly endpoint: string; readonly accessKeyId: string; readonly accessKeySecret: string; readonly signName: string } | undefined;
  /** identity service of the city (OpenID Connect): OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET; without it residents sign in by phone, staff by password. OIDC_STAFF_SECOND_FACTOR: words of it (`amr:…`, `acr:…`) that count as the second factor of staff */
  readonly cityIdentity: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly staffSecondFactor: readonly string[] } | undefined;
  /** file of the trust policy (C2SP tlog-policy): which witnesses sign the log of facts, and how many must; LEDGER_POLICY. Without it none do */
  readonly ledgerPolicyFile: string | undefined;
  /** file with the SHA-256 hashes of the tokens of auditors, one a line in hex: LEDGER_AUDITOR_TOKENS */
  readonly auditorTokensFile: string | undefined;
  /** CRYPTO: `standard` (AES, SHA-256) or `gm` (SM4, SM3, SM2), fixed at the first start; undefined is whatever was fixed, `standard` at first */
  readonly crypto: CryptoMode | undefined;
  /** must every member of staff have a second factor, or may each: STAFF_SECOND_FACTOR=required|offered; required but in the invented city */
  readonly staffSecondFactor: 'required' | 'offered';
  /** YIMEN_DEMO=1 fills the invented city into an empty installation */
  readonly demo: boolean;
  /** number of the demo city; the same seed gives the same city: YIMEN_DEMO_SEED */
  readonly demoSeed: number;
  /** the whole invented city, or enough of it for every list and every test: YIMEN_DEMO_SIZE=small */
  readonly demoSize: 'whole' | 'small';
  /** connections to the database: DATABASE_POOL, default 8 */
  readonly poolSize: number;
  /** may due dates be computed on days for which no arrangement is published yet: PROVISIONAL_CALENDAR=no turns it off */
  readonly provisionalCalendar: boolean;
  /** where figures for Prometheus are told, apart from everything else: METRICS_PORT, METRICS_HOST (127.0.0.1); undefined is nowhere */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** collector of traces (OTLP/HTTP, the whole address): TRACES_URL; the share of them that is sent: TRACES_RATIO (1); undefined is none */
  readonly traces: { readonly url: string; readonly ratio: number } | undefined;
}

/** Reads the configuration; answers the name of a setting that cannot be used. */
export function readConfig(env: Environment, folder: string): { ok: true; config: Config } | { ok: false; setting: string; value: string } {
  const port = wholeNumber(env.PORT, 4010);
  const poolSize = wholeNumber(env.DATABASE_POOL, 8);
  const demoSeed = wholeNumber(env.YIMEN_DEMO_SEED, 2018);
  if (port === undefined || port > 65_535) return { ok: false, setting: 'PORT', value: env.PORT ?? '' };
  if (poolSize === undefined || poolSize < 3) return { ok: false, setting: 'DATABASE_POOL', value: env.DATABASE_POOL ?? '' };
  if (demoSeed === undefined) return { ok: false, setting: 'YIMEN_DEMO_SEED', value: env.YIMEN_DEMO_SEED ?? '' };
  const demoSize = env.YIMEN_DEMO_SIZE || 'whole';
  if (demoSize !== 'whole' && demoSize !== 'small') return { ok: false, setting: 'YIMEN_DEMO_SIZE', value: demoSize };
  const crypto = cryptoModes.find((mode) => mode === env.CRYPTO);
  if (env.CRYPTO && crypto === undefined) return { ok: false, setting: 'CRYPTO', value: env.CRYPTO };
  const staffSecondFactor = env.STAFF_SECOND_FACTOR || (env.YIMEN_DEMO === '1' ? 'offered' : 'required');
  if (staffSecondFactor !== 'required' && staffSecondFactor !== 'offered') return { ok: false, setting: 'STAFF_SECOND_FACTOR', value: staffSecondFactor };
  // An empty value is none, as the settings page says: an empty HOST would listen to everybody.
  const host = env.HOST || '127.0.0.1';
  const publicUrl = env.PUBLIC_URL || `http://${host}:${port}`;
  if (!URL.canParse(publicUrl)) return { ok: false, setting: 'PUBLIC_URL', value: publicUrl };
  const sms = env.SMS_ENDPOINT
    ? { endpoint: env.SMS_ENDPOINT, accessKeyId: env.SMS_ACCESS_KEY_ID ?? '', accessKeySecret: env.SMS_ACCESS_KEY_SECRET ?? '', signName: env.SMS_SIGN_NAME || '一门', templateFile: env.SMS_TEMPLATES || undefined }
    : undefined;
  const issuer = env.OIDC_ISSUER || undefined;
  if (issuer !== undefined && !URL.canParse(issuer)) return { ok: false, setting: 'OIDC_ISSUER', value: issuer };
  const staffWords = (env.OIDC_STAFF_SECOND_FACTOR ?? '').split(/\s+/).filter((word) => word !== '');
  if (!staffWords.every((word) => /^(amr|acr):[\x21\x23-\x5b\x5d-\x7e]+$/.test(word))) return { ok: false, setting: 'OIDC_STAFF_SECOND_FACTOR', value: env.OIDC_STAFF_SECOND_FACTOR ?? '' };
  const cityIdentity = issuer === undefined ? undefined : { issuer, clientId: env.OIDC_CLIENT_ID || 'yimen', clientSecret: env.OIDC_CLIENT_SECRET ?? '', staffSecondFactor: staffWords };
  const metricsPort = wholeNumber(env.METRICS_PORT, 0);
  if (metricsPort === undefined || metricsPort > 65_535) return { ok: false, setting: 'METRICS_PORT', value: env.METRICS_PORT ?? '' };
  const traces = tracesOf(env);
  if ('setting' in traces) return { ok: false, ...traces };
  if (env.LOG_FORM && !['json', 'text'].includes(env.LOG_FORM)) return { ok: false, setting: 'LOG_FORM', value: env.LOG_FORM };
  return {
    ok: true,
    config: {
      traces: traces.to,
      metrics: metricsPort === 0 ? undefined : { host: env.METRICS_HOST || '127.0.0.1', port: metricsPort },
      cityIdentity, staffSecondFactor,
      dataFolder: resolve(env.YIMEN_DATA || join(folder, 'var')), databaseUrl: env.DATABASE_URL || undefined, host, port, publicUrl: publicUrl.replace(/\/$/, ''), sms,
      ledgerPolicyFile: env.LEDGER_POLICY || undefined, auditorTokensFile: env.LEDGER_AUDITOR_TOKENS || undefined,
      crypto, demo: env.YIMEN_DEMO === '1', demoSeed, demoSize, poolSize, provisionalCalendar: env.PROVISIONAL_CALENDAR !== 'no',
    },
  };
}

function tracesOf(env: Environment): { readonly to: Config['traces'] } | { readonly setting: string; readonly value: string } {
  const [url, ratio] = [env.TRACES_URL || undefined, env.TRACES_RATIO || '1'];
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return { setting: 'TRACES_URL', value: url };
  if (!/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(ratio)) return { setting: 'TRACES_RATIO', value: ratio };
  return { to: url === undefined ? undefined : { url, ratio: Number(ratio) } };
}

function wholeNumber(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined || text === '') return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
