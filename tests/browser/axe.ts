// What axe and the window's edge say of a page.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SERIOUS = ['serious', 'critical'];

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface Report {
  readonly violations: readonly Finding[];
  readonly passes: readonly unknown[];
}

/** Fewer rules than these have something to say about an empty page. */
const MANY_RULES = 20;

/** axe's serious findings, each with the elements it means. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<Report>('axe.run()');
  expect(passes.length).toBeGreaterThan(MANY_RULES);
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Pixels by which the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
