import { say, type Language } from '../../../contract/language.ts';
import { sayDay } from '../../../contract/messages/calendar.ts';
import { smsMessages } from '../../../contract/messages/sms.ts';
import { runCommand } from '../../platform/db/run-command.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { SendSms } from '../../platform/messages/index.ts';
import type { PaperPress } from '../../platform/papers/index.ts';
import { recordResultPaper } from './decide.ts';
import { flowJobs } from './jobs-flow.ts';
import { limitJobs } from './jobs-limits.ts';
import { promiseJobs } from './jobs-promises.ts';
import { telling } from './telling.ts';
import type { Matter, MatterFact } from './matter.ts';
import { commandDomain, topicsOf } from './routes-commands.ts';
import type { Context } from './routes-context.ts';
import { renderMatterPaper } from './routes-papers.ts';
import { insertMessage, readMatterFile } from './store.ts';
import { refuse } from '../../kernel/decider.ts';

/** Reactions to facts of matters. Each may run twice and counts once: message ids and command ids are the job's. */
export function matterJobs(context: Context, press: PaperPress, sendSms: SendSms): Readonly<Record<string, JobHandler>> {
  return {
    'matters.when_changed_tell': (job) => tell(context, sendSms, job.matterId, job.jobId, job.payload),
    'matters.when_completed_make_result': (job) => makeResult(context, press, job.matterId, job.jobId),
    ...limitJobs(context),
    ...flowJobs(context),
    ...promiseJobs(context),
  };
}

/** Texts go out in the language of the city's mainland residents; the message in the program is shown in whatever language it is read in. */
const smsLanguage: Language = 'zh-CN';

/** Tells the applicant: in the program, and by SMS where a phone is known. A gateway that asks for patience makes the job come again. */
async function tell(context: Context, sendSms: SendSms, matterId: string, jobId: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const fact = String(payload.fact);
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  const told = file && telling(file.state, fact, payload);
  if (!file || !told) return;
  const { state: matter } = file;
  const { template, on } = told;
  await insertMessage(context.database.handle, {
    partyId: matter.partyId, messageId: jobId, matterId, at: file.facts.findLast((one) => one.kind === fact)?.at ?? matter.receivedAt, template, params: { number: matter.number, ...(on ? { date: on } : {}) },
  });
  const phone = (await context.people.particulars(matter.partyId))?.phone;
  if (!phone) return;
  const params = { number: matter.number, ...(on ? { date: sayDay(on, smsLanguage) } : {}) };
  const sent = await sendSms({ to: phone, templateCode: template, params, language: smsLanguage, reference: jobId });
  if (sent.outcome === 'retry') throw new Error(`sms ${sent.code}: ${say(smsMessages[template], 'en', { number: matter.number })}`);
}

/** Makes the result paper, keeps it in the vault under the matter's key, and records its hash as a fact. */
async function makeResult(context: Context, press: PaperPress, matterId: string, jobId: string): Promise<void> {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  if (!file || file.state.resultFile) return;
  const paper = await renderMatterPaper(context, press, file, 'result', 'zh-CN');
  if (!('pdf' in paper)) throw new Error(`result paper of ${file.state.number}: ${paper.code} ${JSON.stringify(paper.params)}`);
  const kept = await context.vault.put(Buffer.from(paper.pdf), { dataKey: file.dataKey, declaredName: `${file.state.resultNumber ?? 'result'}.pdf` });
  if (!kept.ok) throw new Error(`result paper of ${file.state.number}: ${kept.code}`);
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, matterId), {
    commandId: jobId, matterId, name: 'record_result_paper', actor: { kind: 'system', job: 'matters.when_completed_make_result' }, body: { fileId: kept.file.fileId }, may: () => true,
    decide: (state, meta) => (state ? recordResultPaper(state, kept.file.fileId, kept.file.sizeBytes, meta) : refuse('matter.unknown')),
  });
  // Refused, because somebody else wrote the same moment: the job comes again, and finds the paper recorded or records it.
  if (!done.ok) throw new Error(`result paper of ${file.state.number}: ${done.code}`);
  context.wakeJobs();
  context.publish(topicsOf(done.state));
}
