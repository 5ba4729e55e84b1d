import fc from 'fast-check';

/** A JSON Schema as far as the contract uses it (JSON Schema 2020-12, made by TypeBox). */
export interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values really met in answers, by the name of their field: what makes a generated call reach beyond "unknown". */
export interface Pool {
  readonly of: (name: string) => readonly unknown[];
}

const text = (shape: Shape): fc.Arbitrary<string> => {
  const { minLength = 0, maxLength = 40 } = shape;
  if (shape.format === 'date') return fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (shape.pattern !== undefined) return fc.stringMatching(new RegExp(shape.pattern)).filter((value) => value.length >= minLength && value.length <= (shape.maxLength ?? 1_000));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
};

/** Values of a shape: those met by this name four times of five, else invented ones. Made once for each shape; what is met later is used too. */
export function valueOf(shape: Shape, pool: Pool, name = ''): fc.Arbitrary<unknown> {
  const invented = inventedOf(shape, pool);
  if (name === '' || !['string', 'integer', 'object', 'array'].includes(shape.type ?? '')) return invented;
  return fc.tuple(fc.nat(4), fc.nat(10_000), invented).map(([chance, at, own]) => {
    const met = pool.of(name);
    return chance === 0 || met.length === 0 ? own : met[at % met.length];
  });
}

function inventedOf(shape: Shape, pool: Pool): fc.Arbitrary<unknown> {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => valueOf(one, pool)));
  if (shape.allOf) return fc.tuple(...shape.allOf.map((one) => valueOf(one, pool))).map((parts) => Object.assign({}, ...parts) as unknown);
  switch (shape.type) {
    case 'string':
      return text(shape);
    case 'integer':
      return fc.integer({ min: Math.max(shape.minimum ?? -5, -2_147_483_648), max: Math.min(shape.maximum ?? 100_000, 2_147_483_647) });
    case 'number':
      return fc.double({ min: shape.minimum ?? -1e6, max: shape.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const minLength = shape.minItems ?? 0;
      return fc.array(shape.items ? valueOf(shape.items, pool) : fc.jsonValue({ maxDepth: 1 }), { minLength, maxLength: Math.min(shape.maxItems ?? 4, minLength + 4) });
    }
    case 'object':
      return objectOf(shape, pool);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(shape: Shape, pool: Pool): fc.Arbitrary<unknown> {
  const open = shape.patternProperties ? Object.values(shape.patternProperties)[0] : typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined;
  if (!shape.properties && open) return fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), valueOf(open, pool), { maxKeys: 4 });
  const fields = Object.entries(shape.properties ?? {});
  return fc.record(Object.fromEntries(fields.map(([name, one]) => [name, valueOf(one, pool, name)])), { requiredKeys: [...(shape.required ?? [])] });
}

/** What goes wrong on the way: a field too many, one too few, another type, a text no database holds, a length beyond every bound. */
export const spoilers = ['as it is', 'as it is', 'as it is', 'field left out', 'unknown field', 'other type', 'odd text', 'long text', 'null', 'deep'] as const;
export type Spoiler = (typeof spoilers)[number];

const oddTexts = ['\u0000', '\ud800', '=cmd|x', "'; drop table platform.facts; --", '<script>alert(1)</script>', '../../etc/passwd', '%00', '\r\nset-cookie: a=b', '\u202e', '-0', '1e999', '00000000-0000-0000-0000-000000000000', '２０２６-１１-２３', '2026-02-30', '9999-12-31T23:59:59.999Z'];

/** The value spoiled in one place. `at` chooses the place and the text. */
export function spoiled(value: unknown, spoiler: Spoiler, at: number): unknown {
  if (spoiler === 'as it is') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return spoiler === 'null' ? null : spoiler === 'odd text' ? oddTexts[at % oddTexts.length] : spoiler === 'long text' ? 'x'.repeat(70_000) : value;
  const names = Object.keys(value);
  const name = names[at % Math.max(names.length, 1)] ?? 'x';
  const own = value as Readonly<Record<string, unknown>>;
  switch (spoiler) {
    case 'field left out':
      return Object.fromEntries(Object.entries(own).filter(([one]) => one !== name));
    case 'unknown field':
      return { ...own, __proto: 1, unknownField: at };
    case 'other type':
      return { ...own, [name]: typeof own[name] === 'string' ? at : { wrong: [String(at)] } };
    case 'odd text':
      return { ...own, [name]: oddTexts[at % oddTexts.length] };
    case 'long text':
      return { ...own, [name]: '一'.repeat(70_000) };
    case 'null':
      return { ...own, [name]: null };
    case 'deep':
      return { ...own, [name]: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown };
  }
}
