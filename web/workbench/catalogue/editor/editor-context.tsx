import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from 'react';
import type { Item } from '../../../../contract/catalogue.ts';
import { editorMessages } from '../../../../contract/messages/workbench-editor.ts';
import { speaker, type Speaker } from '../../../ui/speak.ts';
import { useWords } from '../../words/words.tsx';
import type { Edit } from './edits.ts';
import type { FieldFaults } from './field-faults.ts';

/** Says the sentences of the item editor. */
export type EditorSpeaker = Speaker<typeof editorMessages>;

/** The words of the item editor in the reader's language. */
export function useEditorWords(): EditorSpeaker {
  const { language } = useWords();
  return useMemo(() => speaker(editorMessages, language), [language]);
}

/** What every field of the editor needs: the item as it stands, how to change it, what is wrong where. */
export interface ItemEditing {
  readonly item: Item;
  readonly editable: boolean;
  readonly faults: readonly FieldFaults[];
  /** changes with the same `place` right after each other are one step to undo */
  readonly edit: (edit: Edit, place?: string) => void;
}

const Context = createContext<ItemEditing | undefined>(undefined);

/** Gives the item under way to the fields inside. */
export function ItemEditingProvider({ value, children }: { readonly value: ItemEditing; readonly children: ReactNode }): ReactElement {
  return <Context value={value}>{children}</Context>;
}

/** The item under way; only inside ItemEditingProvider. */
export function useItemEditing(): ItemEditing {
  const editing = useContext(Context);
  if (!editing) throw new Error('useItemEditing outside ItemEditingProvider');
  return editing;
}
