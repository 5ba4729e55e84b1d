/** A file of data/law read and checked before it may decide anybody's date. Pure. */
import { isLocalDay } from '../../kernel/instant.ts';
import { laterPackLimits, packLimits, type Pack } from './pack.ts';
import type { LawProblem, LawProblemCode } from './refusals.ts';
import { ruleParams, severities } from './supervision-rule.ts';

type Json = Readonly<Record<string, unknown>>;

/** Says that something at a place of the file is wrong. */
type Wrong = (code: LawProblemCode, at: string, params?: LawProblem['params']) => LawProblem;

const languages = ['zh-CN', 'zh-HK', 'en'];
/** Units a limit of a pack may be measured in; on the spot is a promise of an item, never a pack's. */
const units = ['working_day', 'calendar_day', 'hour', 'month'];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => isJson(value) && languages.every((one) => typeof value[one] === 'string' && value[one].trim() !== '') && Object.keys(value).length === languages.length;
const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
const objectOf = (value: unknown): Json => (isJson(value) ? value : {});
const unknownKeys = (value: Json, known: readonly string[]): readonly string[] => Object.keys(value).filter((key) => !known.includes(key));

/** The pack of a file, or everything that is wrong with it. `name` is the file's name, without its folder. */
export function packOf(name: string, text: string): { ok: true; pack: Pack } | { ok: false; problems: readonly LawProblem[] } {
  const value = parsed(text);
  const wrong: Wrong = (code, at, params = {}) => ({ file: name, code, params: { at, ...params } });
  const problems = isJson(value) ? packProblems(name, value, wrong) : [wrong('law.unreadable', '')];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: value as unknown as Pack };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function packProblems(name: string, pack: Json, wrong: Wrong): readonly LawProblem[] {
  if (pack.kind !== 'limits' && pack.kind !== 'supervision') return [wrong('law.shape', '/kind')];
  return [
    ...(`${String(pack.version)}.json` === name ? [] : [wrong('law.version_not_file_name', '/version', { version: String(pack.version) })]),
    ...(typeof pack.from === 'string' && isLocalDay(pack.from) ? [] : [wrong('law.shape', '/from')]),
    ...(isText(pack.about) ? [] : [wrong('law.text_incomplete', '/about')]),
    ...(pack.kind === 'limits' ? limitsProblems(pack, wrong) : supervisionProblems(pack, wrong)),
  ];
}

/** Every limit the program asks for, none it does not know, and both warning lines. */
function limitsProblems(pack: Json, wrong: Wrong): readonly LawProblem[] {
  const limits = objectOf(pack.limits);
  const warning = objectOf(pack.warning);
  const lines = ['working_day', 'hour'];
  return [
    ...unknownKeys(pack, ['version', 'kind', 'from', 'about', 'warning', 'limits']).map((key) => wrong('law.shape', `/${key}`)),
    ...unknownKeys(limits, [...Object.keys(packLimits), ...Object.keys(laterPackLimits)]).map((limit) => wrong('law.limit_unknown', `/limits/${limit}`, { limit })),
    ...Object.keys(packLimits).flatMap((limit) => (limit in limits ? entryProblems(limits[limit], `/limits/${limit}`, wrong, 1) : [wrong('law.limit_missing', '/limits', { limit })])),
    ...Object.keys(laterPackLimits).flatMap((limit) => (limit in limits ? entryProblems(limits[limit], `/limits/${limit}`, wrong, 1) : [])),
    ...unknownKeys(warning, lines).map((key) => wrong('law.shape', `/warning/${key}`)),
    ...lines.flatMap((line) => [
      ...entryProblems(warning[line], `/warning/${line}`, wrong, 0),
      ...(objectOf(warning[line]).unit === line ? [] : [wrong('law.unit_unknown', `/warning/${line}/unit`)]),
    ]),
  ];
}

/** `least` is 1 for a limit; a warning line of 0 means the last day alone. */
function entryProblems(value: unknown, at: string, wrong: Wrong, least: number): readonly LawProblem[] {
  if (!isJson(value)) return [wrong('law.shape', at)];
  return [
    ...unknownKeys(value, ['id', 'amount', 'unit', 'name', 'source', 'address', 'note', 'verified']).map((key) => wrong('law.shape', `${at}/${key}`)),
    ...(typeof value.id === 'string' && /^L-\d{3}$/.test(value.id) ? [] : [wrong('law.shape', `${at}/id`)]),
    ...(isWhole(value.amount, least) ? [] : [wrong('law.amount_not_whole', `${at}/amount`)]),
    ...(units.includes(String(value.unit)) ? [] : [wrong('law.unit_unknown', `${at}/unit`)]),
    ...(isText(value.name) ? [] : [wrong('law.text_incomplete', `${at}/name`)]),
    ...evidenceProblems(value, at, wrong),
  ];
}

/** What is marked as read must say where. */
function evidenceProblems(value: Json, at: string, wrong: Wrong): readonly LawProblem[] {
  const { address } = value;
  return [
    ...(isText(value.source) ? [] : [wrong('law.text_incomplete', `${at}/source`)]),
    ...(value.note === undefined || isText(value.note) ? [] : [wrong('law.text_incomplete', `${at}/note`)]),
    ...(typeof value.verified === 'boolean' ? [] : [wrong('law.shape', `${at}/verified`)]),
    ...(address === undefined || (typeof address === 'string' && /^https?:\/\/\S+$/.test(address)) ? [] : [wrong('law.shape', `${at}/address`)]),
    ...(value.verified === true && address === undefined ? [wrong('law.verified_without_address', at)] : []),
  ];
}

function supervisionProblems(pack: Json, wrong: Wrong): readonly LawProblem[] {
  const rules: readonly unknown[] = Array.isArray(pack.rules) ? pack.rules : [];
  const ids = rules.map((rule) => objectOf(rule).id);
  return [
    ...unknownKeys(pack, ['version', 'kind', 'from', 'about', 'rules']).map((key) => wrong('law.shape', `/${key}`)),
    ...(rules.length > 0 ? [] : [wrong('law.shape', '/rules')]),
    ...rules.flatMap((rule, i) => (isJson(rule) ? ruleProblems(rule, `/rules/${i}`, wrong) : [wrong('law.shape', `/rules/${i}`)])),
    ...ids.flatMap((id, i) => (typeof id === 'string' && ids.indexOf(id) < i ? [wrong('law.rule_twice', `/rules/${i}`, { rule: id })] : [])),
  ];
}

/** A rule carries exactly the thresholds that the program reads for its id, as whole numbers. */
function ruleProblems(rule: Json, at: string, wrong: Wrong): readonly LawProblem[] {
  const wanted: Readonly<Record<string, number>> | undefined = Object.hasOwn(ruleParams, String(rule.id)) ? ruleParams[String(rule.id) as keyof typeof ruleParams] : undefined;
  if (!wanted) return [wrong('law.rule_unknown', `${at}/id`, { rule: String(rule.id) })];
  const params = objectOf(rule.params);
  const fits = isJson(rule.params) && Object.keys(params).length === Object.keys(wanted).length && Object.entries(wanted).every(([name, least]) => isWhole(params[name], least));
  return [
    ...unknownKeys(rule, ['id', 'severity', 'opensOrder', 'params', 'name', 'description', 'source', 'address', 'note', 'verified']).map((key) => wrong('law.shape', `${at}/${key}`)),
    ...(fits ? [] : [wrong('law.params_not_as_rule', `${at}/params`, { rule: String(rule.id), params: Object.entries(wanted).map(([name, least]) => `${name} ≥ ${least}`).join(', ') })]),
    ...(severities.some((one) => one === rule.severity) ? [] : [wrong('law.shape', `${at}/severity`)]),
    ...(typeof rule.opensOrder === 'boolean' ? [] : [wrong('law.shape', `${at}/opensOrder`)]),
    ...(isText(rule.name) ? [] : [wrong('law.text_incomplete', `${at}/name`)]),
    ...(isText(rule.description) ? [] : [wrong('law.text_incomplete', `${at}/description`)]),
    ...evidenceProblems(rule, at, wrong),
  ];
}

/** What is wrong with the packs of the folder together: two of a kind from the same day, or none of a kind at all. */
export function folderProblems(packs: readonly Pack[]): readonly LawProblem[] {
  const twice = packs.flatMap((pack, i): LawProblem[] => {
    const same = packs.findIndex((other) => other.kind === pack.kind && other.from === pack.from);
    return same < i ? [{ file: `${pack.version}.json`, code: 'law.same_day_twice', params: { at: '/from', from: pack.from, other: packs[same]?.version ?? '' } }] : [];
  });
  const missing = (['limits', 'supervision'] as const).filter((kind) => !packs.some((pack) => pack.kind === kind));
  return [...twice, ...missing.map((kind): LawProblem => ({ file: '', code: 'law.pack_missing', params: { kind } }))];
}
