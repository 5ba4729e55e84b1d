import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(`${root}docs/security/threat-model.md`, 'utf8');
const threats = page.split(/^## /m).slice(1).map((text) => ({ id: text.slice(0, 5), text }));

describe('the threat model', () => {
  it('names every threat from TM-01 to TM-24 once, in order', () => {
    expect(threats.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_unused, at) => `TM-${String(at + 1).padStart(2, '0')}`));
  });

  it.each(threats)('says of $id its priority, its controls, how it is shipped, and its proof or what is open', ({ text }) => {
    expect(text).toMatch(/^- priority: [HM] · entry: EP-\d+/m);
    expect(text).toMatch(/^- controls: \S/m);
    expect(text).toMatch(/^- shipped: \S/m);
    expect(text).toMatch(/^- (proved by: `|open: \S)/m);
  });

  it.each(threats)('cites for $id only tests and scripts that are there', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
    for (const [, path = ''] of text.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)`/g)) expect(existsSync(`${root}${path}`), path).toBe(true);
    for (const [, script = ''] of text.matchAll(/`npm run ([\w:]+)`/g)) expect(Object.keys(scripts)).toContain(script);
  });
});
