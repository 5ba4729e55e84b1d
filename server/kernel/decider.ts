/** What a message needs to be told to a person: parameters of its sentence. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/** A refused command: a stable public code and its parameters, and, where single inputs are at fault, each of them by JSON Pointer (RFC 6901). */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly params: RefusalParams;
  readonly errors?: readonly InputFault[];
}

/** One input at fault. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly params: RefusalParams;
}

/** Facts that a command may lead to, in their order. */
export interface Accepted<Fact> {
  readonly ok: true;
  readonly facts: readonly Fact[];
}

/** The outcome of deciding: facts or a refusal, never an exception. */
export type Decision<Fact, Code extends string = string> = Accepted<Fact> | Refusal<Code>;

/** The command is lawful and these facts follow. */
export function accept<Fact>(...facts: readonly Fact[]): Accepted<Fact> {
  return { ok: true, facts };
}

/** The command is refused with a code that has a sentence in every language. */
export function refuse<Code extends string>(code: Code, params: RefusalParams = {}, errors?: readonly InputFault[]): Refusal<Code> {
  return errors ? { ok: false, code, params, errors } : { ok: false, code, params };
}

/** The state after facts, from a state: a left fold that cannot fail. */
export function replay<State, Fact>(evolve: (state: State, fact: Fact) => State, facts: readonly Fact[], initial: State): State {
  return facts.reduce(evolve, initial);
}
