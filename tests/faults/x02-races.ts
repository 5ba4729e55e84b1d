import fc from 'fast-check';
import * as handling from '../../contract/handling.ts';
import * as wire from '../../contract/matters.ts';
import type { MatterView } from '../../contract/matters.ts';
import type { Fault, Size } from './frame/fault.ts';
import { mattersHold } from './frame/matters-hold.ts';
import { newGate, type Gate } from './x02-gate.ts';
import { act, openLink, openOffice, type Answer, type Office } from './x02-office.ts';

/** So many schedules; fewer, but at least ten, where this machine does not do them in so many seconds. */
const sizes: Readonly<Record<Size, { readonly schedules: number; readonly seconds: number }>> = { quick: { schedules: 12, seconds: 2 }, gate: { schedules: 100, seconds: 10 }, full: { schedules: 5_000, seconds: 900 } };

/** Races that run at once. */
const sideBySide = 4;
/** Long enough for both of the planted race to have read, however slow the machine. */
const plantedPatienceMs = 2_000;

/** One act of a person on a matter that stands in a certain place, at one of the two servers. */
type Act = (office: Office, matter: MatterView, server: number) => Promise<Answer<never>>;

const opinion = { opinion: '经审查，属实。' };
const on = (matter: MatterView) => ({ params: { matterId: matter.matterId }, body: act(matter) });
const onLink = (matter: MatterView) => ({ params: openLink(matter), body: act(matter) });
const more = <P, B extends object, M extends object>(sent: { params: P; body: B }, extra: M) => ({ params: sent.params, body: { ...sent.body, ...extra } });
const defects = [{ about: 'other' as const, code: '', fault: 'other' as const, words: '请补充说明' }];
const special = { type: 'special' as const, ground: 'hearing' as const, document: '深民听〔2026〕1号', announcedWorkingDays: 5 };
const withdraw: Act = (o, m, at) => o.resident.call(wire.withdrawMatter, on(m), at);
const person = (who: 'reviewers' | 'officers' | 'approvers', n: number) => (office: Office) => {
  const one = office[who][n];
  if (!one) throw new Error(`nobody of ${who}`);
  return one;
};
const [reviewer, officer, officer2, approver] = [person('reviewers', 0), person('officers', 0), person('officers', 1), person('approvers', 0)];

/** Where a matter stands, how it is brought there, and every act that is lawful there. */
const stages: readonly { readonly name: string; readonly bring: (office: Office) => Promise<string>; readonly acts: readonly Act[] }[] = [
  {
    name: 'received', bring: (o) => o.file(),
    acts: [
      (o, m, at) => o.clerk.call(wire.acceptMatter, on(m), at), (o, m, at) => o.clerk.call(wire.requestCorrection, more(on(m), { defects }), at),
      (o, m, at) => o.clerk.call(wire.refuseAcceptance, more(on(m), { ground: 'not_required' as const, words: '无需办理' }), at), withdraw,
    ],
  },
  {
    name: 'under review', bring: (o) => o.claimed(),
    acts: [
      (o, m, at) => reviewer(o).call(wire.recordFinding, more(onLink(m), { finding: 'passed' as const, ...opinion }), at), (o, m, at) => reviewer(o).call(wire.releaseLink, onLink(m), at),
      (o, m, at) => reviewer(o).call(handling.askOpinion, more(onLink(m), { institutions: ['YM-440303-civil_affairs'], workingDays: 2, words: '请核实' }), at),
      (o, m, at) => reviewer(o).call(wire.proposeLimitAct, more(on(m), { act: special, words: '需要听证' }), at), withdraw,
    ],
  },
  { name: 'nobody’s yet', bring: (o) => o.reviewed(), acts: [(o, m, at) => officer(o).call(wire.claimLink, onLink(m), at), (o, m, at) => officer2(o).call(wire.claimLink, onLink(m), at), withdraw] },
  {
    name: 'proposed', bring: (o) => o.proposed(),
    acts: [
      (o, m, at) => approver(o).call(wire.approveDecision, more(onLink(m), opinion), at), (o, m, at) => approver(o).call(wire.returnDecision, more(onLink(m), opinion), at),
      (o, m, at) => approver(o).call(wire.releaseLink, onLink(m), at), withdraw,
    ],
  },
];

/** Of which stage, which acts at which server, and in which order their questions reach the database. */
const schedules = fc.constantFrom(...stages).chain((stage) => fc.record({
  stage: fc.constant(stage),
  acts: fc.array(fc.record({ act: fc.nat({ max: stage.acts.length - 1 }), server: fc.nat({ max: 1 }) }), { minLength: 2, maxLength: 4 }),
  order: fc.array(fc.nat({ max: 11 }), { minLength: 12, maxLength: 12 }),
}));

interface Raced {
  readonly broken: string[];
  readonly won: number;
  readonly codes: readonly string[];
}

/** One schedule: everybody acts on the same matter as it was seen, at once. */
async function raceOnce(office: Office, gate: Gate, one: { stage: (typeof stages)[number]; acts: readonly { act: number; server: number }[]; order: readonly number[] }, patienceMs?: number): Promise<Raced> {
  const matterId = await one.stage.bring(office);
  const matter = await office.view(matterId);
  let turn = 0;
  const works = one.acts.map(({ act: which, server }) => async () => (await one.stage.acts[which]?.(office, matter, server)) ?? { status: 0, code: 'none', reply: undefined as never });
  const answers = await gate.race(works, () => one.order[(turn += 1) % one.order.length] ?? 0, patienceMs);
  const won = answers.filter((answer) => answer.status < 300).length;
  const { rows } = await office.store.owner.query<{ commands: string; others: string }>(
    `select (select count(*) from platform.commands where matter_id = $1 and (answer ->> 'seq')::int > $2 and actor not like 'system:%') as commands,
       (select count(*) from platform.commands where matter_id = $1 and (answer ->> 'seq')::int > $2 and actor like 'system:%') as others`, [matterId, matter.seq]);
  const [stored, others] = [Number(rows[0]?.commands), Number(rows[0]?.others)];
  const where = `${one.stage.name}, acts ${one.acts.map((each) => `${each.act}@${each.server}`).join(' ')}`;
  const broken = answers.filter((answer) => answer.status >= 500 || answer.status === 0).map((answer) => `${where}: ${answer.status} ${answer.code}`);
  if (won > 1) broken.push(`INV-4: ${where}: ${won} outcomes`);
  if (won === 0 && others === 0) broken.push(`INV-4: ${where}: nobody’s act had an effect: ${answers.map((answer) => answer.code).join(', ')}`);
  if (stored !== won) broken.push(`INV-1/2: ${where}: ${won} told it was done, ${stored} stored`);
  return { broken, won, codes: answers.filter((answer) => answer.status >= 400).map((answer) => answer.code) };
}

/** The planted defect must show where two officers take the same link at once, each having read before the other wrote. */
async function planted(office: Office, gate: Gate): Promise<readonly string[]> {
  const stage = stages[2];
  if (!stage) throw new Error('no stage');
  gate.planted = 'careless';
  const raced = await raceOnce(office, gate, { stage, acts: [{ act: 0, server: 0 }, { act: 1, server: 1 }], order: [0] }, plantedPatienceMs);
  gate.planted = 'none';
  return raced.broken;
}

/** X-02. */
export const fault: Fault = {
  id: 'X-02', title: 'acts on one matter at once, at two servers, in chosen orders', needs: [], seconds: { quick: 4, gate: 14, full: 600 },
  async run(size, tools) {
    const gate = newGate();
    const office = await openOffice(tools, gate.around);
    const broken: string[] = [];
    const codes = new Map<string, number>();
    const started = performance.now();
    let done = 0;
    const waiting = fc.sample(schedules, { numRuns: sizes[size].schedules, seed: tools.seed });
    const runSome = async (): Promise<void> => {
      for (let one = waiting.shift(); one && (done < 10 || performance.now() - started < sizes[size].seconds * 1000); one = waiting.shift()) {
        const raced = await raceOnce(office, gate, one);
        broken.push(...raced.broken);
        for (const code of raced.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
        done += 1;
      }
    };
    // Each race has a matter and a gate of its own: side by side they use the time in which one waits for the disk.
    await Promise.all(Array.from({ length: sideBySide }, runSome));
    broken.push(...(await mattersHold(office.store.owner, new Map())));
    const found = await planted(office, gate);
    return {
      faults: done, lost: 0, broken: broken.slice(0, 10), mutantsPlanted: 1, mutantsCaught: found.some((one) => one.startsWith('INV-4')) ? 1 : 0, seed: tools.seed,
      figures: { schedules: done, refusals: [...codes].map(([code, n]) => `${code} ${n}`).join(', '), msEach: Math.round((performance.now() - started) / done), foundInPlanted: found.join('; ') },
    };
  },
};
