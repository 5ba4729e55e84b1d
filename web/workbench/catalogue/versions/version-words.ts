import { useMemo } from 'react';
import type { CatalogueDifference } from '../../../../contract/catalogue-admin.ts';
import type { Messages } from '../../../../contract/language.ts';
import { catalogueAdminMessages } from '../../../../contract/messages/catalogue-admin.ts';
import { editorFieldMessages } from '../../../../contract/messages/workbench-editor-fields.ts';
import { versionMessages } from '../../../../contract/messages/workbench-versions.ts';
import { dayWords, momentWords } from '../../../ui/dates.ts';
import { speaker, type Speaker } from '../../../ui/speak.ts';
import { useWords } from '../../words/words.tsx';

/** The words of the screens of versions. */
export interface VersionWords {
  readonly v: Speaker<typeof versionMessages>;
  readonly rule: (rule: string) => string;
  readonly day: (on: string) => string;
  readonly moment: (at: string) => string;
  /** the path of a difference in words: parts, codes of entries as they are, the field last */
  readonly place: (difference: Pick<CatalogueDifference, 'keys' | 'label'>) => { readonly field: string; readonly path: string };
  /** a value as people read it, by the field it is of */
  readonly value: (field: string, value: unknown) => string;
}

/** Lists whose entries are known by a code. */
const lists: readonly string[] = ['handling_items', 'materials', 'questions', 'options', 'handle_flow', 'pages', 'fields', 'fees', 'elements', 'flows', 'by_law', 'parts'];

const fields: Messages = editorFieldMessages;
const parts: Messages = versionMessages;
const rules: Messages = catalogueAdminMessages;

/** The words of the screens of versions in the reader's language. */
export function useVersionWords(): VersionWords {
  const { language, of } = useWords();
  return useMemo(() => {
    const v = speaker(versionMessages, language);
    const named = (key: string): string => (parts[`part.${key}`] ?? fields[`f.${key}`])?.[language] ?? key;
    const scalar = (field: string, value: unknown): string => {
      if (value === null || value === undefined) return v('diff.nothing');
      if (typeof value === 'boolean') return v(value ? 'district.yes' : 'district.no');
      const text = String(value);
      return (fields[`${field}.${text}`] ?? (field === 'accept_at' ? parts[`level.${text}`] : undefined))?.[language] ?? text;
    };
    return {
      v,
      rule: (rule) => rules[`catalogue.rule_${rule}`]?.[language] ?? rule,
      day: (on) => dayWords(on, language),
      moment: (at) => momentWords(at, language),
      place: ({ keys, label }) => {
        // The first words say whether item, process or fields; what is left leads to the field.
        const path = keys.filter((key, i) => !(i === 0 && ['item', 'process', 'fields'].includes(key)));
        const entry = path.findLastIndex((_key, i) => lists.includes(path[i - 1] ?? ''));
        // The innermost entry of a list by its name, others by their codes.
        const said = path.map((key, i) => (i === entry && label ? of(label) : named(key)));
        return { field: said.at(-1) ?? '', path: said.slice(0, -1).join(' › ') };
      },
      value: (field, value) => {
        if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.map((one) => scalar(field, one)).join(language === 'en' ? ', ' : '、');
        return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 1) : scalar(field, value);
      },
    };
  }, [language, of]);
}
