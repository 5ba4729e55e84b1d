import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BulkAct } from '../../../contract/handling.ts';
import type { MatterRow } from '../../../contract/matters.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { rowKey } from './chosen-row.ts';

/** What an act on several rows needs beside them. */
export interface BulkWords {
  readonly words: string;
  readonly to?: string;
}

/** Where it stands: how many of how many, what failed and why, and a call that failed as a whole. */
export interface BulkState {
  readonly running: { readonly done: number; readonly count: number } | null;
  readonly told: { readonly done: number; readonly failed: ReadonlyMap<string, string> } | null;
  readonly error: unknown;
}

/** Rows of one call: so few that the screen can say how far it is. */
const perCall = 10;

const quiet: BulkState = { running: null, told: null, error: null };

/** Does one act to several rows, some at a time; answers what failed, by row, with the server's reason. The same id for all calls: what is sent again counts once. */
export function useBulk() {
  const client = useQueryClient();
  const [state, setState] = useState<BulkState>(quiet);
  const run = async (act: BulkAct, rows: readonly MatterRow[], { words, to }: BulkWords): Promise<ReadonlyMap<string, string> | undefined> => {
    const commandId = newCommandId();
    const failed = new Map<string, string>();
    let done = 0;
    setState({ running: { done: 0, count: rows.length }, told: null, error: null });
    try {
      for (let from = 0; from < rows.length; from += perCall) {
        const part = rows.slice(from, from + perCall);
        const body = { commandId, act, words, rows: part.map((row) => ({ matterId: row.matterId, linkId: row.linkId ?? '', seenSeq: row.seq })), ...(to === undefined ? {} : { to }) };
        const answer = await answered(api.POST('/api/v1/matters/bulk', { body }));
        for (const one of answer.rows) if (one.problem) failed.set(rowKey(one), one.problem.title);
        done += answer.rows.filter((one) => one.ok).length;
        setState({ running: { done: from + part.length, count: rows.length }, told: null, error: null });
      }
      setState({ running: null, told: { done, failed }, error: null });
      return failed;
    } catch (error) {
      setState({ running: null, told: null, error });
      return undefined;
    } finally {
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['matter'] });
    }
  };
  return { ...state, run, forget: () => setState(quiet) };
}
