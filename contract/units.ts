/** Units of the city and the institutions (departments, halls) in them. */
import { Type, type Static } from 'typebox';
import { Localized } from './localized.ts';
import { closed, InstitutionCode, literals, LocalDate, nullable, UnitCode } from './common.ts';
import { endpoint } from './endpoint.ts';

export const unitKinds = ['city', 'district', 'functional_area', 'street', 'community'] as const;
export const UnitKind = literals(unitKinds);

/** A unit in force, short. */
export const Unit = Type.Object(
  { code: UnitCode, kind: UnitKind, name: Localized, parent: nullable(UnitCode), virtual: Type.Boolean(), notAStreet: Type.Boolean(), validTo: nullable(LocalDate) },
  closed,
);
export type Unit = Static<typeof Unit>;

/** A department or hall. `kind` is `hall` or a department kind. */
export const Institution = Type.Object(
  { code: InstitutionCode, kind: Type.String(), unit: UnitCode, name: Localized, codeIsOurs: Type.Boolean(), verified: Type.Boolean() },
  closed,
);
export type Institution = Static<typeof Institution>;

export const listUnits = endpoint({
  id: 'listUnits', method: 'GET', path: '/api/v1/units', tag: 'units',
  summary: 'Units below a parent, or units whose name or code matches a text, at most 100',
  query: Type.Object({ parent: Type.Optional(UnitCode), text: Type.Optional(Type.String({ maxLength: 40 })), kind: Type.Optional(UnitKind) }, closed),
  reply: Type.Object({ units: Type.Array(Unit) }, closed),
});
export const getUnit = endpoint({
  id: 'getUnit', method: 'GET', path: '/api/v1/units/:code', tag: 'units',
  summary: 'One unit with its ancestors (city first) and its institutions',
  params: Type.Object({ code: UnitCode }, closed),
  reply: Type.Object({ unit: Unit, ancestors: Type.Array(Unit), institutions: Type.Array(Institution) }, closed),
});
