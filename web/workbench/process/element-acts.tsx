import type { ReactElement } from 'react';
import type { DrawingTool } from './drawing-tool.ts';
import type { ElementFacts } from './element-facts.ts';
import { useProcessWords } from './process-words.ts';
import { appendable, paletteGroups, replacements, type PieceKind } from './subset.ts';
import { useWords } from '../words/words.tsx';

/** What the context pad does, as controls: what comes next, where it leads, what it becomes, away with it. So a process can be drawn without a mouse. */
export function ElementActs({ facts, all, tool }: { readonly facts: ElementFacts; readonly all: readonly ElementFacts[]; readonly tool: DrawingTool }): ReactElement | null {
  const t = useProcessWords();
  const { language } = useWords();
  if (facts.kind === 'process') return null;
  const goesOn = appendable(facts.kind).length > 0;
  const next = goesOn ? paletteGroups.flat().filter((kind) => kind !== 'start') : [];
  const becomes = replacements(facts.kind, facts.type);
  const reachable = goesOn ? all.filter((one) => one.id !== facts.id && one.within === facts.within && !['way', 'process', 'start', 'border', 'only_drawn'].includes(one.kind) && !all.some((way) => way.kind === 'way' && way.from === facts.id && way.to === one.id)) : [];
  const choose = (label: string, choices: readonly { readonly value: string; readonly text: string }[], run: (value: string) => void): ReactElement | null => (choices.length === 0 ? null : (
    <select className="ym-input ym-select pr-act" aria-label={label} value="" onChange={(event) => event.target.value !== '' && run(event.target.value)}>
      <option value="">{label}</option>
      {choices.map((one) => <option key={one.value} value={one.value}>{one.text}</option>)}
    </select>
  ));
  const pieceChoices = (kinds: readonly PieceKind[]) => kinds.map((kind) => ({ value: kind, text: t(`piece.${kind}`) }));
  return (
    <div className="pr-row pr-acts">
      {choose(t('draw.append', { piece: '…' }), pieceChoices(next), (kind) => tool.append(facts.id, kind as PieceKind))}
      {choose(t('draw.connect'), reachable.map((one) => ({ value: one.id, text: `${t(`piece.${one.kind}`)} · ${one.names[language] || one.id}` })), (id) => tool.connect(facts.id, id))}
      {choose(t('draw.replace'), pieceChoices(becomes), (kind) => tool.replace(facts.id, kind as PieceKind))}
      <button type="button" className="pr-small" onClick={() => tool.remove(facts.id)}>{t('draw.delete')}</button>
    </div>
  );
}
