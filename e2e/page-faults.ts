import type { Page } from 'playwright-core';
import type { Language } from '../contract/language.ts';
import { violationsOn } from './axe.ts';
import { textFaults } from './page-text.ts';

const minor = new Set<string>();

/** Everything a page does wrong as it stands, each with the page's name: serious and critical faults of accessibility, and of language. The less serious are kept for `tellMinor`. */
export async function faultsOn(page: Page, name: string, language: Language, said: readonly string[]): Promise<readonly string[]> {
  const violations = await violationsOn(page);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  for (const one of violations) if (!grave.includes(one)) minor.add(`${name}: ${one.rule} (${one.impact}) ${one.where[0] ?? ''}`);
  return [...grave.map((one) => `${one.rule} (${one.impact}) ${one.where.join(' | ')}`), ...(await textFaults(page, language, said))].map((fault) => `${name}: ${fault}`);
}

/** Prints the less serious faults met so far, to be looked at by a person. */
export function tellMinor(): void {
  if (minor.size > 0) console.log(`less serious, to be looked at:\n${[...minor].join('\n')}`);
}
