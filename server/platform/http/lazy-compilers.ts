import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { TSchema } from 'typebox';

/**
 * Compilers of shapes that work when a route is first called. Some hundred routes compiled before the server listens would take half of a start, which
 * everybody waits for who was cut off; one route takes a few milliseconds of its first caller. A shape that stands in many routes is compiled once.
 */

/** Bodies: nothing is turned into something else. Everything that comes as text alone (parameters, queries, headers) is read as what it should be. */
const strict = new Ajv({ allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: false, strict: false });
const loose = new Ajv({ allErrors: true, coerceTypes: 'array', removeAdditional: false, strict: false });
addFormats.default(strict);
addFormats.default(loose);

/** Judges bodies strictly and the rest loosely; errors are ajv's. */
export const validators: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? strict : loose;
  let compiled: ReturnType<typeof ajv.compile> | undefined;
  const validate = (value: unknown): boolean => {
    compiled ??= ajv.compile(schema);
    const isRight = compiled(value) === true;
    validate.errors = compiled.errors ?? null;
    return isRight;
  };
  validate.errors = null as typeof strict.errors | null;
  return validate;
};

type Serialize = (answer: unknown) => string;

/** Writes answers by their shape: what the shape does not name is left out. */
export function serializers(): FastifySerializerCompiler<TSchema> {
  const build = SerializerSelector()({}, {}) as (shape: { schema: TSchema }) => Serialize;
  const built = new WeakMap<TSchema, Serialize>();
  return ({ schema }) => (answer) => {
    let serialize = built.get(schema);
    if (!serialize) built.set(schema, (serialize = build({ schema })));
    return serialize(answer);
  };
}
