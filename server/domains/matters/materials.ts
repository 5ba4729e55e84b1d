import { refuse, type InputFault, type Refusal } from '../../kernel/decider.ts';
import type { AskedMaterial, Withheld } from './law.ts';
import type { Channel, FileRef, Given, Grade, MaterialForm } from './matter.ts';

/** Most files of one application or one supplement: more than any item asks for, and an end to what one person may fill the disk with. */
export const mostFiles = 60;

/** A material as it is handed in, before it is graded. */
export interface HandedIn {
  readonly code: string;
  readonly form: MaterialForm;
  readonly files: readonly FileRef[];
  /** of a promise: the applicant has affirmed it by his own name */
  readonly affirmed?: boolean;
}

/** Grades of trust of 国办函〔2016〕108号: A from the authority, B compared with the original at a window, C uploaded, D the applicant's own promise. */
export function gradeOf(material: Pick<HandedIn, 'form'>, asked: Pick<AskedMaterial, 'ownPromise'>): Grade {
  switch (material.form) {
    case 'from_city':
      return 'A';
    case 'seen_at_window':
      return 'B';
    case 'uploaded':
      return asked.ownPromise ? 'D' : 'C';
    case 'deferred':
    case 'promised':
    case 'filled_in_form':
      return 'D';
  }
}

/** The materials graded, and everything that is wrong with them: missing ones, ones nobody asked for (行政许可法 31), forms this channel cannot take. */
export function judgeMaterials(asked: readonly AskedMaterial[], handedIn: readonly HandedIn[], channel: Channel): { given: readonly Given[]; faults: readonly InputFault[] } {
  const faults: InputFault[] = [];
  const given: Given[] = [];
  // A material named twice is given once: the last word counts.
  for (const material of new Map(handedIn.map((one) => [one.code, one])).values()) {
    const wanted = asked.find((one) => one.code === material.code);
    if (!wanted) faults.push({ pointer: `/materials/${material.code}`, code: 'matter.material_not_asked', params: {} });
    else if (!formIsPossible(material, wanted, channel)) faults.push({ pointer: `/materials/${material.code}`, code: 'matter.material_form_not_possible', params: {} });
    else {
      const fault = promiseFault(material, wanted);
      if (fault) faults.push(fault);
      else given.push({ code: material.code, form: material.form, files: material.files, grade: gradeOf(material, wanted) });
    }
  }
  for (const wanted of asked) {
    const absent = !handedIn.some((material) => material.code === wanted.code);
    if (absent && wanted.filledByForm) given.push({ code: wanted.code, form: 'filled_in_form', grade: 'D', files: [] });
    else if (absent && wanted.need === 'required') faults.push({ pointer: `/materials/${wanted.code}`, code: 'matter.materials_missing', params: {} });
    else if (absent && wanted.need === 'deferrable' && wanted.withheld?.deferral) faults.push(withheldFault('matter.deferral_not_offered', wanted.code, wanted.withheld.deferral));
    else if (absent && wanted.need === 'deferrable') given.push({ code: wanted.code, form: 'deferred', grade: 'D', files: [] });
  }
  return { given, faults };
}

/** A promise is the applicant's own, by name; who broke his word is not offered the way again for a while (L-016). */
function promiseFault(material: HandedIn, wanted: AskedMaterial): InputFault | undefined {
  const { withheld } = wanted;
  if (material.form === 'deferred' && withheld?.deferral) return withheldFault('matter.deferral_not_offered', material.code, withheld.deferral);
  if (material.form !== 'promised') return undefined;
  if (withheld?.promise) return withheldFault('matter.promise_not_offered', material.code, withheld.promise);
  return material.affirmed === true ? undefined : { pointer: `/materials/${material.code}`, code: 'matter.promise_not_affirmed', params: {} };
}

const withheldFault = (code: string, material: string, { until, number }: Withheld): InputFault => ({ pointer: `/materials/${material}`, code, params: { date: until, number } });

/** Refuses with everything that is wrong with the materials: by the reason that weighs most, for a way that is not offered is no missing paper. */
export function refuseMaterials(faults: readonly InputFault[]): Refusal {
  const withheld = faults.find((one) => one.code === 'matter.promise_not_offered') ?? faults.find((one) => one.code === 'matter.deferral_not_offered');
  return withheld ? refuse(withheld.code, withheld.params, faults) : refuse('matter.materials_missing', { count: faults.length }, faults);
}

/** Whether this filing asks for a word of the applicant at all: a promise, or a material that is to come later. */
export const asksForWord = (asked: readonly AskedMaterial[], handedIn: readonly Pick<HandedIn, 'code' | 'form'>[]): boolean =>
  asked.some((one) => {
    const given = handedIn.findLast((material) => material.code === one.code);
    return given ? given.form === 'promised' || given.form === 'deferred' : one.need === 'deferrable';
  });

/** What is asked, with what is not offered to this applicant now. */
export const withStanding = (asked: readonly AskedMaterial[], withheld: NonNullable<AskedMaterial['withheld']>): readonly AskedMaterial[] =>
  withheld.promise || withheld.deferral ? asked.map((one) => ({ ...one, withheld })) : asked;

function formIsPossible(material: HandedIn, asked: AskedMaterial, channel: Channel): boolean {
  switch (material.form) {
    case 'uploaded':
      return material.files.length > 0;
    case 'seen_at_window':
      return channel === 'window';
    case 'from_city':
      return asked.source === 'government';
    case 'deferred':
      return asked.need === 'deferrable';
    case 'promised':
      return asked.promisable === true;
    case 'filled_in_form':
      return asked.filledByForm;
  }
}
