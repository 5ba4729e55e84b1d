import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { KeyCap } from './key-cap.tsx';

/** How an act looks: the main one, a lesser one, a destructive one, or a quiet one inside a line. */
export type ActKind = 'primary' | 'secondary' | 'danger' | 'quiet';

/** A button of the workbench: says the act and, as a small cap, the key that does the same. */
export function ActButton(
  { kind = 'secondary', icon, keys, busy = false, children, ...rest }:
  { readonly kind?: ActKind; readonly icon?: IconName; readonly keys?: string | undefined; readonly busy?: boolean; readonly children: ReactNode; readonly 'data-finish'?: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>,
): ReactElement {
  return (
    <button type="button" {...rest} className={`wb-act wb-act--${kind}`} {...(keys ? { 'aria-keyshortcuts': keys.replaceAll(' / ', ' ').replaceAll('Ctrl', 'Control') } : {})} {...(busy ? { disabled: true, 'aria-busy': true } : {})}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
      {keys ? <KeyCap keys={keys} /> : null}
    </button>
  );
}
