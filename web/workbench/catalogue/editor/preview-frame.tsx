import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../../../contract/language.ts';

/** The styles of the residents' pages, as text. */
const portalCss = Object.values(import.meta.glob('../../../portal/portal.css', { query: '?inline', import: 'default', eager: true })).join('\n');

/** A page of its own inside the editor, with the residents' styles: so the preview looks as it will, in elder mode too, and nothing of the workbench leaks into it. */
export function PreviewFrame({ title, language, elder, shows, children }: { readonly title: string; readonly language: Language; readonly elder: boolean; /** id of what is scrolled to */ readonly shows: string | undefined; readonly children: ReactNode }): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const document = frame.current?.contentDocument;
    if (!document) return;
    const style = document.createElement('style');
    style.textContent = `${portalCss}\nbody { padding: 16px; }\n`;
    document.head.replaceChildren(style);
    setBody(document.body);
  }, []);
  useEffect(() => {
    const root = frame.current?.contentDocument?.documentElement;
    if (!root) return;
    root.lang = language;
    if (elder) root.dataset.elder = '';
    else delete root.dataset.elder;
  }, [language, elder, body]);
  useEffect(() => {
    const document = frame.current?.contentDocument;
    if (body) (shows ? document?.getElementById(shows) : document?.body)?.scrollIntoView({ block: 'start' });
  }, [shows, body, language]);
  return (
    <>
      <iframe ref={frame} className="ed-frame" title={title} />
      {body ? createPortal(children, body) : null}
    </>
  );
}
