import { describe, expect, it } from 'vitest';
import type { SituationQuestion } from '../../../contract/catalogue.ts';
import { answerQuestion, askedQuestions } from './situation.ts';

const text = { 'zh-CN': '问', 'zh-HK': '問', en: 'Q' };
const question = (id: string, when?: SituationQuestion['when']): SituationQuestion => ({ id, text, options: [{ id: 'yes', text }, { id: 'no', text }], ...(when ? { when } : {}) });
const questions = [
  question('agent'),
  question('relative', [{ question: 'agent', any_of: ['yes'] }]),
  question('proof', [{ question: 'agent', any_of: ['yes'] }, { question: 'relative', any_of: ['no'] }]),
  question('last'),
];

describe('situation questions at the window', () => {
  it('are asked only while every one of their conditions holds', () => {
    expect(askedQuestions(questions, {}).map((one) => one.id)).toEqual(['agent', 'last']);
    expect(askedQuestions(questions, { agent: 'yes' }).map((one) => one.id)).toEqual(['agent', 'relative', 'last']);
    expect(askedQuestions(questions, { agent: 'yes', relative: 'no' }).map((one) => one.id)).toEqual(['agent', 'relative', 'proof', 'last']);
  });

  it('an answer that ends a condition takes the answers hanging on it away, down the chain', () => {
    const answers = { agent: 'yes', relative: 'no', proof: 'yes', last: 'no' };
    expect(answerQuestion(questions, answers, 'agent', 'no')).toEqual({ agent: 'no', last: 'no' });
    expect(answerQuestion(questions, answers, 'relative', 'yes')).toEqual({ agent: 'yes', relative: 'yes', last: 'no' });
    expect(answers).toEqual({ agent: 'yes', relative: 'no', proof: 'yes', last: 'no' });
  });
});
