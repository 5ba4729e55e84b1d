/** Spellings a mark could lie in: as it is, as bytes in hex or base64 (at each of three offsets, without the ends that neighbours change), escaped as JSON and as in an address. */
export function spellingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '').slice(shift === 0 ? 0 : shift + 1, -2));
  const json = JSON.stringify(text).slice(1, -1).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...new Set([text, bytes.toString('hex'), ...base64, json, encodeURIComponent(text)])];
}
