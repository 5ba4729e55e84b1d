/** The part of an address a history keeps: IPv4 to /24, IPv6 to /48; empty where it is no address. Enough to tell home from abroad, not whose line it was. */
export function addressPart(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address);
  if (four) return `${four[1]}.${four[2]}.${four[3]}.0/24`;
  const plain = (address.split('%')[0] ?? '').toLowerCase();
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return '';
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...after];
  return `${all.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, '') || '0').join(':')}::/48`;
}

// The order matters: nearly every browser calls itself several others as well.
const browsers: readonly (readonly [RegExp, string])[] = [[/MicroMessenger/i, 'WeChat'], [/HarmonyOS|HuaweiBrowser/i, 'Huawei'], [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/Firefox\/|FxiOS/, 'Firefox'], [/Chrome\/|CriOS/, 'Chrome'], [/Safari\//, 'Safari']];
const systems: readonly (readonly [RegExp, string])[] = [[/HarmonyOS/i, 'HarmonyOS'], [/Android/i, 'Android'], [/iPhone|iPad|iOS/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux/, 'Linux']];

/** Family of browser and system out of the line a browser sends (User-Agent, RFC 9110 section 10.1.5): “Chrome · Windows”; empty where it names none we know. */
export function browserFamily(line: string | undefined): string {
  if (line === undefined) return '';
  const named = (list: typeof browsers): string[] => list.filter(([mark]) => mark.test(line)).slice(0, 1).map(([, name]) => name);
  return [...named(browsers), ...named(systems)].join(' · ');
}
