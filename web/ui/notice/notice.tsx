import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

/** What a notice is about. */
export type NoticeKind = 'info' | 'good' | 'wait' | 'bad';

const icons: Readonly<Record<NoticeKind, IconName>> = { info: 'info', good: 'check', wait: 'warning', bad: 'warning' };

/** Something to know before going on: stays on the page, never vanishes. */
export function Notice({ kind = 'info', title, children }: { readonly kind?: NoticeKind; readonly title?: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className={`ym-notice ym-notice--${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} />
      <div className="ym-notice__body">
        {title ? <p className="ym-notice__title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
