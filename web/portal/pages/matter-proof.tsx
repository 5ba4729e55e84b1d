import type { ReactElement } from 'react';
import { proofMessages } from '../../../contract/messages/ledger.ts';
import { momentWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { speaker, uiOrOther } from '../../ui/speak.ts';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Section } from './section.tsx';

/** What is proven of a matter, as its applicant is told. */
export type Proof = Reply<'getProof'>;

/** 证明: which records of the matter stand in the log, the receipts to keep, and the page that checks them without us. */
export function MatterProof({ ctx, proof }: { readonly ctx: PageContext; readonly proof: Proof }): ReactElement {
  const { language, today } = ctx;
  const w = speaker(proofMessages, language);
  return (
    <Section id="proof" title={w('proof.title')}>
      <p>{w('proof.lead')}</p>
      <ul className="pt-papers">
        {proof.records.map((one) => (
          <li key={one.seq}>
            {one.index === null || one.signedAt === null ? (
              <>{uiOrOther(language, 'history', one.kind)}<span className="ym-quiet"> · {w('proof.waiting')}</span></>
            ) : (
              <>
                <a href={`/api/v1/matters/${proof.matterId}/proof/${one.seq}`}><Icon name="download" /> {w('proof.download', { record: uiOrOther(language, 'history', one.kind) })}</a>
                <br />
                <span className="ym-quiet">{w('proof.included', { place: one.index + 1, at: momentWords(one.signedAt, language, today) })}{one.isWitnessed ? (one.witnesses > 0 ? ` · ${w('proof.witnesses', { count: one.witnesses })}` : '') : ` · ${w('proof.witnesses_awaited')}`}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <p><a href="/yimen-verify.html" download=""><Icon name="download" /> {w('proof.verifier')}</a></p>
      <p className="ym-quiet">{w('proof.how')}</p>
      <details className="pt-more"><summary>{w('proof.acceptance')}</summary><pre className="pt-proof">{proof.acceptance}</pre></details>
    </Section>
  );
}
