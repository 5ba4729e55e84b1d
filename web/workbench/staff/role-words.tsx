import type { ReactElement } from 'react';
import { roles } from '../../../contract/people.ts';
import { useWords } from '../words/words.tsx';
import { useStaffWords } from './staff-words.ts';

/** What each role may do, and which never meet in one person. */
export function RoleWords(): ReactElement {
  const { t } = useWords();
  const { s } = useStaffWords();
  return (
    <details className="ym-no-print">
      <summary>{s('roles.title')}</summary>
      <p>{s('roles.apart')}</p>
      <dl className="wb-pairs">{roles.map((role) => <div key={role} className="wb-pairs__line"><dt>{t(`role.${role}`)}</dt><dd>{s(`roles.${role}`)}</dd></div>)}</dl>
    </details>
  );
}
