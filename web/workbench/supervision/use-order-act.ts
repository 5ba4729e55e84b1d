import { useRef } from 'react';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ClosingGround, OrderView } from '../../../contract/supervision.ts';
import { answered, api, codeOf } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { orderDrafts } from './order-drafts.ts';

/** An act on an order with its words; id and fact number are added when it is sent. */
export type OrderAct = { readonly act: 'reply' | 'return'; readonly words: string } | { readonly act: 'close'; readonly ground: ClosingGround; readonly words: string };

async function call(orderId: string, act: OrderAct, meta: { readonly commandId: string; readonly seenSeq: number }): Promise<OrderView> {
  const params = { path: { orderId } };
  const body = { ...meta, words: act.words };
  switch (act.act) {
    case 'reply':
      return (await answered(api.POST('/api/v1/orders/{orderId}/reply', { params, body }))).order;
    case 'return':
      return (await answered(api.POST('/api/v1/orders/{orderId}/return', { params, body }))).order;
    case 'close':
      return (await answered(api.POST('/api/v1/orders/{orderId}/close', { params, body: { ...body, ground: act.ground } }))).order;
  }
}

/** Sends acts on one order. The same act sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
export function useOrderAct({ orderId, seq }: Pick<OrderView, 'orderId' | 'seq'>): UseMutationResult<OrderView, Error, OrderAct> {
  const client = useQueryClient();
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return useMutation({
    mutationFn: async (act) => {
      const told = JSON.stringify([act, seq]);
      if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
      return await call(orderId, act, { commandId: last.current.commandId, seenSeq: seq });
    },
    onSuccess: (order, act) => {
      orderDrafts.drop(orderId, act.act);
      client.setQueryData(['order', orderId], order);
      for (const head of ['orders', 'measures', 'staff-messages']) void client.invalidateQueries({ queryKey: [head] });
    },
    onError: (error) => {
      if (codeOf(error).startsWith('order.')) void client.invalidateQueries({ queryKey: ['order', orderId] });
    },
  });
}
