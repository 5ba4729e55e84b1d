/** What stands on a command line: words, and options `--name value` or `--name` alone for those that take none. */
export type CommandLine = { readonly words: readonly string[]; readonly options: ReadonlyMap<string, string>; readonly unknown: readonly string[] };

/** Reads arguments; `withValue` and `alone` are the options that the command knows. The last of the same name counts. */
export function readCommandLine(args: readonly string[], withValue: readonly string[], alone: readonly string[]): CommandLine {
  const words: string[] = [];
  const options = new Map<string, string>();
  const unknown: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const [name = '', written] = argument.slice(2).split(/=(.*)/s);
    if (alone.includes(name)) options.set(name, '');
    else if (!withValue.includes(name)) unknown.push(argument);
    else if (written !== undefined) options.set(name, written);
    else if (at + 1 < args.length) options.set(name, args[(at += 1)] ?? '');
    else unknown.push(argument);
  }
  return { words, options, unknown };
}

/**
 * A moment as somebody writes it, as UTC text with all its digits: RFC 3339 with an offset. Without one it is Shenzhen's time (+08:00), where the hall's clock hangs. Null for
 * anything else.
 */
export function readMoment(text: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6}))?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  if (!found) return null;
  const [, day = '', time = '', fraction = '', zone = '+08:00'] = found;
  const at = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${zone}`);
  if (Number.isNaN(at.getTime())) return null;
  return fraction === '' ? at.toISOString() : at.toISOString().replace('.000Z', `.${fraction.padEnd(3, '0')}Z`);
}
