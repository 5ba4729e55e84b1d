import { codeOf, isFailure } from '../server/api.ts';
import type { Words } from './words.tsx';

/** What went wrong in one sentence: the server's own where it gave one, with the number of the fault for whoever looks after the server. */
export function failureWords(thrown: unknown, { t }: Words): string {
  const code = codeOf(thrown);
  if (code === 'network.unreachable') return t('failure.network');
  if (!isFailure(thrown) || code === 'server.failed' || thrown.problem.title === '') return t('failure.unknown');
  const { title, instance } = thrown.problem;
  return instance ? `${title} ${t('failure.number', { number: instance })}` : title;
}
