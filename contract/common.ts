/** Small shapes several domains share. */
import { Type, type Static, type TSchema } from 'typebox';

export const closed = { additionalProperties: false } as const;

/** A UUID in canonical lower-case form. */
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** A moment that there is, of the years 1000–2999: UTC, RFC 3339 with milliseconds and Z. */
export const Instant = Type.String({ format: 'date-time', pattern: '^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
/** A local date in Asia/Shanghai, one that the calendar has, of the years 1000–2999. */
export const LocalDate = Type.String({ format: 'date', pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$' });
/** Code of an administrative unit: 6 (city, district), 9 (street) or 12 (community) digits, as published. */
export const UnitCode = Type.String({ pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' });
/** Code of a department or hall (ours). */
export const InstitutionCode = Type.String({ minLength: 3, maxLength: 60, pattern: '^[A-Za-z0-9_.:-]+$' });
/** `commandId`: made by the client, one for each act; the same id again gives the same answer. */
export const CommandId = Uuid;
/** SHA-256 of a file, hex. */
export const FileId = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const nullable = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()]);
/** One of these texts. */
export const literals = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Union(values.map((v) => Type.Literal(v))));

/** One fault of the input: JSON Pointer of the field, code of the message, its parameters. */
export const FieldProblem = Type.Object(
  { pointer: Type.String(), code: Type.String(), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) },
  closed,
);
export type FieldProblem = Static<typeof FieldProblem>;

/** A refused or failed call, RFC 9457 (application/problem+json). `code` is stable and public; `title` is its sentence in the caller's language. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    errors: Type.Optional(Type.Array(FieldProblem)),
    /** number of the fault, for the log */
    instance: Type.Optional(Type.String()),
  },
  closed,
);
export type Problem = Static<typeof Problem>;
