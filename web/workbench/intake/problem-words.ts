import type { HandlingItem, Material } from '../../../contract/catalogue.ts';
import type { FieldProblem } from '../../../contract/common.ts';
import { faultsOf, faultWords } from '../../ui/form/fault-words.ts';
import type { FormFault } from '../../ui/form/read-form.ts';
import { controlId } from '../../ui/form/form-field.ts';
import { workbenchAgencyMessages } from '../../../contract/messages/workbench-agency.ts';
import { promiseWords } from '../../../contract/messages/promises.ts';
import { dayWords } from '../../ui/dates.ts';
import { speaker } from '../../ui/speak.ts';
import type { Words } from '../words/words.tsx';

/** One thing that stands between a draft and its filing, in words, and where it is put right. */
export interface ProblemLine {
  readonly part: 'questions' | 'place' | 'form' | 'materials' | 'other';
  readonly text: string;
  /** id of a control, where there is one */
  readonly fieldId?: string;
}

/** The problems of a check (contract DraftCheck) as lines a clerk can act on, each once; `unread` is what stands in the form but cannot be read, and speaks for its field. */
export function problemLines(problems: readonly FieldProblem[], handling: HandlingItem, materials: readonly Material[], words: Words, unread: readonly FormFault[] = []): readonly ProblemLine[] {
  const typed = unread.map((fault): ProblemLine => ({ part: 'form', text: faultWords(handling.form, fault, words.language), fieldId: controlId(fault.field) }));
  const judged = problems.map((problem) => lineOf(problem, handling, materials, words));
  const lines = [...judged.filter((line) => line.part !== 'form' || !typed.some((other) => other.fieldId === line.fieldId)), ...typed];
  return lines.filter((line, i) => lines.findIndex((other) => other.text === line.text) === i);
}

function lineOf(problem: FieldProblem, handling: HandlingItem, materials: readonly Material[], words: Words): ProblemLine {
  const { t, of, language } = words;
  const [, area = '', name = ''] = problem.pointer.split('/');
  const question = handling.questions.find((one) => one.id === (area === 'answers' ? name : problem.params.question));
  if (problem.code === 'matter.not_eligible' && question) return { part: 'questions', text: t('problem.not_eligible', { question: of(question.text) }), fieldId: `q-${question.id}` };
  if (question) return { part: 'questions', text: t('problem.answer', { question: of(question.text) }), fieldId: `q-${question.id}` };
  if (area === 'areaUnit' || problem.code === 'matter.needs_area') return { part: 'place', text: t('problem.area'), fieldId: 'area' };
  if (problem.code === 'agency.mandate_needed') return { part: 'place', text: workbenchAgencyMessages['problem.mandate'][language], fieldId: 'authority-role' };
  if (area === 'organisation' || problem.code === 'matter.needs_organisation') return { part: 'place', text: t('problem.organisation'), fieldId: 'firm-code' };
  if (area === 'materials') {
    const material = materials.find((one) => one.material_code === name) ?? handling.materials.find((one) => one.material_code === name);
    const word = wordProblem(problem, material ? of(material.material_name) : name, words);
    if (word) return { part: 'materials', text: word };
    const code = problem.code === 'matter.material_not_asked' ? 'problem.material_not_asked' : problem.code === 'matter.material_form_not_possible' ? 'problem.material_form' : 'problem.material';
    return { part: 'materials', text: t(code, { material: material ? of(material.material_name) : name }) };
  }
  const fault = faultsOf(handling.form, [problem])[0];
  if (fault) return { part: 'form', text: faultWords(handling.form, fault, language), fieldId: controlId(fault.field) };
  return { part: 'other', text: t('problem.other', { code: problem.code }) };
}

/** What is wrong with a word given: a promise without the applicant's own name, or a way that is not offered to him now. */
function wordProblem({ code, params }: FieldProblem, material: string, { language, today }: Pick<Words, 'language' | 'today'>): string | undefined {
  const w = speaker(promiseWords, language);
  const when = { date: dayWords(String(params.date ?? ''), language, today), number: String(params.number ?? '') };
  if (code === 'matter.promise_not_affirmed') return `${material}: ${w('window.vouch_name')}`;
  if (code === 'matter.promise_not_offered') return w('way.no_promise', when);
  return code === 'matter.deferral_not_offered' ? w('way.no_deferral', when) : undefined;
}
