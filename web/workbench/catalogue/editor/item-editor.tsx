import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Item } from '../../../../contract/catalogue.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProblemList } from '../../process/problem-list.tsx';
import { useWords } from '../../words/words.tsx';
import { BasicsSection } from './basics-section.tsx';
import { BodySection } from './body-section.tsx';
import { applyEdit, type Edit } from './edits.ts';
import { ItemEditingProvider, useEditorWords, type ItemEditing } from './editor-context.tsx';
import { elementOf, itemFaults } from './field-faults.ts';
import { placeId } from './fields.tsx';
import { HandlingSection, type HandlingPart } from './handling-section.tsx';
import { itemOfDraft, missingTexts, sectionOf, type SectionId } from './item-draft.ts';
import { LimitsSection } from './limits-section.tsx';
import { LinksSection } from './links-section.tsx';
import { nothingFilled, Preview, type Filled } from './preview.tsx';
import { ProcessSection, type OwnProcess } from './process-section.tsx';
import { SectionNav } from './section-nav.tsx';
import { TermsSection } from './terms-section.tsx';
import { TestRunPanel } from './test-run-panel.tsx';
import { useOpenKey, useTasks } from './use-item-parts.ts';
import type { SavedDraft, Typed } from './use-saved-draft.ts';

type Pane = 'preview' | 'problems' | 'run';
const panes: readonly Pane[] = ['preview', 'problems', 'run'];
type ItemContent = Extract<Typed['content'], { kind: 'item' }>;

/** The typed draft with its item changed; the same where nothing changes. */
function withItem(typed: Typed, change: (item: Item, content: ItemContent) => ItemContent): Typed {
  if (typed.content.kind !== 'item') return typed;
  const item = itemOfDraft(typed.content.item);
  const content = change(item, typed.content);
  return content === typed.content ? typed : { ...typed, content };
}

/** Where to go: the part of the editor, the part of a handling item, and the place in it. */
interface Going {
  readonly at: string;
}

/** An item under way: its parts left, one of them in the middle, what it comes to on the right. */
export function ItemEditor({ draft, editable }: { readonly draft: SavedDraft; readonly editable: boolean }): ReactElement | null {
  const content = draft.typed.content.kind === 'item' ? draft.typed.content : undefined;
  const item = useMemo(() => itemOfDraft(content?.item), [content?.item]);
  const [section, setSection] = useState<SectionId>('basics');
  const [part, setPart] = useState<HandlingPart>('questions');
  const [pane, setPane] = useState<Pane>('preview');
  const [going, setGoing] = useState<Going>();
  const [filled, setFilled] = useState<Readonly<Record<number, Filled>>>({});
  const faults = useMemo(() => itemFaults(draft.change.problems), [draft.change.problems]);
  const { edit: editDraft } = draft;
  const edit = useCallback((one: Edit, place?: string) => editDraft((typed) => withItem(typed, (now, before) => {
    const next = applyEdit(now, one);
    return next === now ? before : { ...before, item: next };
  }), place), [editDraft]);
  const editing = useMemo<ItemEditing>(() => ({ item, editable, faults, edit }), [item, editable, faults, edit]);
  useGoing(going, () => setGoing(undefined));
  const go = (at: string): void => {
    const to = sectionOf(at);
    setSection(to);
    const wanted = /^\/handling_items\/\d+\/(questions|materials|form)/.exec(at)?.[1];
    if (wanted) setPart(wanted as HandlingPart);
    setGoing({ at });
  };
  if (!content) return null;
  const index = section.startsWith('handling-') ? Number(section.slice('handling-'.length)) : 0;
  const wide = section === 'process';
  return (
    <ItemEditingProvider value={editing}>
      <div className={wide ? 'ed-work ed-work--wide' : 'ed-work'}>
        <SectionNav section={section} onSection={setSection} missing={missingTexts({ catalog_item: item.catalog_item, implementation_item: item.implementation_item, handling_items: item.handling_items, summary: item.summary })} problems={draft.change.problems} />
        <div className="ed-section"><Section section={section} part={part} onPart={setPart} draft={draft} content={content} item={item} editable={editable} /></div>
        {wide ? null : (
          <aside className="ed-side">
            <div className="wb-views" role="group">{panes.map((one) => <PaneButton key={one} pane={one} chosen={one === pane} count={one === 'problems' ? draft.change.problems.length : 0} onPane={setPane} />)}</div>
            {pane === 'preview' ? <Preview item={item} index={index} part={section.startsWith('handling-') ? part : undefined} filled={filled[index] ?? nothingFilled} onFilled={(next) => setFilled((all) => ({ ...all, [index]: next }))} /> : null}
            {pane === 'problems' ? <Problems draft={draft} onGo={go} onProcess={() => setSection('process')} onTerms={() => setSection('terms')} /> : null}
            {pane === 'run' ? <TestRunPanel changeId={draft.change.changeId} revision={draft.change.revision} item={item} index={index} filled={filled[index] ?? nothingFilled} saved={draft.state.at === 'saved'} /> : null}
          </aside>
        )}
      </div>
    </ItemEditingProvider>
  );
}

function PaneButton({ pane, chosen, count, onPane }: { readonly pane: Pane; readonly chosen: boolean; readonly count: number; readonly onPane: (pane: Pane) => void }): ReactElement {
  const t = useEditorWords();
  return <button type="button" aria-pressed={chosen} onClick={() => onPane(pane)}>{t(`${pane}.title`)}{count > 0 ? <span className="ed-count">{count}</span> : null}</button>;
}

/** Opens what is folded around a place and puts focus there, once it is on the screen. */
function useGoing(going: Going | undefined, arrived: () => void): void {
  useEffect(() => {
    if (!going) return;
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('details[data-place]')) {
      const place = folded.dataset.place ?? '';
      if (going.at === place || going.at.startsWith(`${place}/`)) folded.open = true;
    }
    for (let at = going.at; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = document.getElementById(placeId(at)) ?? document.querySelector<HTMLElement>(`details[data-place="${CSS.escape(at)}"] summary`);
      if (!found) continue;
      found.scrollIntoView({ block: 'center' });
      (found.matches('input, select, textarea, summary') ? found : found.querySelector<HTMLElement>('input, select, textarea'))?.focus({ preventScroll: true });
      break;
    }
    arrived();
  }, [going, arrived]);
}

function Problems({ draft, onGo, onProcess, onTerms }: { readonly draft: SavedDraft; readonly onGo: (at: string) => void; readonly onProcess: () => void; readonly onTerms: () => void }): ReactElement {
  const t = useEditorWords();
  const listed = draft.change.problems.map((one, i) => {
    const element = elementOf(one);
    const inItem = one.pointer.startsWith('/item/') || one.pointer === '/item';
    const at = one.pointer.slice('/item'.length);
    const onPress = inItem ? () => onGo(at) : element !== undefined ? onProcess : one.pointer.startsWith('/terms') ? onTerms : undefined;
    return { key: `${i} ${one.pointer}`, grade: one.grade, text: one.text, where: one.pointer === '' ? t('problems.whole') : one.pointer.replace(/^\/item/, ''), onGo: onPress };
  });
  return <ProblemList problems={listed} />;
}

interface SectionProps {
  readonly section: SectionId;
  readonly part: HandlingPart;
  readonly onPart: (part: HandlingPart) => void;
  readonly draft: SavedDraft;
  readonly content: ItemContent;
  readonly item: Item;
  readonly editable: boolean;
}

function Section({ section, part, onPart, draft, content, item, editable }: SectionProps): ReactElement | null {
  const t = useEditorWords();
  const { language } = useWords();
  const own = content.process;
  const processName = item.implementation_item.process;
  const tasks = useTasks(processName, own);
  const { openKey, drawn } = useOpenKey(own?.bpmn);
  const setOwn = (next: OwnProcess | null): void => {
    drawn(next?.bpmn ?? '');
    draft.edit((typed) => withItem(typed, (now, before) => ({ ...before, process: next, item: applyEdit(now, { kind: 'set', at: '/implementation_item/process', value: next?.processId ?? baseProcess(draft) }) })), next && own && next.bpmn !== own.bpmn ? 'drawing' : undefined);
  };
  const name = section === 'terms' ? t('section.terms') : section.startsWith('handling-') ? t('section.handling', { name: item.handling_items[Number(section.slice(9))]?.name[language] || t('editor.unnamed') }) : t(`section.${section as 'basics'}`);
  return (
    <>
      <h2>{name}</h2>
      {item.bundle ? <Notice>{t('editor.bundle')}</Notice> : null}
      {section === 'basics' ? <BasicsSection /> : null}
      {section === 'body' ? <BodySection /> : null}
      {section === 'limits' ? <LimitsSection /> : null}
      {section === 'links' ? <LinksSection tasks={tasks} /> : null}
      {section === 'process' ? <ProcessSection processName={processName} own={own} openKey={openKey} taskCode={item.implementation_item.task_code} editable={editable} change={draft.change} judged={draft.state.at === 'saved'} onChoose={(id) => draft.edit((typed) => withItem(typed, (now, before) => ({ ...before, item: applyEdit(now, { kind: 'set', at: '/implementation_item/process', value: id }) })))} onOwn={setOwn} /> : null}
      {section === 'terms' ? <TermsSection terms={draft.typed.terms} problems={draft.change.problems} editable={editable} onTerms={(terms) => draft.edit((typed) => ({ ...typed, terms }), 'terms')} /> : null}
      {section.startsWith('handling-') ? <HandlingSection index={Number(section.slice('handling-'.length))} part={part} onPart={onPart} /> : null}
    </>
  );
}

/** The process the item followed before it had one of its own. */
function baseProcess(draft: SavedDraft): string {
  const { base } = draft.change;
  return base?.kind === 'item' ? itemOfDraft(base.item).implementation_item.process : '';
}
