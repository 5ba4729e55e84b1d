import { randomUUID } from 'node:crypto';
import * as wire from '../../contract/matters.ts';
import type { Draft, MatterView } from '../../contract/matters.ts';
import { pdf } from '../platform/files/odd-files.ts';
import { testApp, type Client, type TestApp, type TestAppOptions } from './app.ts';

/** 渔民村社区, Nanhu Subdistrict, Luohu: its centre, the street office and the bureau that handle what is filed there. */
export const community = '440303005014';
export const hall = `YM-${community}-hall`;
export const streetOffice = 'YM-440303005-public_service';
export const bureau = 'YM-440303-civil_affairs';

/** 高龄津贴, first application: reviewed by the street, decided by the district, approved by a second person. */
export const item = { taskCode: 'YM-05-0001-01', handlingItem: 'YM-05-0001-01-01' };
export const answers = { who_applies: 'self', hukou: 'shenzhen', age: 'over80' };
export const form = { for_other: false, address_line: '一门路12号3栋502室', pay_by: 'social_card', declaration: true };
/** The applicant's papers as seen at a window, and what the city fetches itself. */
export const seen = (['application_form', 'identity_card'] as const).map((materialCode) => ({ materialCode, form: 'seen_at_window' as const }));
export const fromCity = { materialCode: 'household_register', form: 'from_city' as const };

/** The fact an act refers to, under a command id of its own. */
export const act = (matter: Pick<MatterView, 'seq'>): { commandId: string; seenSeq: number } => ({ commandId: randomUUID(), seenSeq: matter.seq });
/** A sound PDF, each time another. */
export const paper = (text = ''): Buffer => pdf('', `% ${text} ${randomUUID()}\n`);
/** The matter as somebody who may see it sees it. */
export const view = (client: Client, matterId: string): Promise<MatterView> => client.good(wire.getMatter, { params: { matterId } });
/** The first link that is not done. */
export const openLink = (matter: MatterView): { matterId: string; linkId: string } => ({ matterId: matter.matterId, linkId: matter.links.find((link) => link.doneAt === null)?.linkId ?? '' });

/** A whole application with the staff whom the old-age allowance of one community passes. */
export interface AllowanceOffice extends TestApp {
  readonly clerk: Client;
  readonly reviewer: Client;
  /** holds both posts of the bureau */
  readonly officer: Client;
  readonly colleague: Client;
  readonly approver: Client;
  /** Another invented resident, signed in. */
  somebody(): ReturnType<TestApp['resident']>;
  /** A draft with everything in it but the filing. */
  completeDraft(client: Client): Promise<Draft>;
  /** Filed at the window in one call; answers the matter's id. */
  filedAtWindow(partyId: string): Promise<string>;
  accepted(matterId: string): Promise<MatterView>;
  claimed(client: Client, matterId: string): Promise<MatterView>;
  /** Filed, accepted and reviewed: it waits for the officer of the district. */
  beforeDecision(): Promise<string>;
}

/** Opens it on a database of its own. */
export async function allowanceOffice(options: TestAppOptions = {}): Promise<AllowanceOffice> {
  const t = await testApp(options);
  const holding = async (login: string, ...posts: readonly (readonly [string, 'window_clerk' | 'officer' | 'approver'])[]): Promise<Client> =>
    (await t.staff(login, posts.map(([institution, role]) => ({ institution, role })))).client;
  const clerk = await holding('clerk', [hall, 'window_clerk']);
  const reviewer = await holding('reviewer', [streetOffice, 'officer']);
  let people = 100;
  const office: AllowanceOffice = {
    ...t, clerk, reviewer, officer: await holding('officer', [bureau, 'officer'], [bureau, 'approver']), colleague: await holding('colleague', [bureau, 'officer']), approver: await holding('approver', [bureau, 'approver']),
    somebody: () => t.resident({ index: (people += 1) }),
    async completeDraft(client) {
      const draft = await client.good(wire.openDraft, { body: item });
      const params = { draftId: draft.draftId };
      await client.good(wire.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form, materials: [fromCity] } });
      for (const materialCode of ['application_form', 'identity_card']) {
        const kept = await client.upload(wire.attachFile, { ...params, materialCode }, { name: `${materialCode}.pdf`, content: paper(materialCode) });
        if (kept.status !== 201) throw new Error(kept.text);
      }
      return client.good(wire.getDraft, { params });
    },
    filedAtWindow: async (partyId) => (await clerk.good(wire.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] } })).matterId,
    accepted: async (matterId) => (await clerk.good(wire.acceptMatter, { params: { matterId }, body: act(await view(clerk, matterId)) })).matter,
    async claimed(client, matterId) {
      const matter = await view(client, matterId);
      return (await client.good(wire.claimLink, { params: openLink(matter), body: act(matter) })).matter;
    },
    async beforeDecision() {
      const matterId = await office.filedAtWindow((await office.somebody()).partyId);
      await office.accepted(matterId);
      const mine = await office.claimed(reviewer, matterId);
      await reviewer.good(wire.recordFinding, { params: openLink(mine), body: { ...act(mine), finding: 'passed', opinion: '材料齐全' } });
      return matterId;
    },
  };
  return office;
}
