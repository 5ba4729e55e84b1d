import { describe, expect, it } from 'vitest';
import { csvOf, defused } from './csv.ts';

describe('a file of CSV', () => {
  it('is RFC 4180 with a byte order mark; quotes, commas and line breaks are kept inside their cell', () => {
    expect(csvOf([['a', 'b"c'], ['d,e', 'f\ng'], ['', 7]]).toString('utf8')).toBe('\uFEFFa,"b""c"\r\n"d,e","f\ng"\r\n,7\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '  =cmd|x', '|x', '%0a', '\n=1'])('holds %j as text', (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  it.each(['一门', '张三-李四', 'a=b', '', ' 中', '3-5'])('leaves %j as it is', (text) => {
    expect(defused(text)).toBe(text);
  });

  it('keeps a negative number a number', () => {
    expect(csvOf([[-3]]).toString('utf8')).toBe('\uFEFF-3\r\n');
  });
});
