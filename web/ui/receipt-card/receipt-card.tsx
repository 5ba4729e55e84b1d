import type { ReactElement, ReactNode } from 'react';
import { Qr } from '../qr/qr.tsx';

/** Words and values of a receipt. */
export interface ReceiptWords {
  readonly title: string;
  readonly numberLabel: string;
  readonly number: string;
  readonly checkCodeLabel: string;
  readonly checkCode: string | null;
  readonly qrText: string;
  readonly qrLabel: string;
  readonly qrCaption: string;
}

/** The head of a receipt: number large, check code, QR code; whatever follows (date, rows) stands below. */
export function ReceiptCard({ words, children }: { readonly words: ReceiptWords; readonly children?: ReactNode }): ReactElement {
  return (
    <section className="ym-receipt" aria-labelledby="receipt-number">
      <div className="ym-receipt__head">
        <div className="ym-receipt__number">
          <h1 className="ym-receipt__title">{words.title}</h1>
          <p className="ym-receipt__label" id="receipt-number">{words.numberLabel}</p>
          <p className="ym-receipt__big ym-numerals">{words.number}</p>
          {words.checkCode ? <p className="ym-receipt__code">{words.checkCodeLabel} <strong className="ym-numerals">{words.checkCode}</strong></p> : null}
        </div>
        <figure className="ym-receipt__qr">
          <Qr text={words.qrText} label={words.qrLabel} />
          <figcaption>{words.qrCaption}</figcaption>
        </figure>
      </div>
      {children}
    </section>
  );
}
