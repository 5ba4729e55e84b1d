import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { openDrawing, type DrawingTool, type Mark } from './drawing-tool.ts';
import type { ElementFacts } from './element-facts.ts';
import { useProcessWords } from './process-words.ts';

/** A drawing on the screen, and what stands on it now. */
export interface OpenedDrawing {
  readonly tool: DrawingTool | undefined;
  readonly all: readonly ElementFacts[];
  readonly chosen: ElementFacts | number | undefined;
  readonly fault: unknown;
  /** puts another drawing in the place of this one; what stood here can be taken back with `undo` */
  readonly replace: (xml: string) => Promise<void>;
  readonly undo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Options {
  readonly container: RefObject<HTMLElement | null>;
  readonly editable: boolean;
  readonly xml: string;
  readonly marks: readonly Mark[];
  readonly onXml: (xml: string) => void;
}

const pauseMs = 300;

/** Opens a drawing in the container and keeps what is known of it; told on with `onXml` when it has stood still for a moment. */
export function useDrawing({ container, editable, xml, marks, onXml }: Options): OpenedDrawing {
  const t = useProcessWords();
  const [tool, setTool] = useState<DrawingTool>();
  const [known, setKnown] = useState<Pick<OpenedDrawing, 'all' | 'chosen' | 'canRedo'> & { readonly canUndoStep: boolean }>({ all: [], chosen: undefined, canRedo: false, canUndoStep: false });
  const [fault, setFault] = useState<unknown>();
  const latest = useRef(xml);
  const tell = useRef(onXml);
  useEffect(() => {
    tell.current = onXml;
  });
  useEffect(() => {
    const place = container.current;
    if (!place) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let open = true;
    const keep = (): void => {
      void opened.xml().then((next) => {
        latest.current = next;
        tell.current(next);
      });
    };
    const look = (): void => {
      if (open) setKnown({ all: opened.facts(), chosen: opened.chosen(), canRedo: opened.canRedo(), canUndoStep: opened.canUndo() });
    };
    const opened = openDrawing({
      container: place, editable, t, onChoose: () => look(),
      onChange: () => {
        look();
        clearTimeout(timer);
        timer = setTimeout(keep, pauseMs);
      },
    });
    opened.open(latest.current).then(() => open && setTool(opened), (cause: unknown) => open && setFault(cause));
    return () => {
      open = false;
      if (timer !== undefined) {
        clearTimeout(timer);
        keep();
      }
      setTool(undefined);
      opened.close();
    };
  }, [container, editable, t]);
  useEffect(() => tool?.mark(marks), [tool, marks, known]);
  const { replace, undo, canGoBack } = useReplacing(tool, latest, tell);
  return { tool, all: known.all, chosen: known.chosen, fault, replace, undo, canUndo: known.canUndoStep || canGoBack, canRedo: known.canRedo };
}

/** Putting one drawing in the place of another, and taking that back when everything drawn since is undone. */
function useReplacing(tool: DrawingTool | undefined, latest: RefObject<string>, tell: RefObject<(xml: string) => void>) {
  const [before, setBefore] = useState<readonly string[]>([]);
  const show = useCallback(async (next: string): Promise<void> => {
    await tool?.open(next);
    latest.current = next;
    tell.current(next);
  }, [tool, latest, tell]);
  const replace = useCallback(async (next: string): Promise<void> => {
    const old = latest.current;
    await show(next).catch(async (cause: unknown) => {
      await tool?.open(old);
      throw cause;
    });
    setBefore((all) => [...all, old]);
  }, [show, tool, latest]);
  const undo = useCallback((): void => {
    const last = before.at(-1);
    if (tool?.canUndo()) tool.undo();
    else if (last !== undefined) {
      setBefore((all) => all.slice(0, -1));
      void show(last);
    }
  }, [before, show, tool]);
  return { replace, undo, canGoBack: before.length > 0 };
}
