import { describe, expect, test } from 'vitest';
import type { HandlingItem } from '../../../contract/catalogue.ts';
import { checklist } from './checklist.ts';

const text = (words: string): { 'zh-CN': string; 'zh-HK': string; en: string } => ({ 'zh-CN': words, 'zh-HK': words, en: words });
const material = (code: string, when?: HandlingItem['materials'][number]['when']): HandlingItem['materials'][number] => ({
  material_code: code, material_name: text(code), material_type: 'original', material_format: ['paper'], is_need: 'required', source_type: 'applicant', accept_stand: text('原件'), ...(when ? { when } : {}),
});
const option = (id: string, notEligible?: string): HandlingItem['questions'][number]['options'][number] => ({ id, text: text(id), ...(notEligible === undefined ? {} : { not_eligible: text(notEligible) }) });

/** A card with a replacement for a lost or a damaged one, by oneself or by an agent. */
const item: Pick<HandlingItem, 'questions' | 'materials'> = {
  questions: [
    { id: 'who', text: text('谁来办'), options: [option('self'), option('agent')] },
    { id: 'why', text: text('为什么'), options: [option('first'), option('again')] },
    { id: 'how', text: text('怎么没的'), when: [{ question: 'why', any_of: ['again'] }], options: [option('lost'), option('damaged'), option('sold', '卖掉的不补')] },
  ],
  materials: [
    material('identity_card'),
    material('power_of_attorney', [{ question: 'who', any_of: ['agent'] }]),
    material('old_card', [{ question: 'how', any_of: ['damaged'] }]),
    material('agent_statement', [{ question: 'who', any_of: ['agent'] }, { question: 'how', any_of: ['lost', 'damaged'] }]),
  ],
};
const of = (answers: Record<string, string>): unknown => {
  const answer = checklist(item, answers);
  return answer.ok ? { open: answer.checklist.openQuestions, not: answer.checklist.notEligible?.question ?? null, materials: answer.checklist.materials.map((one) => one.material_code) } : [answer.code, answer.params];
};

describe('The materials for a situation', () => {
  test('are those without a condition while nothing is answered, and every question but the conditional stands open', () => {
    expect(of({})).toEqual({ open: ['who', 'why'], not: null, materials: ['identity_card'] });
  });

  test('come with the answers, and a question comes when the one before calls for it', () => {
    expect(of({ who: 'agent', why: 'first' })).toEqual({ open: [], not: null, materials: ['identity_card', 'power_of_attorney'] });
    expect(of({ who: 'agent', why: 'again' })).toEqual({ open: ['how'], not: null, materials: ['identity_card', 'power_of_attorney'] });
    expect(of({ who: 'self', why: 'again', how: 'damaged' })).toEqual({ open: [], not: null, materials: ['identity_card', 'old_card'] });
  });

  test('need every clause of their condition', () => {
    expect(of({ who: 'agent', why: 'again', how: 'lost' })).toEqual({ open: [], not: null, materials: ['identity_card', 'power_of_attorney', 'agent_statement'] });
  });

  test('do not rest on an answer to a question that is no longer asked', () => {
    expect(of({ who: 'self', why: 'first', how: 'damaged' })).toEqual({ open: [], not: null, materials: ['identity_card'] });
    expect(of({ who: 'self', why: 'first', how: 'sold' })).toEqual({ open: [], not: null, materials: ['identity_card'] });
  });

  test('are none where an answer rules the item out, and the reason is said', () => {
    expect(of({ who: 'self', why: 'again', how: 'sold' })).toEqual({ open: [], not: 'how', materials: [] });
    const answer = checklist(item, { why: 'again', how: 'sold' });
    expect(answer.ok && answer.checklist.notEligible?.reason['zh-CN']).toBe('卖掉的不补');
  });
});

describe('An answer the item does not know', () => {
  test('is refused by question and option', () => {
    expect(of({ who: 'nobody' })).toEqual(['items.unknown_answer', { question: 'who', option: 'nobody' }]);
    expect(of({ where: 'here' })).toEqual(['items.unknown_answer', { question: 'where', option: 'here' }]);
    expect(of({ constructor: 'self' })).toEqual(['items.unknown_answer', { question: 'constructor', option: 'self' }]);
  });
});
