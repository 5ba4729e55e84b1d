/** The materials of a bundle: each paper once, with everybody's reasons for it. */
import type { Localized } from '../../../contract/language.ts';
import type { Material } from '../../../contract/catalogue.ts';
import { standsOf } from './checklist.ts';
import type { Part, Situation } from './bundle-parts.ts';
import { both, conditionOf, either, inBundle, whenOf, type Condition } from './bundle-when.ts';
import { problem, type Problem } from './problem.ts';

interface Wanted {
  readonly material: Material;
  readonly parts: NonNullable<Material['for_parts']>;
}

/** Code of the one form that stands for the parts' own application forms. */
export const bundleForm = 'application_form';
const needs = ['required', 'deferrable', 'optional'] as const;

/**
 * Merges materials. One code is one paper: asked for once, as strictly as the strictest part, with what each part looks for. One code for papers of different names
 * is refused unless the definition names them apart. Forms that the parts' own questions fill in are one form. What the city holds for one part is not asked for by another.
 */
export function mergeMaterials(parts: readonly Part[], situations: ReadonlyMap<string, Situation>, formName: Localized): { readonly materials: readonly Material[]; readonly names: ReadonlyMap<string, Readonly<Record<string, string[]>>>; readonly problems: readonly Problem[] } {
  const wanted = new Map<string, Wanted>();
  const names = new Map<string, Record<string, string[]>>();
  const problems: Problem[] = [];
  for (const part of parts) {
    const { element } = part.definition;
    const situation = situations.get(element);
    const explicit: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(part.definition.materials ?? {}).flatMap(([code, own]) => own.map((one) => [one, code] as const)));
    const mapped: Record<string, string[]> = {};
    names.set(element, mapped);
    for (const code of Object.keys(explicit)) if (!part.handling.materials.some((one) => one.material_code === code)) problems.push(problem(`${part.at}/materials/${explicit[code] ?? ''}`, 'catalogue.bundle_material_unknown', { material: code }));
    for (const material of part.handling.materials) {
      const own = situation ? inBundle(material.when, situation) : [];
      if (own === 'never') continue;
      const code = explicit[material.material_code] ?? (material.filled_by_form ? bundleForm : material.material_code);
      mapped[code] = [...(mapped[code] ?? []), material.material_code];
      const condition = both(situation?.condition ?? [], own);
      const known = wanted.get(code);
      if (known && !material.filled_by_form && explicit[material.material_code] === undefined && known.material.material_name['zh-CN'] !== material.material_name['zh-CN']) {
        problems.push(problem(`${part.at}/materials`, 'catalogue.bundle_material_conflict', { material: code, one: known.material.material_name['zh-CN'], other: material.material_name['zh-CN'], part: element }));
      }
      wanted.set(code, joined(known, code, material, element, condition, formName));
    }
  }
  return { materials: [...wanted.values()].map(whole), names, problems };
}

function joined(known: Wanted | undefined, code: string, material: Material, element: string, condition: Condition, formName: Localized): Wanted {
  const when = whenOf(condition);
  const entry = { element, is_need: material.is_need, accept_stand: material.accept_stand, ...(when ? { when } : {}) };
  if (!known) {
    const { when: _, ...rest } = material;
    return { material: { ...rest, material_code: code, ...(material.filled_by_form ? { material_name: formName } : {}) }, parts: [entry] };
  }
  const fromCity = known.material.source_type === 'government' ? known.material : material.source_type === 'government' ? material : known.material;
  const { source_type, source_explain } = fromCity;
  const { deferral: _later, promise: _vouch, ...first } = known.material;
  // What may come later, or be vouched for, must be so for every part that needs it.
  const later = known.material.deferral && material.deferral ? { deferral: known.material.deferral } : {};
  const vouched = known.material.promise && material.promise ? { promise: known.material.promise } : {};
  return {
    material: { ...first, ...later, ...vouched, source_type, ...(source_explain ? { source_explain } : {}), material_format: [...new Set([...first.material_format, ...material.material_format])], ...(material.material_type === 'original' ? { material_type: 'original' } : {}) },
    parts: withEntry(known.parts, entry),
  };
}

type Entry = NonNullable<Material['for_parts']>[number];

/** A part that asks for one paper under two names, by situation, asks for it in either. */
function withEntry(entries: readonly Entry[], entry: Entry): Entry[] {
  const known = entries.find((one) => one.element === entry.element && one.is_need === entry.is_need);
  if (!known) return [...entries, entry];
  const { when: _, ...rest } = known;
  const when = whenOf(either(conditionOf(known.when), conditionOf(entry.when)));
  return entries.map((one) => (one === known ? { ...rest, ...(when ? { when } : {}) } : one));
}

/** When it is needed is said part by part, because each part's reason is its own. */
const whole = ({ material, parts }: Wanted): Material => ({ ...material, is_need: needs.find((need) => parts.some((part) => part.is_need === need)) ?? material.is_need, accept_stand: standsOf(parts), for_parts: parts });
