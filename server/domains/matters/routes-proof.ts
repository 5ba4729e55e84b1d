import * as wire from '../../../contract/ledger.ts';
import { refuse } from '../../kernel/decider.ts';
import type { FactRow } from '../../platform/ledger/chain.ts';
import { inclusionReceipt, ownCopy } from '../../platform/ledger/log/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { isApplicant, matterPermissions } from './policy.ts';
import type { Context } from './routes-context.ts';
import { readFor } from './routes-read.ts';
import type { MatterFile } from './store.ts';

/** What the applicant did or was told: how the matter began and how it ended. The steps in between are the offices' own. */
const told: readonly string[] = ['matter_filed', 'acceptance_refused', 'matter_withdrawn', 'terminated', 'decision_made', 'matter_completed'];

/** Facts that the applicant is given proof of; a decision only once he was told of it. */
export function provenFacts({ facts, state }: Pick<MatterFile, 'facts' | 'state'>): readonly FactRow[] {
  return facts.filter((fact) => told.includes(fact.kind) && (fact.kind !== 'decision_made' || state.completedAt !== null));
}

/** Proofs of one's own matter; another's is as unknown as one that is not there. */
export function proofRoutes(context: Context): readonly Route[] {
  const { factLog } = context;
  const ownFile = async (actor: Parameters<typeof readFor>[1], matterId: string) => {
    const read = await readFor(context, actor, matterId, 'read_proof');
    return read.ok && !isApplicant(actor, read.file.state) ? refuse('matter.unknown') : read;
  };
  return [
    route(wire.getProof, matterPermissions.readOwn, async ({ actor, params }) => {
      const found = await ownFile(actor, params.matterId);
      if (!found.ok) return found;
      const records = await Promise.all(provenFacts(found.file).map((fact) => recordOf(context, fact)));
      return reply({ matterId: params.matterId, acceptance: acceptanceOf(context, found.file.facts), records });
    }),
    route(wire.getProofFile, matterPermissions.readOwn, async ({ actor, params }) => {
      const found = await ownFile(actor, params.matterId);
      if (!found.ok) return found;
      const fact = provenFacts(found.file).find((one) => one.seq === Number(params.seq));
      if (!fact) return refuse('matter.unknown');
      const inclusion = await factLog.inclusion(params.matterId, fact.seq);
      if (!inclusion) return refuse('ledger.not_yet');
      return { ok: true, file: Buffer.from(inclusionReceipt(inclusion, ownCopy(factLog.chain, fact))), mediaType: 'text/plain; charset=utf-8', fileName: `${found.file.state.number}-${fact.seq}.tlog-proof` };
    }),
  ];
}

/** The signed promise for the first fact, as it was given at filing: the same text each time. */
export function acceptanceOf(context: Context, [first]: readonly Pick<FactRow, 'matter_id' | 'seq' | 'hash' | 'at'>[]): string {
  if (first === undefined) throw new RangeError('acceptanceOf: a matter has a first fact');
  return context.factLog.acceptance({ matterId: first.matter_id, seq: first.seq, hash: first.hash, at: first.at });
}

async function recordOf({ factLog }: Context, fact: FactRow): Promise<wire.ProvenRecord> {
  const inclusion = await factLog.inclusion(fact.matter_id, fact.seq);
  return {
    seq: fact.seq, kind: fact.kind, at: fact.at, hash: fact.hash, state: inclusion ? 'included' : 'waiting', index: inclusion?.index ?? null, size: inclusion?.checkpoint.size ?? null,
    signedAt: inclusion?.checkpoint.signedAt ?? null, witnesses: inclusion?.checkpoint.witnesses ?? 0, isWitnessed: inclusion?.isWitnessed ?? false,
  };
}

/** What a paper prints of the filing: its leaf hash, and the text of its code: the inclusion receipt without the record, or the promise while there is none. */
export async function paperProof(context: Context, { matterId, facts }: Pick<MatterFile, 'matterId' | 'facts'>): Promise<{ readonly text: string; readonly hash: string; readonly isIncluded: boolean }> {
  const inclusion = await context.factLog.inclusion(matterId, 1);
  const hash = facts[0]?.hash ?? '';
  return inclusion ? { text: inclusionReceipt(inclusion), hash, isIncluded: true } : { text: acceptanceOf(context, facts), hash, isIncluded: false };
}
