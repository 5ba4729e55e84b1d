import type { ReactElement } from 'react';
import { unitLevels, type UnitLevel } from '../../../contract/catalogue.ts';
import { useWords } from '../words/words.tsx';
import { departmentKinds } from './departments.ts';
import type { ElementFacts } from './element-facts.ts';
import { readHandler, writeHandler, type HandlerChoice } from './handler.ts';
import { useProcessWords } from './process-words.ts';
import { ChoiceField } from './typed-field.tsx';

type Link = NonNullable<ElementFacts['link']>;

const kinds = ['review', 'visit', 'inspect', 'decide', 'approve'] as const;
const posts = ['window_clerk', 'officer', 'approver'] as const;
/** Who usually does a task of a kind: filled in when the kind is chosen first. */
const usualPost: Readonly<Record<string, string>> = { review: 'officer', visit: 'officer', inspect: 'officer', decide: 'officer', approve: 'approver' };

/** Who handles a user task: its kind, which unit, which post. `entries` are the names of lists it is done for. */
export function HandlerPart({ link, entries, onLink }: { readonly link: Link | undefined; readonly entries: readonly string[]; readonly onLink: (link: Link) => void }): ReactElement {
  const t = useProcessWords();
  const { language } = useWords();
  const now: Link = link ?? { kind: '', handler: '', post: '' };
  const choice = readHandler(now.handler);
  const who = choice?.who === 'entry' ? `entry:${choice.entry}` : (choice?.who ?? '');
  const setWho = (next: string): void => {
    const level = choice && 'level' in choice && choice.level ? { level: choice.level } : {};
    const chosen: HandlerChoice = next === 'window' ? { who: 'window' } : next === 'kind' ? { who: 'kind', kind: departmentKinds(language)[0]?.value ?? '', ...level } : next.startsWith('entry:') ? { who: 'entry', entry: next.slice(6), ...level } : { who: 'department', ...level };
    onLink({ ...now, handler: writeHandler(chosen), post: chosen.who === 'window' ? 'window_clerk' : now.post === 'window_clerk' || now.post === '' ? (usualPost[now.kind] ?? 'officer') : now.post });
  };
  const set = (next: HandlerChoice): void => onLink({ ...now, handler: writeHandler(next) });
  return (
    <>
      <ChoiceField label={t('panel.kind')} value={now.kind} empty={now.kind === '' ? t('panel.choose') : undefined} choices={kinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))} onChoose={(kind) => onLink({ ...now, kind, post: now.post === '' ? (usualPost[kind] ?? 'officer') : now.post, handler: now.handler === '' ? 'department' : now.handler })} />
      <ChoiceField
        label={t('panel.who')} value={who} empty={who === '' ? t('panel.choose') : undefined} onChoose={setWho}
        choices={[...(['window', 'department', 'kind'] as const).map((one) => ({ value: one as string, text: t(`who.${one}`) })), ...entries.map((entry) => ({ value: `entry:${entry}`, text: t('who.entry', { entry }) }))]}
      />
      {choice?.who === 'kind' ? <ChoiceField label={t('panel.department')} value={choice.kind} choices={departmentKinds(language)} onChoose={(kind) => set({ ...choice, kind })} /> : null}
      {choice && choice.who !== 'window' ? <LevelField level={choice.level} onLevel={(level) => {
        const { level: _before, ...rest } = choice;
        set(level ? { ...rest, level } : rest);
      }} /> : null}
      <ChoiceField label={t('panel.post')} value={now.post} empty={now.post === '' ? t('panel.choose') : undefined} choices={posts.map((post) => ({ value: post, text: t(`post.${post}`) }))} onChoose={(post) => onLink({ ...now, post })} />
    </>
  );
}

function LevelField({ level, onLevel }: { readonly level: UnitLevel | undefined; readonly onLevel: (level: UnitLevel | undefined) => void }): ReactElement {
  const t = useProcessWords();
  return <ChoiceField label={t('panel.level')} value={level ?? ''} empty={t('level.own')} choices={unitLevels.map((one) => ({ value: one, text: t(`level.${one}`) }))} onChoose={(next) => onLevel(next === '' ? undefined : (next as UnitLevel))} />;
}
