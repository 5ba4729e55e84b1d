import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

/** What a button looks like: the one main action of a page, a lesser one, a destructive one, or one that looks like a link. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'link';

interface Shared {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** the icon stands after the word: for going forward */
  readonly iconAfter?: boolean;
  readonly children: ReactNode;
}

const classOf = (kind: ButtonKind = 'primary') => `ym-button ym-button--${kind}`;

function Inside({ icon, iconAfter, children }: Shared): ReactElement {
  return (
    <>
      {icon && !iconAfter ? <Icon name={icon} /> : null}
      <span>{children}</span>
      {icon && iconAfter ? <Icon name={icon} /> : null}
    </>
  );
}

/** A button. Verbs first: the word says the act. */
export function Button({ kind, icon, iconAfter, children, ...rest }: Shared & ButtonHTMLAttributes<HTMLButtonElement>): ReactElement {
  return (
    <button type="submit" {...rest} className={classOf(kind)}>
      <Inside icon={icon} iconAfter={iconAfter}>{children}</Inside>
    </button>
  );
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ kind, icon, iconAfter, children, href, download }: Shared & { readonly href: string; readonly download?: boolean }): ReactElement {
  return (
    <a className={classOf(kind)} href={href} {...(download ? { download: '' } : {})}>
      <Inside icon={icon} iconAfter={iconAfter}>{children}</Inside>
    </a>
  );
}

/** Buttons side by side, the main one first. */
export function ButtonRow({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="ym-button-row">{children}</div>;
}
