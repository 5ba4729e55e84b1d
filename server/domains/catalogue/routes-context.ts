/** What changing the catalogue works with, given by app.ts. */
import type { Localized } from '../../../contract/language.ts';
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { RulePack } from '../../kernel/limits/index.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';
import { identify, readPhone } from '../people/index.ts';
import type { Units } from '../units/index.ts';
import type { FormPorts } from './forms.ts';
import type { StandingCatalogue } from './standing-store.ts';

/** How many open matters keep a version, and with which of a district's own values. */
export interface OpenMatters {
  readonly version: number;
  readonly override: number | null;
  readonly count: number;
}

/** What administrators of the catalogue need of the installation and of other domains. */
export interface CatalogueAdminDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly standing: StandingCatalogue;
  readonly units: Units;
  /** the working calendar that stands, and the rule pack of a day: for test runs */
  readonly calendar: () => WorkingCalendar;
  readonly packOn: (day: LocalDay) => RulePack;
  /** A workbook of sheets as .xlsx, texts defused (the measures domain makes them). */
  readonly workbookOf: (sheets: readonly Sheet[]) => Buffer;
  readonly openMatters: (taskCode: string) => Promise<readonly OpenMatters[]>;
  readonly staffNames: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  readonly today: () => LocalDay;
  /** Says that something was published, to every process and every screen. */
  readonly tellPublished: () => void;
  /** Looks for work that a commit just wrote. */
  readonly wakeJobs: () => void;
}

/** A sheet as the workbook is made of: a mark in the first row, headings in the third, then rows. */
export interface Sheet {
  readonly name: string;
  readonly mark: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The dependencies and the domain's own writer. */
export interface Context extends CatalogueAdminDeps {
  readonly writer: BatchWriter;
}

/** A name that is only a code. */
export const codeAsName = (code: string): Localized => ({ 'zh-CN': code, 'zh-HK': code, en: code });

/** The name of an item as it stands or will stand; its code where nothing stands yet. */
export function itemName(context: Pick<Context, 'standing'>, taskCode: string): Localized {
  return context.standing.versions().latest(taskCode)?.item.catalog_item.task_name ?? codeAsName(taskCode);
}

/** Judges of numbers in forms, as a real filing uses them. */
export function formPorts(context: Pick<Context, 'units'>, today: LocalDay): FormPorts {
  return {
    today,
    identify: (number, subject) => {
      const read = identify(number, { today, subject });
      return read.ok ? { ok: true } : { ok: false, ...read.refusal };
    },
    phone: (text) => readPhone(text).ok,
    communityInForce: (code) => context.units.standing(code, today) === undefined,
  };
}
