import { useMemo } from 'react';
import { keyChangeScreenMessages } from '../../../contract/messages/key-changes.ts';
import type { KeyTask } from '../../../contract/key-changes.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of keys and their changes in the reader's language; `what` names a task with its numbers, `does` says what it brings. */
export function useKeyWords(): { readonly k: Speaker<typeof keyChangeScreenMessages>; readonly what: (task: KeyTask) => string; readonly does: (task: KeyTask) => string } {
  const { language } = useWords();
  return useMemo(() => {
    const k = speaker(keyChangeScreenMessages, language);
    const numbers = (task: KeyTask): Readonly<Record<string, string | number>> => (task.kind === 'retire' ? { version: task.version } : task.kind === 'split' ? { into: task.into, need: task.need } : {});
    return { k, what: (task) => k(`kind.${task.kind}`, numbers(task)), does: (task) => k(`does.${task.kind}`, numbers(task)) };
  }, [language]);
}

/** What the operator types on the machine, once it is approved; the same in every language. */
export function commandOf(task: KeyTask): string {
  switch (task.kind) {
    case 'rotate':
      return 'npm run -s yimen -- keys rotate';
    case 'retire':
      return `npm run -s yimen -- keys retire --version ${task.version}`;
    case 'split':
      return `npm run -s yimen -- keys split --into ${task.into} --need ${task.need} --to /media/usb`;
  }
}
