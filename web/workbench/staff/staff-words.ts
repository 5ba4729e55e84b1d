import { useMemo } from 'react';
import { staffChangeMessages } from '../../../contract/messages/staff-changes.ts';
import type { StaffChange } from '../../../contract/staff-changes.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of changes of staff in the reader's language. */
export function useStaffWords(): { readonly s: Speaker<typeof staffChangeMessages>; readonly who: (change: StaffChange) => string } {
  const { language } = useWords();
  return useMemo(() => {
    const s = speaker(staffChangeMessages, language);
    return { s, who: ({ staff }) => (staff.length > 1 ? s('changes.who_more', { name: staff[0]?.name ?? '', count: staff.length }) : (staff[0]?.name ?? '')) };
  }, [language]);
}
