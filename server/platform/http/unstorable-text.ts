/** NUL, which PostgreSQL's text and jsonb refuse, and half a surrogate pair, which has no UTF-8 and no canonical form (RFC 8785 §3.2.2.2). */
const unstorable = /\0|\p{Surrogate}/u;

/** JSON Pointer (RFC 6901) of the first text or name in a value that cannot be kept; undefined when all can. */
export function unstorableText(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (unstorable.test(name)) return pointer;
    const found = unstorableText(inner, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
