import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';

const source = fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url));

/** A rule that a page breaks, where, and how much it matters to somebody who depends on it. */
export interface Violation {
  readonly rule: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  readonly where: readonly string[];
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly impact: Violation['impact'] | null; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[];
}

/** Lets axe-core run on every page of a context. It comes in beside the page and not through it, so that the page's own content security policy stays in force. */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript({ path: source });

/** Every rule of WCAG 2.2 A and AA and of good practice that the page breaks as it stands. */
export async function violationsOn(page: Page): Promise<readonly Violation[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: unknown) => Promise<AxeResult> } };
    return axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return violations.map(({ id, impact, nodes }) => ({ rule: id, impact: impact ?? 'minor', where: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`) }));
}
