import { say, type Language } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { matterPaperMessages as words } from '../../../contract/messages/matters.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PaperDay } from '../../platform/papers/index.ts';
import { evolve } from './evolve.ts';
import { findLimit, type MatterLimit } from './matter-limit.ts';
import type { Matter, MatterFact } from './matter.ts';
import { institutionName, type Context, type FoundItem } from './routes-context.ts';
import { explainedDue } from './routes-dues.ts';
import { personalPart } from './routes-present.ts';
import { factsOf, type MatterFile } from './store.ts';

/** What every paper of one matter is drawn from. */
export interface PaperSource {
  readonly context: Context;
  /** the file as it stood when the paper was issued */
  readonly file: MatterFile;
  readonly found: FoundItem;
  readonly language: Language;
  readonly sheet: { readonly language: Language; readonly number: string; readonly item: string; readonly applicant: string; readonly check: { url: string; site: string; code: string } };
  readonly complaint: { phone: string; body: string };
}

/**
 * The source as it was right after the newest fact that `is` the one a paper tells of, with the links that the same act opened; undefined where
 * there is none. What came later is no secret, but not of this paper.
 */
export function sourceAt(source: PaperSource, is: (fact: MatterFact) => boolean): (PaperSource & { readonly at: Instant; readonly fact: MatterFact; readonly before: Matter | null }) | undefined {
  const facts = factsOf(source.file);
  const found = facts.findLastIndex(is);
  const fact = facts[found];
  if (!fact) return undefined;
  const later = facts.findIndex((one, index) => index > found && (one.kind !== 'link_opened' || one.at !== fact.at));
  const end = later < 0 ? facts.length : later;
  const before = facts.slice(0, found).reduce<Matter | null>(evolve, null);
  const state = facts.slice(found, end).reduce<Matter | null>(evolve, before) as Matter;
  return { ...source, file: { ...source.file, state, facts: source.file.facts.slice(0, end) }, at: fact.at, fact, before };
}

/** A limit as papers show it: the day, the sentence everybody reads, the strip of days, and the grounds of its pauses. */
export function paperDay({ context, language }: PaperSource, limit: MatterLimit): PaperDay {
  const due = explainedDue(context, limit);
  return {
    on: due.dueOn, explanation: due.explanation[language], strip: due.strip,
    pauses: limit.clock.pauses.map((pause) => {
      const procedure = say(limitMessages[`limits.procedure.${pause.ground}`], language);
      return { pauseId: pause.pauseId, words: pause.document === '' ? procedure : say(limitMessages['limits.pause.ground'], language, { procedure, document: pause.document }) };
    }),
  };
}

/** The newest limit of a kind as papers show it. */
export function dayOf(source: PaperSource, kind: 'promised' | 'notice' | 'statutory' | 'correction' | 'special'): PaperDay | undefined {
  const limit = findLimit(source.file.state.limits, kind);
  return limit && paperDay(source, limit);
}

/** Name of an institution in the language of the paper. */
export const nameOf = ({ context, language }: PaperSource, institution: string): string => institutionName(context, institution)[language];

/** Where a decision can be contested. */
export const remediesIn = (language: Language): { reviewBody: string; court: string } => ({ reviewBody: words['papers.review_body'][language], court: words['papers.court'][language] });

/** What a correction notice found wrong, each with the standard it fails: a material's acceptance standard, a form field's own hint. */
export function defectsOf(found: FoundItem, file: MatterFile, language: Language): { material: string; defect: string; standard: string; remedy: string }[] {
  const said = personalPart(file).correctionWords;
  const fact = file.facts.findLast((one) => one.kind === 'correction_requested');
  const defects = (fact?.content as { defects?: MatterFile['state']['defects'] } | undefined)?.defects ?? [];
  return defects.map((defect, index) => {
    const material = found.handling.materials.find((one) => one.material_code === defect.code);
    const field = found.handling.form.ui.pages.flatMap((page) => page.fields).find((one) => one.name === defect.code);
    return {
      material: (material?.material_name ?? field?.label ?? words['papers.other'])[language], defect: [words[`fault.${defect.fault}`][language], said[index]].filter(Boolean).join(language === 'en' ? ': ' : '：'),
      standard: (material?.accept_stand ?? field?.hint)?.[language] ?? '', remedy: words[defect.about === 'field' ? 'papers.remedy_field' : 'papers.remedy_material'][language],
    };
  });
}
