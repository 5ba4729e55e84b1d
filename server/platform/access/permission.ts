import type { Actor, Role } from '../../kernel/actor.ts';

/** What a route needs: a public name and who may try it at all. What an actor may do with one object is the domain's policy. */
export interface Permission {
  /** `domain.verb`, public and stable. */
  readonly id: string;
  readonly mayTry: (actor: Actor) => boolean;
  /** Besides, whoever tries must have shown a second factor within the last quarter of an hour (step-up); else the answer says that one is needed. */
  readonly fresh?: true;
}

/** The same permission, for an act that a session left open must not be enough for: asks for a fresh second factor. */
export const fresh = (permission: Permission): Permission => ({ ...permission, fresh: true });

/** Everybody, signed in or not. */
export const anyone = (id: string): Permission => ({ id, mayTry: () => true });

/** A resident, or staff holding one of the roles. */
export const residentsAnd = (id: string, ...roles: readonly Role[]): Permission => ({
  id,
  mayTry: (actor) => actor.kind === 'resident' || (actor.kind === 'staff' && actor.posts.some((post) => roles.includes(post.role))),
});

/** Residents alone. */
export const residents = (id: string): Permission => residentsAnd(id);

/** Staff holding one of the roles. */
export const staff = (id: string, ...roles: readonly Role[]): Permission => ({
  id,
  mayTry: (actor) => actor.kind === 'staff' && actor.posts.some((post) => roles.includes(post.role)),
});

/** A phone that is proven but belongs to nobody yet. */
export const newcomers = (id: string): Permission => ({ id, mayTry: (actor) => actor.kind === 'newcomer' });

/** Whoever has a session. */
export const signedIn = (id: string): Permission => ({ id, mayTry: (actor) => actor.kind !== 'anonymous' });
