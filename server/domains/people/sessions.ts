import type { Actor, HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { hashSecret, newSecret } from '../../platform/crypto/index.ts';
import { isAlive, isDueToBeSeen, sessionEnd } from './session-life.ts';
import { sweep, type Surroundings } from './surroundings.ts';
import { endSession, openSession, sessionSeen } from './store.ts';
import { endsAfter, halfwaySeconds, isFresh, type FactorOwner, type SessionStage } from './factor.ts';
import { endServiceSessions } from './city-identity-store.ts';
import { endSessionsOf, freshenSession } from './factor-store.ts';
import { findSession, type StoredSession } from './views.ts';

/** Whose session is opened. A newcomer is known by the sign-in that proved the phone. */
export type SessionOwner = { readonly kind: 'newcomer'; readonly signInId: Id } | { readonly kind: 'resident'; readonly partyId: Id } | { readonly kind: 'staff'; readonly staffId: Id };

/** An open session. */
export type Session = (
  | { readonly kind: 'newcomer'; readonly signInId: Id }
  | { readonly kind: 'resident'; readonly partyId: Id }
  | { readonly kind: 'staff'; readonly staffId: Id; readonly posts: readonly HeldPost[]; readonly standsInFor: readonly Id[] }
) & { readonly csrfToken: string; /** how far the sign-in has come: before `whole` it may do nothing but finish */ readonly stage: SessionStage; /** when a factor was last shown in it */ readonly freshAt: Instant | null };

/** How a session is opened: how far it has come, whether a factor was just shown, and from where. Left out: whole and fresh, from nowhere. */
export interface Opening {
  readonly stage?: SessionStage;
  readonly fresh?: boolean;
  readonly addressPart?: string;
  readonly browser?: string;
}

/** Sessions on the server (C-ID-4). */
export interface Sessions {
  /** Opens a session under a new random token; the one it takes the place of ends with it, so that a token known before a sign-in is worth nothing after it. */
  open(owner: SessionOwner, replaced: string | undefined, how?: Opening): Promise<{ token: string; csrfToken: string }>;
  /** `anew` asks the database even where an answer of less than a second ago is known. */
  read(token: string | undefined, anew?: boolean): Promise<Session | undefined>;
  end(token: string): Promise<void>;
  /** A factor was shown in this session just now. */
  freshen(token: string): Promise<void>;
  /** Ends one session of somebody by its name, or all but that of a token; answers how many. On every process within a second. */
  endOf(owner: FactorOwner, which: { readonly only: Id } | { readonly exceptToken: string | undefined }): Promise<number>;
  /** Ends the sessions that came from a sign-in at a service, or all of a subject there; answers whose they were. On every process within a second. */
  endAtService(at: { readonly issuer: string; readonly subject: string | null; readonly serviceSession: string | null }): Promise<readonly { readonly partyId: Id | null; readonly staffId: Id | null }[]>;
}

/** How long an answer of the database is believed: with it, ending a session or a post works within a second on every process. */
const believedMs = 750;
/** More tokens than ever come in a second; a flood of made-up ones empties the memory instead of filling it. */
const rememberedMost = 20_000;
/** What is over is forgotten with the first session opened in each hour: no job, no timer. */
const sweepEveryMs = 3_600_000;
/** 256 bits as base64url; anything else is no token of ours and is not asked about. */
const tokenShape = /^[\w-]{43}$/;

/** Sessions over the database, with a memory of less than a second. */
export function sessionsOver(around: Surroundings): Sessions {
  let sweptMs = Number.NEGATIVE_INFINITY;
  const remembered = new Map<string, { readonly session: Session | undefined; readonly readMs: number }>();

  async function read(token: string): Promise<Session | undefined> {
    const tokenHash = hashSecret(token);
    const stored = await findSession(around.database.handle, tokenHash, around.clock.now());
    const at = around.clock.now();
    if (!stored || !isAlive(stored, at)) return undefined;
    if (isDueToBeSeen(stored, at)) await sessionSeen(around.database.handle, tokenHash, at);
    return sessionOf(stored);
  }

  return {
    async open(owner, replaced, { stage = 'whole', fresh = true, addressPart = '', browser = '' } = {}) {
      const [token, csrfToken, at] = [newSecret(), newSecret(), around.clock.now()];
      const expiresAt = stage === 'whole' ? sessionEnd(owner.kind, at) : endsAfter(at, halfwaySeconds);
      const row = { tokenHash: hashSecret(token), kind: owner.kind, ownerId: ownerIdOf(owner), csrfToken, at, expiresAt, stage, freshAt: fresh ? at : null, addressPart, browser };
      await openSession(around.database.handle, row, replaced === undefined ? null : hashSecret(replaced));
      if (replaced !== undefined) remembered.delete(replaced);
      if (around.clock.nowMs() - sweptMs >= sweepEveryMs) {
        sweptMs = around.clock.nowMs();
        await sweep(around);
      }
      return { token, csrfToken };
    },
    async read(token, anew = false) {
      if (token === undefined || !tokenShape.test(token)) return undefined;
      const known = anew ? undefined : remembered.get(token);
      const readMs = around.clock.nowMs();
      if (known && readMs - known.readMs < believedMs) return known.session;
      const session = await read(token);
      if (remembered.size >= rememberedMost) remembered.clear();
      remembered.set(token, { session, readMs });
      return session;
    },
    async end(token) {
      await endSession(around.database.handle, hashSecret(token));
      remembered.delete(token);
    },
    async freshen(token) {
      await freshenSession(around.database.handle, hashSecret(token), around.clock.now());
      remembered.delete(token);
    },
    async endOf(owner, which) {
      const ended = await endSessionsOf(around.database.handle, owner, 'only' in which ? which : { except: which.exceptToken === undefined ? null : hashSecret(which.exceptToken) });
      remembered.clear();
      return ended;
    },
    async endAtService(at) {
      const ended = await endServiceSessions(around.database.handle, at);
      remembered.clear();
      return ended;
    },
  };
}

/** The actor of a session; without one, or before its sign-in is finished, anonymous. */
export function actorOf(session: Session | undefined): Actor {
  if (session?.stage !== 'whole') return { kind: 'anonymous' };
  switch (session.kind) {
    case 'newcomer':
      return { kind: 'newcomer' };
    case 'resident':
      return { kind: 'resident', partyId: session.partyId };
    case 'staff':
      return { kind: 'staff', staffId: session.staffId, posts: session.posts, ...(session.standsInFor.length > 0 ? { standsInFor: session.standsInFor } : {}) };
  }
}

function ownerIdOf(owner: SessionOwner): Id {
  switch (owner.kind) {
    case 'newcomer':
      return owner.signInId;
    case 'resident':
      return owner.partyId;
    case 'staff':
      return owner.staffId;
  }
}

function sessionOf(stored: StoredSession): Session {
  const { csrfToken, ownerId, stage, freshAt } = stored;
  const common = { csrfToken, stage, freshAt };
  switch (stored.kind) {
    case 'newcomer':
      return { kind: 'newcomer', signInId: ownerId, ...common };
    case 'resident':
      return { kind: 'resident', partyId: ownerId, ...common };
    case 'staff':
      return { kind: 'staff', staffId: ownerId, posts: stored.posts, standsInFor: stored.standsInFor, ...common };
  }
}

/** Whether a factor was shown in the session within the last quarter of an hour. */
export const isSessionFresh = (session: Session | undefined, at: Instant): boolean => session?.stage === 'whole' && isFresh(session.freshAt, at);
