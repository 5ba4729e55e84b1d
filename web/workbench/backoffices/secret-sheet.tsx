import { useState, type ReactElement } from 'react';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useBackofficeWords } from './backoffice-words.ts';

/** A new secret, this once; it goes with the sheet and is kept nowhere on this page. */
export function SecretSheet({ secret, callbackPath, onClose }: { readonly secret: string; readonly callbackPath: string; readonly onClose: () => void }): ReactElement {
  const { b } = useBackofficeWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(secret).then(() => setCopied(true), () => setCopied(false));
  return (
    <Sheet
      title={b('secret.once')} onClose={onClose} locked
      foot={<><ActButton kind="primary" onClick={onClose}>{b('secret.done')}</ActButton><ActButton icon={copied ? 'check' : 'file'} onClick={copy}>{b(copied ? 'secret.copied' : 'secret.copy')}</ActButton></>}
    >
      <Notice kind="wait" title={b('secret.once_how')} />
      <p><code className="wb-secret" data-stop tabIndex={0}>{secret}</code></p>
      <p className="ym-quiet">{b('callback.path')}: <code>{callbackPath}</code></p>
    </Sheet>
  );
}
