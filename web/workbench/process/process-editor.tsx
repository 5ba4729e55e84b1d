import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import type { Localized } from '../../../contract/language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useWords } from '../words/words.tsx';
import type { Mark } from './drawing-tool.ts';
import { fileFault, laidOut, saveAs } from './file-in-out.ts';
import { ElementActs } from './element-acts.tsx';
import { ImportSheet } from './import-sheet.tsx';
import { ProblemList } from './problem-list.tsx';
import { ProcessPanel, type PanelProps } from './process-panel.tsx';
import { useProcessWords } from './process-words.ts';
import { useDrawing, type OpenedDrawing } from './use-drawing.ts';
import { ToolIcon } from './tool-icon.tsx';
import { useNarrow } from './use-narrow.ts';
import './process.css';

/** What is wrong at an element of the drawing; without an element, with the whole. */
export interface DrawingProblem {
  readonly element: string;
  readonly grade: 'error' | 'warning';
  readonly text: Localized;
}

interface Props {
  readonly processId: string;
  /** the drawing as it is when the editor opens; what is drawn after that is told with `onXml` */
  readonly xml: string;
  readonly editable: boolean;
  readonly problems: readonly DrawingProblem[];
  /** whether `problems` are of what stands on the screen now */
  readonly judged: boolean;
  readonly onXml: (xml: string) => void;
  readonly callable: PanelProps['callable'];
}

/** The process, drawn: palette and menus of the subset, properties beside it, what is wrong marked at its elements. On a narrow screen it can be read only. */
export function ProcessEditor({ processId, xml, editable, problems, judged, onXml, callable }: Props): ReactElement {
  const t = useProcessWords();
  const { of } = useWords();
  const narrow = useNarrow();
  const container = useRef<HTMLDivElement>(null);
  const [importing, setImporting] = useState(false);
  const [fileTrouble, setFileTrouble] = useState<unknown>();
  const may = editable && !narrow;
  const marks = useMemo<readonly Mark[]>(() => problems.map((one) => ({ element: one.element, grade: one.grade, text: of(one.text) })), [problems, of]);
  const drawing = useDrawing({ container, editable: may, xml, marks, onXml });
  const { tool, replace } = drawing;
  const layOut = useCallback(() => void (tool ? tool.xml().then(laidOut).then(replace) : Promise.resolve()).then(() => setFileTrouble(undefined), setFileTrouble), [tool, replace]);
  const give = (kind: 'bpmn' | 'svg'): void => {
    if (kind === 'bpmn') void tool?.xml().then((text) => saveAs(`${processId}.bpmn`, 'application/xml', text));
    else void tool?.svg().then((text) => saveAs(`${processId}.svg`, 'image/svg+xml', text));
  };
  const listed = problems.map((one, i) => ({ key: `${i} ${one.element}`, grade: one.grade, text: one.text, where: one.element || undefined, onGo: one.element ? () => tool?.choose(one.element) : undefined }));
  return (
    <div className="pr-editor">
      {editable && narrow ? <Notice>{t('draw.read_only')}</Notice> : null}
      {drawing.fault || fileTrouble ? <Notice kind="bad">{fileFault(t, drawing.fault ?? fileTrouble)}</Notice> : null}
      <Tools drawing={drawing} editable={may} onLayOut={layOut} onImport={() => setImporting(true)} onGive={give} />
      <div className="pr-work">
        <div className="pr-canvas" ref={container} role="application" aria-label={t('draw.title')} />
        <div className="pr-side">
          <section className="pr-panel" aria-label={t('panel.title')}>{may ? <Chosen drawing={drawing} callable={callable} /> : <Reading drawing={drawing} />}</section>
          <section className="pr-panel" aria-label={t('problems.title')}>
            <h3>{t('problems.title')}</h3>
            {judged ? null : <p className="ym-quiet">{t('problems.stale')}</p>}
            <ProblemList problems={listed} />
          </section>
        </div>
      </div>
      {may ? <p className="ym-quiet">{t('draw.keys')}</p> : null}
      {importing ? <ImportSheet processId={processId} onClose={() => setImporting(false)} onTake={(next) => {
        setImporting(false);
        replace(next).then(() => setFileTrouble(undefined), setFileTrouble);
      }} /> : null}
    </div>
  );
}

function Tools({ drawing, editable, onLayOut, onImport, onGive }: { readonly drawing: OpenedDrawing; readonly editable: boolean; readonly onLayOut: () => void; readonly onImport: () => void; readonly onGive: (kind: 'bpmn' | 'svg') => void }): ReactElement {
  const t = useProcessWords();
  const { tool, undo, canUndo, canRedo } = drawing;
  const button = (label: string, sign: Parameters<typeof ToolIcon>[0]['name'], run: () => void, enabled = true): ReactElement => <button type="button" className="pr-tool" title={label} aria-label={label} disabled={!enabled || !tool} onClick={run}><ToolIcon name={sign} /></button>;
  return (
    <div className="pr-tools" role="toolbar" aria-label={t('draw.title')}>
      {editable ? <>{button(t('draw.undo'), 'undo', undo, canUndo)}{button(t('draw.redo'), 'redo', () => tool?.redo(), canRedo)}<span className="pr-gap" /></> : null}
      {button(t('draw.zoom_out'), 'out', () => tool?.zoom('out'))}
      {button(t('draw.zoom_in'), 'in', () => tool?.zoom('in'))}
      {button(t('draw.fit'), 'fit', () => tool?.zoom('fit'))}
      <span className="pr-gap" />
      {editable ? <><button type="button" className="pr-small" disabled={!tool} onClick={onImport}>{t('draw.import')}</button><button type="button" className="pr-small" disabled={!tool} onClick={onLayOut}>{t('draw.layout')}</button></> : null}
      <button type="button" className="pr-small" disabled={!tool} onClick={() => onGive('bpmn')}>{t('draw.export')}</button>
      <button type="button" className="pr-small" disabled={!tool} onClick={() => onGive('svg')}>{t('draw.picture')}</button>
    </div>
  );
}

function Chosen({ drawing, callable }: { readonly drawing: OpenedDrawing; readonly callable: PanelProps['callable'] }): ReactElement {
  const t = useProcessWords();
  const { chosen, tool, all } = drawing;
  if (typeof chosen === 'number') return <p>{t('panel.several', { count: chosen })}</p>;
  if (!chosen || !tool) return <p className="ym-quiet">{t('panel.none_chosen')}</p>;
  return (
    <>
      <ElementChoice drawing={drawing} />
      <ElementActs facts={chosen} all={all} tool={tool} />
      <ProcessPanel key={chosen.id} facts={chosen} all={all} callable={callable} onBorder={() => tool.addBorder(chosen.id)} onChange={(change) => tool.change(chosen.id, change)} />
    </>
  );
}

/** The elements as a list, so that each can be reached without the mouse. */
function ElementChoice({ drawing }: { readonly drawing: OpenedDrawing }): ReactElement {
  const t = useProcessWords();
  const { language } = useWords();
  const { chosen, all, tool } = drawing;
  const nameOf = (one: OpenedDrawing['all'][number]): string => `${t(`piece.${one.kind}`)} · ${one.names[language] || one.names['zh-CN'] || (one.kind === 'way' ? `${one.from ?? ''} → ${one.to ?? ''}` : one.id)}`;
  return (
    <label className="pr-elements">
      <span className="ym-field__label">{t('draw.elements')}</span>
      <select className="ym-input ym-select" value={typeof chosen === 'object' ? chosen.id : ''} onChange={(event) => tool?.choose(event.target.value)}>
        {all.map((one) => <option key={one.id} value={one.id}>{nameOf(one)}</option>)}
      </select>
    </label>
  );
}

function Reading({ drawing }: { readonly drawing: OpenedDrawing }): ReactElement {
  const t = useProcessWords();
  const { language } = useWords();
  const shown = drawing.all.filter((one) => one.kind === 'user' || one.kind === 'service' || one.kind === 'call' || one.kind === 'part');
  return <><h3>{t('draw.elements')}</h3><ol className="wb-posts">{shown.map((one) => <li key={one.id}>{one.names[language] || one.id} <span className="ym-quiet">{t(`piece.${one.kind}`)}{one.link ? ` · ${one.link.handler}` : ''}</span></li>)}</ol></>;
}
