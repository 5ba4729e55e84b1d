import { describe, expect, it } from 'vitest';
import { draftZhHk } from './draft-zh-hk.ts';

describe('a Hong Kong draft', () => {
  it('writes Hong Kong characters, also where OpenCC has the textbook ones', () => {
    expect(draftZhHk('户口簿说明')).toBe('戶口簿說明');
    expect(draftZhHk('委托书和缴税凭证')).toBe('委託書和繳稅憑證');
  });
  it('says what Hong Kong says', () => {
    expect(draftZhHk('复印件和照片用快递寄出')).toBe('影印本和相片用速遞寄出');
    expect(draftZhHk('网上登录')).toBe('網上登入');
  });
  it('prefers the longer word of the glossary', () => {
    expect(draftZhHk('银行账号')).toBe('銀行賬戶號碼');
  });
  it('uses corner quotation marks and leaves placeholders alone', () => {
    expect(draftZhHk('请选“是”，{name}')).toBe('請選「是」，{name}');
  });
});
