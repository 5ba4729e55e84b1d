import type { ReactElement } from 'react';
import type { Factor, MySecurity } from '../../../contract/account.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { knowsPasskeys } from './passkey.ts';

interface Props {
  readonly security: MySecurity;
  readonly onAdd: (kind: 'totp' | 'passkey') => void;
  readonly onEnd: (factor: Factor) => void;
}

/** My second factors, and the ways to add one that work at this address and in this browser. */
export function FactorsPart({ security, onAdd, onEnd }: Props): ReactElement {
  const a = useAccountWords();
  const passkeys = security.passkeysPossible && knowsPasskeys();
  return (
    <section className="wb-account__part" aria-labelledby="account-factors">
      <h2 id="account-factors" tabIndex={-1}><Icon name="shield" /> {a('factors.title')}</h2>
      <p className="ym-quiet">{a('factors.why')}</p>
      {security.factors.length === 0 ? <EmptyState title={a('factors.none')}><p>{a('factors.none_how')}</p></EmptyState> : null}
      <ul className="wb-account__list">{security.factors.map((factor) => <FactorLine key={factor.factorId} factor={factor} onEnd={() => onEnd(factor)} />)}</ul>
      <div className="wb-acts__row">
        <ActButton kind={security.factors.length === 0 ? 'primary' : 'secondary'} onClick={() => onAdd('totp')}>{a('totp.add')}</ActButton>
        {passkeys ? <ActButton kind="secondary" onClick={() => onAdd('passkey')}>{a('passkey.add')}</ActButton> : null}
      </div>
      {passkeys ? null : <p className="ym-quiet">{a(security.passkeysPossible ? 'passkey.browser' : 'passkey.address')}</p>}
    </section>
  );
}

function FactorLine({ factor, onEnd }: { readonly factor: Factor; readonly onEnd: () => void }): ReactElement {
  const a = useAccountWords();
  const { language, today } = useWords();
  return (
    <li className="wb-account__line">
      <div>
        <strong>{factor.name}</strong> <Tag tone="info">{a(`factors.${factor.kind}`)}</Tag>
        <div className="ym-quiet ym-numerals">{a('factors.made', { at: momentWords(factor.madeAt, language, today) })} · {factor.lastUsedAt === null ? a('factors.unused') : a('factors.used', { at: momentWords(factor.lastUsedAt, language, today) })}</div>
      </div>
      <ActButton kind="danger" aria-label={a('factors.remove_named', { name: factor.name })} onClick={onEnd}>{a('factors.remove')}</ActButton>
    </li>
  );
}

/** From here on the paper in the drawer runs out. */
const fewCodes = 3;

/** How many recovery codes are left, and new ones. */
export function CodesPart({ security, onRenew }: { readonly security: MySecurity; readonly onRenew: () => void }): ReactElement {
  const a = useAccountWords();
  const left = security.recoveryCodesLeft;
  return (
    <section className="wb-account__part" aria-labelledby="account-codes">
      <h2 id="account-codes">{a('codes.title')}</h2>
      <p className="ym-quiet">{a('codes.why')}</p>
      {security.factors.length === 0 ? <p>{a('codes.after')}</p> : (
        <>
          {left <= fewCodes ? <Notice kind="wait" title={a('codes.low', { count: left })} /> : <p className="ym-numerals">{a('codes.left', { count: left })}</p>}
          <ActButton kind="secondary" onClick={onRenew}>{a('codes.renew')}</ActButton>
        </>
      )}
    </section>
  );
}
