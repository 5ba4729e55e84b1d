import { useEffect, useState } from 'react';
import { useProcesses, useProcessXml } from './calls.ts';
import { tasksOf, type ProcessTask } from './process-tasks.ts';
import type { OwnProcess } from './process-section.tsx';

/** The tasks of the process an item follows: of its own drawing, or of one in use; undefined while they are not known. */
export function useTasks(processName: string, own: OwnProcess | null): readonly ProcessTask[] | undefined {
  const processes = useProcesses();
  const followed = processes.data?.processes.find((one) => one.processId === processName);
  const shared = useProcessXml(followed?.processId ?? '', own ? undefined : followed?.version);
  const xml = own ? own.bpmn : followed && shared.data?.bpmn;
  const [read, setRead] = useState<{ readonly xml: string; readonly tasks: readonly ProcessTask[] }>();
  useEffect(() => {
    if (!xml) return undefined;
    let wanted = true;
    tasksOf(xml).then((tasks) => wanted && setRead({ xml, tasks }), () => undefined);
    return () => {
      wanted = false;
    };
  }, [xml]);
  return read && read.xml === xml ? read.tasks : undefined;
}

/** A key that changes when the drawing was changed from elsewhere than the drawing itself: by an undo of the draft, by a reload. */
export function useOpenKey(bpmn: string | undefined): { readonly openKey: string; readonly drawn: (xml: string) => void } {
  const [known, setKnown] = useState({ xml: bpmn, key: 0 });
  if (bpmn !== known.xml) setKnown({ xml: bpmn, key: known.key + 1 });
  return { openKey: String(known.key), drawn: (xml) => setKnown((before) => ({ ...before, xml })) };
}
