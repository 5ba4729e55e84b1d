import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

/** The slim bar at the top: city and product on the left, `tools` (language, elder mode, account) on the right; `skip` is the text of the link to the content. */
export function PageHeader({ city, product, homeHref, skip, tools }: { readonly city: string; readonly product: string; readonly homeHref: string; readonly skip: string; readonly tools?: ReactNode }): ReactElement {
  return (
    <>
      <a className="ym-skip" href="#content">{skip}</a>
      <header className="ym-header">
        <div className="ym-header__inside">
          <a className="ym-header__brand" href={homeHref}>
            <span className="ym-header__mark"><Icon name="door" /></span>
            <span>{city}<span className="ym-header__product"> {product}</span></span>
          </a>
          <div className="ym-header__tools ym-no-print">{tools}</div>
        </div>
      </header>
    </>
  );
}
