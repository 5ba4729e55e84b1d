import * as wire from '../../contract/matters.ts';
import type { MatterView } from '../../contract/matters.ts';
import type { Fault, Size } from './frame/fault.ts';
import { mattersHold } from './frame/matters-hold.ts';
import { filingBody, newCommandId } from './frame/workload.ts';
import { newGate } from './x02-gate.ts';
import { act, callerOf, openLink, openOffice, type Answer, type Caller } from './x02-office.ts';

/** Pairs of handlers; fewer, but at least ten, where this machine does not do them in so many seconds. */
const sizes: Readonly<Record<Size, { readonly pairs: number; readonly seconds: number }>> = { quick: { pairs: 12, seconds: 2 }, gate: { pairs: 100, seconds: 8 }, full: { pairs: 5_000, seconds: 600 } };

/** What the slower of two is told: that it changed meanwhile, and he is shown how. Never a bare "no", never a fault. */
const reason = 'matter.changed_meanwhile';

interface Pair {
  readonly what: string;
  readonly answers: readonly Answer<typeof wire.claimLink>[];
}

/** Two officers who could both handle a matter filed at their hall. */
interface Desk {
  readonly hall: string;
  readonly left: Caller;
  readonly right: Caller;
}

/** A matter of the hall, accepted: first both take its link at once, then whoever has it grants and refuses at once, at two servers. */
async function pairsOnOne(desk: Desk, partyId: string): Promise<readonly Pair[]> {
  const filed = await desk.left.call(wire.fileMatter, { body: filingBody(desk, partyId, newCommandId()) as never });
  if (filed.status !== 201) throw new Error(`filing: ${filed.code}`);
  const { matterId } = filed.reply;
  const { matter } = await desk.left.good(wire.acceptMatter, { params: { matterId }, body: act({ seq: 1 }) });
  const link = { params: openLink(matter) };
  const claims = await Promise.all([desk.left, desk.right].map((one, at) => one.call(wire.claimLink, { ...link, body: act(matter) }, at)));
  const pair = { what: 'take', answers: claims };
  const winner = claims.findIndex((answer) => answer.status < 300);
  const holder = winner === 0 ? desk.left : desk.right;
  const mine: MatterView | undefined = claims[winner]?.reply.matter;
  if (!mine) return [pair];
  const decide = (outcome: 'granted' | 'refused', at: number) => holder.call(wire.proposeDecision, { ...link, body: { ...act(mine), outcome, opinion: '经审查。' } }, at);
  return [pair, { what: 'decide', answers: await Promise.all([decide('granted', 0), decide('refused', 1)]) }];
}

function judge({ what, answers }: Pair): string[] {
  const won = answers.filter((answer) => answer.status < 300);
  const codes = answers.filter((answer) => answer.status >= 300).map((answer) => answer.code);
  return [
    ...(won.length === 1 ? [] : [`INV-4: two ${what} at once: ${won.length} were told it was done (${codes.join(', ')})`]),
    ...codes.filter((code) => code !== reason).map((code) => `two ${what} at once: the other was told ${code}`),
  ];
}

/** */
export const fault: Fault = {
  id: 'X-04', title: 'two handlers decide at once', needs: [], seconds: { quick: 4, gate: 12, full: 600 },
  async run(size, tools) {
    const gate = newGate();
    const office = await openOffice(tools, gate.around);
    const { clerks, parties } = await tools.template();
    const half = 8;
    const desks = clerks.slice(0, half).map((clerk, n): Desk => ({ hall: clerk.hall, left: callerOf(office.apps, clerk), right: callerOf(office.apps, clerks[n + half] ?? clerk) }));
    const pairs: Pair[] = [];
    const started = performance.now();
    const work = async (desk: Desk): Promise<void> => {
      while (pairs.length < sizes[size].pairs && (pairs.length < 10 || performance.now() - started < sizes[size].seconds * 1000)) pairs.push(...(await pairsOnOne(desk, parties[tools.whole(0, parties.length - 1)] ?? '')));
    };
    await Promise.all(desks.slice(0, 4).map(work));
    const tookMs = performance.now() - started;
    const broken = [...pairs.flatMap(judge), ...(await mattersHold(office.store.owner, new Map()))];
    // The planted defect: whoever was slower is put behind the faster without being decided again. Two at once on a free machine meet within a few tries.
    gate.planted = 'careless';
    const [desk] = desks;
    let found: readonly string[] = [];
    for (let n = 0; n < 40 && desk && found.length === 0; n += 1) found = (await pairsOnOne(desk, parties[n] ?? '')).flatMap(judge).filter((one) => one.startsWith('INV-4'));
    const codes = pairs.flatMap((pair) => pair.answers.filter((answer) => answer.status >= 300).map((answer) => answer.code));
    return {
      faults: pairs.length, lost: 0, broken: broken.slice(0, 10), mutantsPlanted: 1, mutantsCaught: found.length > 0 ? 1 : 0, seed: tools.seed,
      figures: { pairs: pairs.length, perSecond: Math.round((pairs.length * 1000) / tookMs), told: [...new Set(codes)].map((code) => `${code} ${codes.filter((one) => one === code).length}`).join(', '), foundInPlanted: found.join('; ') },
    };
  },
};
