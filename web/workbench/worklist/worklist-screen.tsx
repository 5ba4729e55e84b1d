import { useRef, type ReactElement } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { MatterFile } from '../file/matter-file.tsx';
import { useWords } from '../words/words.tsx';
import { MatterList, type ListHandle } from './matter-list.tsx';

/** The desk of officers, approvers and clerks: left what waits, the most urgent first; right the whole file. */
export function WorklistScreen({ matterId }: { readonly matterId: string | undefined }): ReactElement {
  const { t } = useWords();
  const list = useRef<ListHandle>(null);
  return (
    <main className={matterId ? 'wb-desk wb-desk--open' : 'wb-desk'} id="content">
      <h1 className="ym-visually-hidden">{t('screen.worklist')}</h1>
      <MatterList ref={list} openId={matterId} />
      <div className="wb-desk__file">
        {matterId
          ? <><p className="wb-desk__back"><Link href="/worklist"><Icon name="back" /> {t('worklist.back')}</Link></p><MatterFile key={matterId} matterId={matterId} onNext={() => list.current?.focusRow()} /></>
          : <EmptyState title={t('worklist.choose')}><p>{t('worklist.choose_how')}</p></EmptyState>}
      </div>
    </main>
  );
}
