import { describe, expect, it } from 'vitest';
import type { TSchema } from 'typebox';
import { endpoints } from '../../../contract/endpoints.ts';
import { serializers, validators } from './lazy-compilers.ts';

const judge = (schema: object, httpPart: 'body' | 'querystring' = 'body') => validators({ schema: schema as TSchema, httpPart, method: 'POST', url: '/' }) as ((value: unknown) => boolean) & { errors: unknown };
const writerOf = (schema: object) => serializers()({ schema: schema as TSchema, method: 'GET', url: '/', httpStatus: '200' });

describe('Shapes compiled when a route is first called', () => {
  it('are all of the contract ones that compile: no caller is the first to find a faulty one', () => {
    const write = serializers();
    for (const { id, params, query, body, reply } of endpoints) {
      for (const [part, schema] of [['params', params], ['querystring', query], ['body', body]] as const) if (schema) expect(() => validators({ schema, httpPart: part, method: 'GET', url: id })(undefined), id).not.toThrow();
      if (reply) expect(() => write({ schema: reply, method: 'GET', url: id, httpStatus: '200' })({}), id).not.toThrow(SyntaxError);
    }
  });

  it('judge as if they had been compiled before: the faults of this value, none of the one before', () => {
    const isRight = judge({ type: 'object', required: ['n'], properties: { n: { type: 'integer' } }, additionalProperties: false });
    expect(isRight({ n: 'one', m: 2 })).toBe(false);
    expect(isRight.errors).toHaveLength(2);
    expect(isRight({ n: 1 })).toBe(true);
    expect(isRight.errors).toBeNull();
  });

  it('turn text into numbers in a query and nothing in a body', () => {
    const shape = { type: 'object', properties: { n: { type: 'integer' } } };
    expect(judge(shape, 'querystring')({ n: '3' })).toBe(true);
    expect(judge(shape)({ n: '3' })).toBe(false);
  });

  it('leave out of an answer what its shape does not name', () => {
    expect(writerOf({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false })({ a: 'x', secret: 'y' })).toBe('{"a":"x"}');
  });
});
