import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accept, refuse } from '../../kernel/decider.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { keysFromDocument, newKeyDocument, unwrapKey, type Keys } from '../crypto/index.ts';
import { newId } from '../ids.ts';
import { openSealed, type DomainFact } from '../ledger/chain.ts';
import { batchWriter, type BatchWriter } from './batch-writer.ts';
import { databaseClock, type DatabaseClock } from './clock.ts';
import { runCommand, type ActingActor, type Command, type CommandDomain, type Meta, type Pipeline } from './run-command.ts';

/** A domain as small as one can be: a petition that people sign, closed at five names. */
type PetitionFact = DomainFact & { readonly kind: 'petition_opened' | 'petition_signed'; readonly content: { readonly name: string } };
type Petition = { readonly opener: string; readonly names: readonly string[] };

const anna: ActingActor = { kind: 'resident', partyId: '0190a000-0000-7000-8000-00000000000a' };
const bo: ActingActor = { kind: 'resident', partyId: '0190a000-0000-7000-8000-00000000000b' };

const newKeys = (): Keys => {
  const read = keysFromDocument(newKeyDocument());
  if (!read.ok) throw new Error(read.missing.join());
  return read.keys;
};

describe('one command through the pipeline', () => {
  let fresh: FreshDatabase;
  let keys: Keys;
  let clock: DatabaseClock;
  let writer: BatchWriter;
  let pipeline: Pipeline;
  let domain: CommandDomain<Petition, PetitionFact>;

  beforeAll(async () => {
    fresh = await freshDatabase();
    await fresh.owner.query(`
      create schema trial;
      create table trial.petitions (matter_id uuid primary key, seq int not null, head bytea not null, state jsonb not null);
      create function trial.append(batch jsonb) returns void language plpgsql as $$
      begin
        perform platform.append(batch);
        insert into trial.petitions as t (matter_id, seq, head, state)
        select r.matter_id, r.seq, decode(r.head, 'hex'), r.state from jsonb_to_recordset(batch -> 'states') as r(matter_id uuid, seq int, head text, state jsonb)
        on conflict (matter_id) do update set seq = excluded.seq, head = excluded.head, state = excluded.state;
        if batch -> 'states' @> '[{"state": {"names": ["nobody can write this"]}}]' then raise exception 'the domain itself fails' using errcode = 'YM999'; end if;
      end $$;
      grant usage on schema trial to yimen_app; grant select, insert, update on trial.petitions to yimen_app; grant execute on function trial.append to yimen_app;`);
    keys = newKeys();
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    const { pool } = fresh.database;
    clock = await databaseClock(pool);
    writer = batchWriter(pool, 'trial.append', clock);
    pipeline = { clock, keys, log: 'test/matters/v1', recorder: batchWriter(pool, 'platform.append', clock) };
    domain = {
      writer,
      evolve: (state, fact) => ({ opener: state?.opener ?? fact.by.id, names: [...(state?.names ?? []), ...(fact.kind === 'petition_signed' ? [fact.content.name] : [])] }),
      load: async (matterId, commandId) => {
        const { rows } = await pool.query<{ state: Petition; seq: number; head: string; at: string; wrapped: Buffer; digest: string | null }>(
          `select p.state, p.seq, encode(p.head, 'hex') as head, f.at, k.wrapped, encode(c.digest, 'hex') as digest from trial.petitions p
           join platform.facts f on f.matter_id = p.matter_id and f.seq = p.seq join platform.data_keys k on k.owner_id = p.matter_id left join platform.commands c on c.matter_id = p.matter_id and c.command_id = $2 where p.matter_id = $1`,
          [matterId, commandId],
        );
        const row = rows[0];
        if (!row) return undefined;
        const key = unwrapKey(keys, matterId, row.wrapped);
        if (!key.ok) throw new Error(key.code);
        return { state: row.state, head: { seq: row.seq, hash: row.head }, at: row.at, dataKey: key.dataKey, done: row.digest === null ? null : { digest: row.digest } };
      },
      rule: () => ({ petition: 1 }),
      rows: () => ({}),
      jobs: (_state, facts) => facts.map((fact) => ({ kind: `petitions.${fact.kind}`, payload: { name: fact.content.name } })),
    };
  });

  const on = (matterId: string): CommandDomain<Petition, PetitionFact> => ({ ...domain, rows: (state, _before, head) => ({ states: [{ matter_id: matterId, seq: head.seq, head: head.hash, state }] }) });

  type Named = { name: string };
  const opening = (matterId: string, commandId: string, actor = anna, body: Named = { name: 'more benches' }): Command<Petition, PetitionFact, string> => ({
    commandId, matterId, name: 'open_petition', actor, body, creates: {}, may: () => true,
    decide: (state, meta) => (state ? refuse('petition.there_already') : accept<PetitionFact>({ kind: 'petition_opened', ...meta, content: body, sealed: { words: `please, ${body.name}` } })),
  });
  const signing = (matterId: string, commandId: string, actor = anna, body: Named = { name: 'An' }, more: Partial<Command<Petition, PetitionFact, string>> = {}): Command<Petition, PetitionFact, string> => ({
    commandId, matterId, name: 'sign_petition', actor, body, may: () => true,
    decide: (state: Petition | null, meta: Meta) => ((state?.names.length ?? 0) >= 5 ? refuse('petition.full') : accept<PetitionFact>({ kind: 'petition_signed', ...meta, content: body })),
    ...more,
  });
  const run = (command: Command<Petition, PetitionFact, string>) => runCommand(pipeline, on(command.matterId), command);
  const opened = async (): Promise<string> => {
    const matterId = newId();
    expect(await run(opening(matterId, newId()))).toMatchObject({ ok: true, repeated: false });
    return matterId;
  };

  /** How many rows each table holds of a matter. */
  const counts = async (matterId: string): Promise<Record<string, number>> => {
    const counted: Record<string, number> = {};
    for (const table of ['facts', 'particulars', 'data_keys', 'commands', 'access_records', 'jobs']) {
      const { rows } = await fresh.owner.query<{ n: string }>(`select count(*) n from platform.${table} where ${table === 'data_keys' ? 'owner_id' : 'matter_id'} = $1`, [matterId]);
      counted[table] = Number(rows[0]?.n);
    }
    return counted;
  };
  const outcomes = async (matterId: string): Promise<readonly string[]> =>
    (await fresh.owner.query<{ outcome: string }>('select outcome from platform.access_records where matter_id = $1 order by record_id', [matterId])).rows.map((row) => row.outcome);

  /** As if the matter's facts were of another time than this: only a superuser past every fence can do that. */
  const movedBy = async (matterId: string, interval: string): Promise<string> => {
    await fresh.owner.query(`set session_replication_role = replica`);
    await fresh.owner.query('update platform.facts set at = at + $2::interval where matter_id = $1', [matterId, interval]);
    await fresh.owner.query(`reset session_replication_role`);
    return matterId;
  };

  it('writes facts, state, sealed part, key, command, access record and jobs together', async () => {
    const matterId = await opened();
    expect(await counts(matterId)).toEqual({ facts: 1, particulars: 1, data_keys: 1, commands: 1, access_records: 1, jobs: 1 });
    const { rows } = await fresh.owner.query(`select kind, payload, attempts from platform.jobs where matter_id = $1`, [matterId]);
    expect(rows).toEqual([{ kind: 'petitions.petition_opened', payload: { name: 'more benches' }, attempts: 0 }]);
  });

  describe('where the clock was set back by an hour since the newest fact', () => {
    const setBack = async (): Promise<string> => movedBy(await opened(), '1 hour');
    const moments = async (matterId: string): Promise<readonly number[]> => (await fresh.owner.query<{ at: Date }>('select at from platform.facts where matter_id = $1 order by seq', [matterId])).rows.map((row) => row.at.getTime());

    it('lets what follows bear that fact’s moment, and other matters their own', async () => {
      const matterId = await setBack();
      expect(await run(signing(matterId, newId()))).toMatchObject({ ok: true, head: { seq: 2 } });
      const [first = 0, second = 0] = await moments(matterId);
      expect(second).toBe(first);
      const [other = 0] = await moments(await opened());
      expect(other).toBeLessThan(first - 3_000_000);
    });

    it('is refused by the database where a command does not know of it', async () => {
      const matterId = await setBack();
      const blind: typeof domain = { ...on(matterId), load: async (id, commandId) => {
        const loaded = await domain.load(id, commandId);
        if (!loaded) return undefined;
        const { at: _, ...rest } = loaded;
        return rest;
      } };
      await expect(runCommand(pipeline, blind, signing(matterId, newId()))).rejects.toMatchObject({ code: 'YM001' });
      expect(await moments(matterId)).toHaveLength(1);
    });
  });

  it('marks facts of a time when the clock is doubted, and no others', async () => {
    const matterId = await opened();
    clock.doubt?.();
    await run(signing(matterId, newId()));
    const { rows } = await fresh.owner.query<{ rule: object }>('select rule from platform.facts where matter_id = $1 order by seq', [matterId]);
    expect(rows.map((row) => row.rule)).toEqual([{ petition: 1 }, { petition: 1, clock: 'suspect' }]);
  });

  it('writes nothing of it when the domain’s own rows cannot be written', async () => {
    const matterId = await opened();
    const before = await counts(matterId);
    await expect(run(signing(matterId, newId(), anna, { name: 'nobody can write this' }))).rejects.toMatchObject({ code: 'YM999' });
    expect(await counts(matterId)).toEqual(before);
    expect(await run(signing(matterId, newId()))).toMatchObject({ ok: true, head: { seq: 2 } });
  });

  it('keeps words sealed: they open with the matter’s key and nowhere else', async () => {
    const [matterId, other] = [await opened(), await opened()];
    const { rows } = await fresh.owner.query<{ sealed: Buffer; wrapped: Buffer }>('select sealed, wrapped from platform.particulars p join platform.data_keys k on k.owner_id = p.matter_id where matter_id = $1', [matterId]);
    const [row] = rows;
    const key = unwrapKey(keys, matterId, row?.wrapped ?? Buffer.alloc(0));
    if (!key.ok || !row) throw new Error('no key');
    expect(openSealed(key.dataKey, matterId, 1, row.sealed)).toEqual({ ok: true, value: { words: 'please, more benches' } });
    expect(openSealed(key.dataKey, matterId, 2, row.sealed).ok, 'moved to another fact').toBe(false);
    expect(openSealed(key.dataKey, other, 1, row.sealed).ok, 'moved to another matter').toBe(false);
    const bent = Buffer.from(row.sealed);
    bent[bent.length - 1] = (bent[bent.length - 1] ?? 0) ^ 1;
    expect(openSealed(key.dataKey, matterId, 1, bent).ok, 'altered').toBe(false);
    expect(row.sealed.includes('benches')).toBe(false);
  });

  it('answers the same command twice alike, with one effect', async () => {
    const matterId = await opened();
    const commandId = newId();
    const first = await run(signing(matterId, commandId));
    const second = await run(signing(matterId, commandId));
    expect(first).toMatchObject({ ok: true, repeated: false, head: { seq: 2 } });
    expect(second).toMatchObject({ ok: true, repeated: true, head: { seq: 2 }, state: { names: ['An'] } });
    expect(await counts(matterId)).toMatchObject({ facts: 2, commands: 2, jobs: 2 });
  });

  it.each([
    ['creates a matter', opening],
    ['acts on a matter', signing],
  ])('has one effect when a command that %s comes 200 times at once', async (_what, make) => {
    const matterId = make === signing ? await opened() : newId();
    const already = make === signing ? 1 : 0;
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 200 }, () => run(make(matterId, commandId))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(200);
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
    expect(await counts(matterId)).toMatchObject({ facts: already + 1, commands: already + 1, jobs: already + 1 });
  });

  it('refuses a command id used before with another body or by another actor', async () => {
    const matterId = await opened();
    const commandId = newId();
    await run(signing(matterId, commandId));
    expect(await run(signing(matterId, commandId, anna, { name: 'Bo' }))).toEqual({ ok: false, code: 'command.reused_id', params: {} });
    expect(await run(signing(matterId, commandId, bo))).toEqual({ ok: false, code: 'command.reused_id', params: {} });
    expect(await counts(matterId)).toMatchObject({ facts: 2 });
    expect(await outcomes(matterId)).toEqual(['done', 'done', 'command.reused_id', 'command.reused_id']);
  });

  it('does not tell who may not act that a command id was used', async () => {
    const matterId = await opened();
    const commandId = newId();
    await run(signing(matterId, commandId));
    expect(await run(signing(matterId, commandId, bo, { name: 'Bo' }, { may: () => false }))).toEqual({ ok: false, code: 'matter.unknown', params: {} });
    expect(await run(signing(newId(), commandId, bo))).toEqual({ ok: false, code: 'matter.unknown', params: {} });
  });

  it('lets exactly one of two openers of the same matter win and tells the other the law', async () => {
    const matterId = newId();
    const answers = await Promise.all([run(opening(matterId, newId(), anna)), run(opening(matterId, newId(), bo))]);
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.code)).sort()).toEqual(['petition.there_already', 'won']);
    expect(await counts(matterId)).toMatchObject({ facts: 1, data_keys: 1 });
  });

  it('decides the slower of two actors again, on what the faster left', async () => {
    const matterId = await opened();
    const answers = await Promise.all([run(signing(matterId, newId(), anna, { name: 'An' })), run(signing(matterId, newId(), bo, { name: 'Bo' }))]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const { rows } = await fresh.owner.query<{ seq: number; content: { name: string }; prev: string; hash: string }>(
      `select seq, content, encode(prev, 'hex') prev, encode(hash, 'hex') hash from platform.facts where matter_id = $1 order by seq`, [matterId]);
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
    expect(rows.slice(1).map((row) => row.content.name).sort()).toEqual(['An', 'Bo']);
    expect([rows[1]?.prev, rows[2]?.prev]).toEqual([rows[0]?.hash, rows[1]?.hash]);
  });

  it('never lets a crowd past the law: of thirty at once at most five sign, each told what holds for him', async () => {
    const matterId = await opened();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => run(signing(matterId, newId(), anna, { name: `n${index}` }))));
    const done = answers.filter((answer) => answer.ok).length;
    expect(done).toBeGreaterThanOrEqual(1);
    expect(done).toBeLessThanOrEqual(5);
    expect(new Set(answers.filter((answer) => !answer.ok).map((answer) => answer.code))).toSatisfy((codes: Set<string>) => [...codes].every((code) => ['matter.changed_meanwhile', 'petition.full'].includes(code)));
    expect(await counts(matterId)).toMatchObject({ facts: 1 + done, commands: 1 + done, jobs: 1 + done, access_records: 31 });
  });

  it('tells an actor who saw an older state that it has changed, and leaves only that record', async () => {
    const matterId = await opened();
    await run(signing(matterId, newId(), bo));
    const before = await counts(matterId);
    expect(await run(signing(matterId, newId(), anna, { name: 'An' }, { seenSeq: 1 }))).toEqual({ ok: false, code: 'matter.changed_meanwhile', params: {} });
    expect(await run(signing(matterId, newId(), anna, { name: 'An' }, { seenSeq: 2 }))).toMatchObject({ ok: true, head: { seq: 3 } });
    expect(await counts(matterId)).toEqual({ ...before, facts: 3, commands: 3, jobs: 3, access_records: (before.access_records ?? 0) + 2 });
  });

  it('leaves of a refused command nothing but its access record', async () => {
    const matterId = await opened();
    for (let index = 0; index < 5; index += 1) await run(signing(matterId, newId(), anna, { name: `n${index}` }));
    const before = await counts(matterId);
    expect(await run(signing(matterId, newId(), bo, { name: 'Bo' }))).toEqual({ ok: false, code: 'petition.full', params: {} });
    expect(await counts(matterId)).toEqual({ ...before, access_records: (before.access_records ?? 0) + 1 });
    const { rows } = await fresh.owner.query('select actor, act, outcome from platform.access_records where matter_id = $1 order by record_id desc limit 1', [matterId]);
    expect(rows).toEqual([{ actor: { kind: 'resident', id: bo.kind === 'resident' ? bo.partyId : '' }, act: 'sign_petition', outcome: 'petition.full' }]);
  });

  it('goes on after the machine slept: a doubted time is asked again, and the command done once', async () => {
    const matterId = await movedBy(await opened(), '-1 hour');
    const asleep = await databaseClock(fresh.database.pool);
    let isAwake = false;
    const sleeper: DatabaseClock = {
      ...asleep,
      now: () => (isAwake ? asleep.now() : new Date(asleep.nowMs() - 40_000).toISOString()),
      sample: async () => {
        await asleep.sample();
        isAwake = true;
      },
    };
    expect(await runCommand({ ...pipeline, clock: sleeper }, on(matterId), signing(matterId, newId()))).toMatchObject({ ok: true, head: { seq: 2 } });
    expect(await counts(matterId)).toMatchObject({ facts: 2, commands: 2, jobs: 2 });
  });

  it('is a fault, not a refusal, when the time stays wrong', async () => {
    const matterId = await movedBy(await opened(), '-1 hour');
    const wrong = { ...clock, now: () => new Date(clock.nowMs() - 40_000).toISOString() };
    await expect(runCommand({ ...pipeline, clock: wrong }, on(matterId), signing(matterId, newId()))).rejects.toMatchObject({ code: 'YM001' });
    expect(await counts(matterId)).toMatchObject({ facts: 1 });
  });
});
