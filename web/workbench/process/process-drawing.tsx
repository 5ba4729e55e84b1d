import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { standingMessages } from '../../../contract/messages/standing.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import type { DrawingViewer, Told } from './drawing-viewer.ts';
import './process-drawing.css';

type State = { readonly is: 'loading' | 'failed' } | { readonly is: 'drawn'; readonly laidOut: boolean };

const step = 60;
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };

/**
 * A process drawn, with its tokens and the ways gone. The drawing is for eyes: whoever cannot see it is told the same by the list that must stand
 * beside it (`described` is its id). Arrow keys move it, + and − change its size, 0 shows it whole.
 */
export function ProcessDrawing({ bpmn, told, name, described }: { readonly bpmn: string; readonly told: Told; readonly name: string; readonly described: string }): ReactElement {
  const { language } = useWords();
  const s = speaker(standingMessages, language);
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<DrawingViewer>(undefined);
  const [state, setState] = useState<State>({ is: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const here = container.current;
    if (!here) return undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const { openViewer } = await import('./drawing-viewer.ts');
      if (gone) return;
      viewer.current ??= openViewer(here);
      const { laidOut } = await viewer.current.show(bpmn, told);
      if (!gone) setState({ is: 'drawn', laidOut });
    };
    draw().catch(() => gone || setState({ is: 'failed' }));
    return () => {
      gone = true;
    };
  }, [bpmn, told, attempt]);
  useEffect(() => () => viewer.current?.close(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    const how = event.key === '+' || event.key === '=' ? 'in' : event.key === '-' ? 'out' : event.key === '0' ? 'whole' : undefined;
    if ((!move && !how) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (move) viewer.current?.move(...move);
    if (how) viewer.current?.zoom(how);
  };
  return (
    <div className="wb-drawing">
      {state.is === 'failed' ? <Notice kind="bad" title={s('drawing.failed')}><ActButton kind="secondary" onClick={() => { setState({ is: 'loading' }); setAttempt(attempt + 1); }}>{s('drawing.retry')}</ActButton></Notice> : null}
      <div className={state.is === 'failed' ? 'wb-drawing__frame wb-drawing__frame--failed' : 'wb-drawing__frame'} tabIndex={0} role="group" aria-label={s('drawing', { name })} aria-describedby={described} onKeyDown={onKeyDown}>
        {state.is === 'loading' ? <div className="wb-drawing__wait" aria-label={s('drawing.loading')}><SkeletonRows count={1} height="card" /></div> : null}
        <div ref={container} className="wb-drawing__canvas" />
      </div>
      <div className="wb-drawing__tools">
        <ActButton kind="quiet" onClick={() => viewer.current?.zoom('whole')}>{s('drawing.whole')}</ActButton>
        <ActButton kind="quiet" onClick={() => viewer.current?.zoom('readable')}>{s('drawing.actual')}</ActButton>
        <ActButton kind="quiet" onClick={() => viewer.current?.zoom('in')}>{s('drawing.larger')}</ActButton>
        <ActButton kind="quiet" onClick={() => viewer.current?.zoom('out')}>{s('drawing.smaller')}</ActButton>
        <span className="ym-quiet">{s('drawing.keys')}</span>
      </div>
      <DrawingKey />
      {state.is === 'drawn' && state.laidOut ? <p className="ym-quiet">{s('drawing.laid_out')}</p> : null}
    </div>
  );
}

/** What lines and signs mean: thickness and dashes say it as well as colour. */
function DrawingKey(): ReactElement {
  const { language } = useWords();
  const s = speaker(standingMessages, language);
  return (
    <ul className="wb-drawing__key">
      <li><span className="wb-key-line wb-key-line--passed" aria-hidden="true" /> {s('key.passed')}</li>
      <li><span className="wb-key-line wb-key-line--open" aria-hidden="true" /> {s('key.not_passed')}</li>
      <li><span className="wb-key-box" aria-hidden="true" /> {s('key.now')}</li>
      <li><span className="wb-drawn-times" aria-hidden="true">×2</span> {s('key.times')}</li>
    </ul>
  );
}
