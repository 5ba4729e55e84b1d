import { traceId, type Code, type Level, type LogEvent, type LogFields } from './told.ts';
import { withoutParticulars } from './withheld.ts';

/** The one way out for what the server says of itself while it runs. */
export interface Logger {
  tell(level: Level, event: LogEvent, fields?: LogFields): void;
  /** Particulars of persons that were about to be written and were not. */
  readonly withheld: number;
  /** Lines left out because one kind of them came too often. */
  readonly leftOut: number;
}

/** Where the lines go and how they look; `now` in milliseconds. */
export interface LoggerOptions {
  readonly write: (line: string) => void;
  readonly form: 'json' | 'text';
  readonly now: () => number;
  /** Trace of the running work; a line told inside of one bears it. */
  readonly trace?: () => string | undefined;
}

/** Lines of one event in one second; a flood of refusals must not become a flood of writing. */
export const linesASecond = 50;

const deepestCauses = 3;
const longestWords = 4_000;

/** A logger: JSON lines, one object each, or lines for eyes. Everything that is a text is looked through once more before it is written. */
export function logger({ write, form, now, trace }: LoggerOptions): Logger {
  let withheldSoFar = 0;
  let leftOut = 0;
  const spoken = new Map<LogEvent, { second: number; lines: number; silent: number }>();
  const clean = (text: string): string => {
    const { text: cleaned, count } = withoutParticulars(text.slice(0, longestWords));
    withheldSoFar += count;
    return onOneLine(cleaned);
  };
  /** Lines of this event that were left out before this one; undefined where this one is left out too. */
  const turn = (event: LogEvent): number | undefined => {
    const second = Math.floor(now() / 1_000);
    const before = spoken.get(event);
    const one = before?.second === second ? before : { second, lines: 0, silent: before?.silent ?? 0 };
    spoken.set(event, one);
    if (one.lines >= linesASecond) {
      one.silent += 1;
      leftOut += 1;
      return undefined;
    }
    one.lines += 1;
    const silent = one.silent;
    one.silent = 0;
    return silent;
  };
  return {
    get withheld() {
      return withheldSoFar;
    },
    get leftOut() {
      return leftOut;
    },
    tell(level, event, told = {}) {
      const silent = turn(event);
      if (silent === undefined) return;
      const running = trace?.();
      const fields: LogFields = running === undefined ? told : { trace: traceId(running), ...told };
      const line: Record<string, unknown> = { at: new Date(now()).toISOString(), level, event };
      for (const name of fieldNames) {
        const value = fields[name];
        if (value !== undefined) line[name] = name === 'fault' ? faultOf(value, clean) : typeof value === 'number' ? value : clean(String(value));
      }
      if (silent > 0) line.leftOut = silent;
      write(form === 'json' ? JSON.stringify(line) : forEyes(line));
    },
  };
}

/** What ends a line or steers a terminal, written out: whoever brings about an error writes no line of the log in our name (CWE-117). */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (sign) => (sign === '\n' ? '\\n' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));

/** The same list as the type's, for run time: a field that got past the compiler is not written either. */
const fieldNames = Object.keys({
  reference: 0, matterId: 0, jobId: 0, method: 0, route: 0, status: 0, code: 0, job: 0, round: 0, attempts: 0, milliseconds: 0, port: 0, network: 0, trace: 0, since: 0, fault: 0, words: 0,
} satisfies Record<keyof LogFields, 0>) as readonly (keyof LogFields)[];

/** Name, words, code and place of an error and of what caused it. Never its other properties: a database's error carries the row. */
function faultOf(error: unknown, clean: (text: string) => string, depth = 0): object {
  if (!(error instanceof Error)) return { words: clean(String(error)) };
  const { code } = error as { code?: unknown };
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => clean(line.trim()));
  return {
    name: clean(error.name), words: clean(error.message), ...(typeof code === 'string' ? { code: clean(code) as Code } : {}), where,
    ...(error.cause === undefined || depth >= deepestCauses ? {} : { cause: faultOf(error.cause, clean, depth + 1) }),
  };
}

function forEyes({ at, level, event, fault, words, ...rest }: Record<string, unknown>): string {
  const told = Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`);
  const broken = fault as { name?: string; words: string; where?: readonly string[] } | undefined;
  const lines = broken ? [`${broken.name === undefined ? '' : `${broken.name}: `}${broken.words}`, ...(broken.where ?? []).map((place) => `    ${place}`)] : [];
  return [[String(at), String(level), String(event), ...told, ...(typeof words === 'string' ? [words] : []), ...lines.slice(0, 1)].join(' '), ...lines.slice(1)].join('\n');
}
