import { levelOf, type Unit, type UnitLevel, type UnitName } from './unit.ts';

/** What an institution is: a department (局), an office of a street, a community's work station, or a hall with windows. */
export type InstitutionCategory = 'department' | 'street_office' | 'community_station' | 'hall';

/** A department or hall of one unit. It lives and ends with its unit. */
export interface Institution {
  /** `YM-<unit>-<kind>`: ours, no official code being known (`codeIsOurs`). */
  readonly code: string;
  readonly category: InstitutionCategory;
  /** Department kind, kind of street office, `community_station`, or `hall`. */
  readonly kind: string;
  readonly unit: string;
  readonly level: UnitLevel;
  readonly name: UnitName;
  /** Department kinds it does the work of at its level; none for a hall. */
  readonly serves: readonly string[];
  /** Windows that take any item; 0 but for halls. */
  readonly generalWindows: number;
  readonly codeIsOurs: true;
  /** True where the name was found in a source of that unit. */
  readonly verified: boolean;
}

/** The shape of data/units/departments.json. */
export interface DepartmentFile {
  readonly version: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly field: UnitName;
    readonly city: UnitName;
    readonly district: UnitName;
    /** Kind of the street office that does its work, or null where no street office does. */
    readonly street: string | null;
    /** Whether a community's work station does its work. */
    readonly community: boolean;
    readonly verified: { readonly city: boolean; readonly district: boolean };
  }[];
  readonly streetOffices: readonly { readonly kind: string; readonly name: UnitName; readonly verified: boolean }[];
  readonly communityStation: { readonly kind: string; readonly name: UnitName; readonly verified: boolean };
  readonly halls: readonly { readonly level: string; readonly name: UnitName; readonly generalWindows: number; readonly verified: boolean }[];
}

/** Every institution of `units`, in the order of the units: departments, street offices, work stations, then the hall. Virtual communities and street codes that are no streets have none. */
export function institutionsOf(units: readonly Unit[], file: DepartmentFile): Institution[] {
  return units.filter((unit) => !unit.virtual && !unit.notAStreet).flatMap((unit) => [...workersOf(unit, file), ...hallsOf(unit, file)]);
}

function workersOf(unit: Unit, file: DepartmentFile): Institution[] {
  const level = levelOf(unit.kind);
  if (level === 'street') {
    return file.streetOffices.map((office) => {
      const serves = file.kinds.filter((kind) => kind.street === office.kind).map((kind) => kind.kind);
      return institution(unit, 'street_office', office.kind, office.name, serves, office.verified);
    });
  }
  if (level === 'community') {
    const station = file.communityStation;
    const serves = file.kinds.filter((kind) => kind.community).map((kind) => kind.kind);
    return [institution(unit, 'community_station', station.kind, station.name, serves, station.verified)];
  }
  return file.kinds.map((kind) => institution(unit, 'department', kind.kind, kind[level], [kind.kind], kind.verified[level]));
}

function hallsOf(unit: Unit, file: DepartmentFile): Institution[] {
  return file.halls
    .filter((hall) => hall.level === levelOf(unit.kind))
    .map((hall) => ({ ...institution(unit, 'hall', 'hall', hall.name, [], hall.verified), generalWindows: hall.generalWindows }));
}

function institution(unit: Unit, category: InstitutionCategory, kind: string, pattern: UnitName, serves: readonly string[], verified: boolean): Institution {
  return {
    code: `YM-${unit.code}-${kind}`,
    category,
    kind,
    unit: unit.code,
    level: levelOf(unit.kind),
    name: named(pattern, unit.shortName),
    serves,
    generalWindows: 0,
    codeIsOurs: true,
    verified,
  };
}

/** Fills `{unit}` with the unit's name and `{short}` with the name without its kind (罗湖, Luohu). */
function named(pattern: UnitName, unit: UnitName): UnitName {
  const fill = (language: keyof UnitName, short: string): string => pattern[language].replaceAll('{unit}', unit[language]).replaceAll('{short}', short);
  return {
    'zh-CN': fill('zh-CN', unit['zh-CN'].replace(/(市|新区|区|街道|社区)$/, '')),
    'zh-HK': fill('zh-HK', unit['zh-HK'].replace(/(市|新區|區|街道|社區)$/, '')),
    en: fill('en', unit.en.replace(/ (New District|District|Subdistrict|Community)$/, '')),
  };
}
