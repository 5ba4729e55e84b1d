import { useState, type ReactElement } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import { accessLogWords } from '../../../contract/messages/access-log.ts';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { holds, useMe } from '../server/session.ts';
import { useWords } from '../words/words.tsx';
import { RevealSheet } from './reveal-sheet.tsx';

/** The way to a masked field, for the posts that handle matters; whether this one is theirs to reveal, the server says. */
export function RevealButton({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const me = useMe();
  const { language } = useWords();
  const [open, setOpen] = useState(false);
  if (!me.data || !holds(me.data, 'window_clerk', 'officer', 'approver')) return null;
  return (
    <>
      <ActButton kind="quiet" onClick={() => setOpen(true)}>{speaker(accessLogWords, language)('reveal.open')}</ActButton>
      {open ? <RevealSheet matter={matter} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
