/** What is read of a key event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** An accelerator: the combination as it is shown ("Ctrl+Enter", "F9", "A"), what it does in words, and the act. */
export interface KeyBinding {
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
  /** false: shown nowhere and not run */
  readonly when?: boolean;
}

/** The name of what was pressed: modifiers in the order Ctrl, Alt, Shift; letters in upper case; Command counts as Ctrl. Shift is not named with a single sign, which it is part of. */
export function combinationOf(press: KeyPress): string {
  const single = press.key.length === 1;
  const key = press.key === ' ' ? 'Space' : single ? press.key.toUpperCase() : press.key;
  return [press.ctrlKey || press.metaKey ? 'Ctrl+' : '', press.altKey ? 'Alt+' : '', press.shiftKey && !single ? 'Shift+' : '', key].join('');
}

/** Whether a key belongs to an input method: while it composes, and the Enter that Safari sends after compositionend (keyCode 229, UI Events 4.3.3). */
export function belongsToInputMethod(press: Pick<KeyPress, 'isComposing' | 'keyCode' | 'key'>, composing: boolean): boolean {
  return composing || press.isComposing || press.keyCode === 229 || press.key === 'Process';
}

/** What is read of the element that has focus. */
export interface FocusPlace {
  readonly tagName: string;
  readonly type?: string | undefined;
  readonly isContentEditable?: boolean | undefined;
}

const notTyped = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range'];

/** Whether letters typed at this place are text. A list box takes letters too: it jumps to the option. */
export function takesText(place: FocusPlace | null): boolean {
  if (!place) return false;
  if (place.isContentEditable || place.tagName === 'TEXTAREA' || place.tagName === 'SELECT') return true;
  return place.tagName === 'INPUT' && !notTyped.includes(place.type ?? 'text');
}

/** Combinations that may run while text is typed: function keys, Escape, and anything with Ctrl or Alt. */
export function runsWhileTyping(combination: string): boolean {
  return /^(Ctrl\+|Alt\+)/.test(combination) || /^(Shift\+)?F\d+$/.test(combination) || combination === 'Escape';
}

/** The binding a key press runs, if any: never one of the input method's keys, never a letter while text is typed. */
export function bindingFor(bindings: readonly KeyBinding[], press: KeyPress, place: FocusPlace | null, composing: boolean): KeyBinding | undefined {
  if (belongsToInputMethod(press, composing)) return undefined;
  const combination = combinationOf(press);
  if (takesText(place) && !runsWhileTyping(combination)) return undefined;
  return bindings.find((binding) => binding.when !== false && binding.keys.split(' / ').includes(combination));
}
