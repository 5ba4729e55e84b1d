import * as wire from '../../../contract/matters.ts';
import { refuse } from '../../kernel/decider.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { wholeMinutes, type TryLimit } from '../../kernel/tries.ts';
import { isCheckCode } from '../../platform/crypto/index.ts';
import type { Tries } from '../../platform/db/tries.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import type { PaperPress } from '../../platform/papers/index.ts';
import { matterPermissions, standsInFor } from './policy.ts';
import { commandRoutes } from './routes-commands.ts';
import { findItem, institutionName, type Context } from './routes-context.ts';
import { bulkRoutes } from './routes-bulk.ts';
import { handlingRoutes } from './routes-handling.ts';
import { correctionRoutes } from './routes-corrections.ts';
import { limitRoutes } from './routes-limits.ts';
import { promiseRoutes } from './routes-promises.ts';
import { draftRoutes } from './routes-drafts.ts';
import { proofRoutes } from './routes-proof.ts';
import { filingRoutes } from './routes-filing.ts';
import { renderMatterPaper, validTo } from './routes-papers.ts';
import { readFenced } from './routes-reach.ts';
import { readFor } from './routes-read.ts';
import { standingRoutes } from './routes-standing.ts';
import { partStates } from './standing-views.ts';
import { itemNameOf, matterView, papersOf, personalPart, progressView, rowViews } from './routes-present.ts';
import { readMatterFile } from './store.ts';
import { byNumber, byResultNumber, doneBy, heldIn, listBound, messagesOf, ofParty, searchBound, waitingFor, type FoundMatter } from './views.ts';

/** Every route of this domain. */
export function matterRoutes(context: Context, press: PaperPress, tries: Tries): readonly Route[] {
  return [...draftRoutes(context), ...filingRoutes(context), ...commandRoutes(context), ...handlingRoutes(context), ...bulkRoutes(context), ...correctionRoutes(context), ...limitRoutes(context), ...promiseRoutes(context), ...readingRoutes(context), ...standingRoutes(context), ...proofRoutes(context), ...paperRoutes(context, press), ...publicRoutes(context, tries)];
}

function readingRoutes(context: Context): readonly Route[] {
  return [
    route(wire.getMatter, matterPermissions.read, async ({ actor, params }) => {
      const file = await readFor(context, actor, params.matterId, 'read');
      return file.ok ? reply(await matterView(context, actor, file.file)) : file;
    }),
    route(wire.myMatters, matterPermissions.readOwn, async ({ actor }) => reply({ matters: actor.kind === 'resident' ? await rowViews(context, actor, await readFenced(context, actor, (handle) => ofParty(handle, actor.partyId, actor.actsFor))) : [] })),
    route(wire.myMessages, matterPermissions.readOwn, async ({ actor }) => reply({ messages: actor.kind === 'resident' ? [...(await readFenced(context, actor, (handle) => messagesOf(handle, actor.partyId)))] : [] })),
    route(wire.getWorklist, matterPermissions.worklist, async ({ actor, query }) => {
      if (actor.kind !== 'staff') return refuse('matter.unknown');
      const { text, view = 'open' } = query;
      const most = text ? searchBound : listBound;
      const listed = await readFenced(context, actor, (handle) => (view === 'done' ? doneBy(handle, actor.staffId, actor.posts, most) : view === 'held' ? heldIn(handle, actor.staffId, actor.posts, most) : waitingFor(handle, actor.staffId, actor.posts, view, most, standsInFor(actor))));
      const rows = await rowViews(context, actor, listed.rows);
      if (!text) return reply({ rows, total: listed.total });
      const fitting = rows.filter((row) => matches(row, text));
      return reply({ rows: fitting.slice(0, listBound), total: fitting.length });
    }),
    route(wire.getMatterFile, matterPermissions.read, async ({ actor, params }) => {
      const found = await readFor(context, actor, params.matterId, 'read_file');
      if (!found.ok) return found;
      const ref = found.file.state.materials.flatMap((material) => material.files).find((one) => one.fileId === params.fileId);
      if (!ref) return refuse('matter.file_unknown');
      const read = await context.vault.readForDisplay(ref.fileId, found.file.dataKey, ref.mediaType as Parameters<typeof context.vault.readForDisplay>[2]);
      return read.ok ? { ok: true, file: read.bytes, mediaType: ref.mediaType, fileName: personalPart(found.file).fileNames[ref.fileId] ?? 'file', inline: true } : read;
    }),
  ];
}

function matches(row: wire.MatterRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [row.number, row.applicantMasked, ...Object.values(row.itemName), ...Object.values(row.areaName)].some((one) => one.toLowerCase().includes(wanted));
}

function paperRoutes(context: Context, press: PaperPress): readonly Route[] {
  return [
    route(wire.getPaper, matterPermissions.read, async ({ actor, params, query, language }) => {
      const found = await readFor(context, actor, params.matterId, `read_${params.paper}`);
      if (!found.ok) return found;
      const { file } = found;
      if (!papersOf(file.state).includes(params.paper)) return refuse('matter.paper_not_there');
      const fileName = `${file.state.number}-${params.paper}.pdf`;
      const kept = params.paper === 'result' && (query.language ?? 'zh-CN') === 'zh-CN' && file.state.resultFile && file.state.revokedAt === undefined ? await context.vault.read(file.state.resultFile, file.dataKey) : undefined;
      if (kept?.ok) return { ok: true, file: kept.bytes, mediaType: 'application/pdf', fileName, inline: true };
      const paper = await renderMatterPaper(context, press, file, params.paper, query.language ?? language, query.proposal);
      return 'pdf' in paper ? { ok: true, file: Buffer.from(paper.pdf), mediaType: 'application/pdf', fileName, inline: true } : refuse(paper.code, paper.params);
    }),
  ];
}

/** C-AV-1: a hall or a mobile network shares one address, so twenty slips an hour are left to it; of 729 million codes that many find nothing. */
const wrongCodesFromAddress: TryLimit = { name: 'wrong-codes-from-address', most: 20, seconds: 3_600, restartsAtMost: false };

function publicRoutes(context: Context, tries: Tries): readonly Route[] {
  const { handle } = context.database;
  /** What the number names, where the code belongs to it. Only a wrong guess is counted and written: right look-ups are free, however many share an address. */
  const opened = async (find: Promise<FoundMatter | undefined>, code: string, address: string, unknown: 'progress.unknown' | 'results.unknown') => {
    const [found, wait] = await Promise.all([find, tries.waitFrom(wrongCodesFromAddress, address)]);
    if (wait > 0) return refuse('progress.too_many_guesses', { minutes: wholeMinutes(wait) });
    if (found && isCheckCode(context.pipeline.keys, found.matterId, code)) return { ok: true as const, found };
    await tries.tooOftenFrom(wrongCodesFromAddress, address);
    return refuse(unknown);
  };
  return [
    route(wire.getProgress, matterPermissions.lookUp, async ({ query, address }) => {
      const found = await opened(byNumber(handle, query.number.trim()), query.code, address, 'progress.unknown');
      if (!found.ok) return found;
      const { matterId, state } = found.found;
      const moved = state.proposals.some((one) => one.outcome === 'approved');
      return reply(progressView(context, state, await partStates(handle, state), moved ? await readMatterFile(handle, context.pipeline.keys, matterId) : undefined));
    }),
    route(wire.verifyResult, matterPermissions.lookUp, async ({ params, query, address }) => {
      const looked = await opened(byResultNumber(handle, params.resultNumber.trim()), query.code, address, 'results.unknown');
      if (!looked.ok) return looked;
      const { found } = looked;
      const { state: matter } = found;
      const item = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
      if (!item || !matter.outcome || !matter.completedAt || !matter.decidedAt || !matter.resultNumber) return refuse('results.unknown');
      const holder = (await context.people.parties([matter.organisationId ?? matter.partyId])).get(matter.organisationId ?? matter.partyId);
      const months = item.item.implementation_item.result_valid_months;
      return reply({
        resultNumber: matter.resultNumber, itemName: itemNameOf(context, matter), resultName: item.item.implementation_item.result_name, outcome: matter.outcome, holderMasked: holder?.nameMasked ?? '',
        issuedAt: matter.completedAt, unitName: institutionName(context, matter.handlingInstitution), validTo: matter.outcome === 'granted' && months ? validTo(localDayOf(matter.decidedAt), months) : null, fileHash: matter.resultFile, revokedAt: matter.revokedAt ?? null,
      });
    }),
  ];
}
