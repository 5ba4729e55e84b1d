import { describe, expect, it } from 'vitest';
import { bindingFor, combinationOf, takesText, type KeyBinding, type KeyPress } from './key-guard.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more });
const bindings: readonly KeyBinding[] = [
  { keys: 'A', does: 'accept', run: () => undefined },
  { keys: 'Ctrl+Enter / F9', does: 'file', run: () => undefined },
  { keys: 'Ctrl+Shift+Enter', does: 'file and accept', run: () => undefined },
  { keys: 'G', does: 'grant', run: () => undefined, when: false },
];
const body = { tagName: 'BODY' };
const input = { tagName: 'INPUT', type: 'text' };
const keysOf = (...given: Parameters<typeof bindingFor>) => bindingFor(...given)?.keys;

describe('accelerator keys', () => {
  it('are named as they are shown: modifiers first, letters large, Command as Ctrl', () => {
    expect(combinationOf(press('a'))).toBe('A');
    expect(combinationOf(press('A', { shiftKey: true }))).toBe('A');
    expect(combinationOf(press('?', { shiftKey: true }))).toBe('?');
    expect(combinationOf(press('Enter', { metaKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Enter');
    expect(combinationOf(press(' '))).toBe('Space');
  });

  it('run as letters only where nothing is being typed', () => {
    expect(keysOf(bindings, press('a'), body, false)).toBe('A');
    expect(keysOf(bindings, press('a'), input, false)).toBeUndefined();
    expect(keysOf(bindings, press('a'), { tagName: 'SELECT' }, false)).toBeUndefined();
    expect(keysOf(bindings, press('a'), { tagName: 'INPUT', type: 'radio' }, false)).toBe('A');
  });

  it('run with Ctrl or as function keys also while text is typed, each under either of its names', () => {
    expect(keysOf(bindings, press('Enter', { ctrlKey: true }), input, false)).toBe('Ctrl+Enter / F9');
    expect(keysOf(bindings, press('F9'), { tagName: 'TEXTAREA' }, false)).toBe('Ctrl+Enter / F9');
    expect(keysOf(bindings, press('Enter', { ctrlKey: true, shiftKey: true }), input, false)).toBe('Ctrl+Shift+Enter');
    expect(keysOf(bindings, press('Enter'), input, false)).toBeUndefined();
  });

  it('never run on a key that belongs to an input method, however the browser says so', () => {
    expect(keysOf(bindings, press('Enter', { ctrlKey: true, isComposing: true }), input, false)).toBeUndefined();
    expect(keysOf(bindings, press('Enter', { ctrlKey: true, keyCode: 229 }), input, false)).toBeUndefined();
    expect(keysOf(bindings, press('F9'), input, true)).toBeUndefined();
    expect(keysOf(bindings, press('Process'), body, false)).toBeUndefined();
    expect(keysOf(bindings, press('a'), body, true)).toBeUndefined();
  });

  it('do not run while their act is not possible, nor with a modifier they do not name', () => {
    expect(keysOf(bindings, press('g'), body, false)).toBeUndefined();
    expect(keysOf(bindings, press('a', { ctrlKey: true }), body, false)).toBeUndefined();
    expect(keysOf(bindings, press('a', { altKey: true }), body, false)).toBeUndefined();
  });

  it('count text areas and editable places as typing, buttons and boxes not', () => {
    expect(takesText({ tagName: 'DIV', isContentEditable: true })).toBe(true);
    expect(takesText({ tagName: 'TEXTAREA' })).toBe(true);
    expect(takesText({ tagName: 'INPUT', type: 'search' })).toBe(true);
    expect(takesText({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(takesText({ tagName: 'BUTTON' })).toBe(false);
    expect(takesText(null)).toBe(false);
  });
});
