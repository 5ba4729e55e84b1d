import { useState, type ReactElement } from 'react';
import { roles, type Role } from '../../../contract/people.ts';
import type { Institution } from '../../../contract/units.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useUnit } from '../server/queries.ts';
import { UnitTree } from '../units/unit-tree.tsx';
import { useWords } from '../words/words.tsx';
import { useStaffWords } from './staff-words.ts';

/** A post that was picked. */
export interface ChosenPost {
  readonly institution: Institution;
  readonly role: Role;
}

/** Posts from the unit tree: a unit, one of its institutions, a role with what it may do. */
export function PostPicker({ posts, onPosts, error }: { readonly posts: readonly ChosenPost[]; readonly onPosts: (posts: readonly ChosenPost[]) => void; readonly error: string | undefined }): ReactElement {
  const { t, of } = useWords();
  const { s } = useStaffWords();
  const [code, setCode] = useState<string>();
  const [institution, setInstitution] = useState('');
  const [role, setRole] = useState<Role>('window_clerk');
  const unit = useUnit(code);
  const institutions = unit.data?.institutions ?? [];
  const chosen = institutions.find((one) => one.code === institution) ?? institutions[0];
  const add = (): void => {
    if (chosen && !posts.some((post) => post.institution.code === chosen.code && post.role === role)) onPosts([...posts, { institution: chosen, role }]);
  };
  return (
    <fieldset className="wb-post-picker">
      <legend className="ym-field__label">{t('staff.posts')}</legend>
      {error ? <p className="wb-judgement wb-judgement--wrong" role="alert">{error}</p> : null}
      <ul className="wb-posts">
        {posts.map((post) => (
          <li key={post.institution.code + post.role}>{of(post.institution.name)} · <strong>{t(`role.${post.role}`)}</strong> <button type="button" className="wb-link" onClick={() => onPosts(posts.filter((one) => one !== post))}>{t('staff.remove_post')}</button></li>
        ))}
      </ul>
      <p className="ym-quiet">{t('staff.choose_unit')}</p>
      <div id="staff-units" tabIndex={-1}><UnitTree chosen={code} onChoose={setCode} height={260} /></div>
      {unit.data ? (
        <div className="wb-post-picker__choice">
          <label>{t('staff.institution')}<select className="ym-input ym-select" value={chosen?.code ?? ''} onChange={(event) => setInstitution(event.target.value)}>{institutions.map((one) => <option key={one.code} value={one.code}>{of(one.name)}</option>)}</select></label>
          <label>{t('staff.role')}<select className="ym-input ym-select" value={role} onChange={(event) => setRole(event.target.value as Role)}>{roles.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}</select></label>
          <ActButton disabled={!chosen} onClick={add}>{t('staff.add_post')}</ActButton>
        </div>
      ) : null}
      {unit.data && institutions.length === 0 ? <p className="ym-quiet">{t('units.no_institutions')}</p> : null}
      <p className="ym-quiet">{s(`roles.${role}`)}</p>
    </fieldset>
  );
}
