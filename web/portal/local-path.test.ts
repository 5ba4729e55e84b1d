import { describe, expect, it } from 'vitest';
import { localPath } from './visit.ts';

describe('the place somebody is sent back to (TM-17)', () => {
  it.each(['/e\u0000', '/etc/passwd\u0000', '/a\r\nset-cookie: b=c', '/a\u007f', '//example.com', '/\\example.com', 'https://example.com/', 'javascript:alert(1)', '', null, undefined])('is never %j', (path) => {
    expect(localPath(path)).toBe('/');
  });

  it.each(['/', '/matters', '/items?q=%E6%B4%A5%E8%B4%B4&page=2', '/matters/01900000-0000-7000-8000-000000000000/papers'])('may be %j', (path) => {
    expect(localPath(path)).toBe(path);
  });
});
