import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** In a window so high that nothing sticks to its end. */
export async function picture(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

/** What can be said of a page without looking closely. */
export interface Appearance {
  /** Of the window. */
  readonly width: number;
  /** Pixels by which it is wider than the window. */
  readonly overflow: number;
  readonly language: string;
  readonly colorScheme: 'light' | 'dark';
  /** What a template says when it was given nothing, and names that only programs use. */
  readonly slips: readonly string[];
}

export const appearanceOf = (page: Page): Promise<Appearance> =>
  page.evaluate(() => ({
    width: window.innerWidth,
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    language: document.documentElement.lang,
    colorScheme: window.matchMedia('(prefers-color-scheme: dark)').matches ? ('dark' as const) : ('light' as const),
    slips: [
      ...(document.body.innerText.match(/undefined|\[object|NaN|Invalid Date/g) ?? []),
      ...[...document.querySelectorAll('strong, th, label, dt, .chip')]
        .map(({ textContent }) => textContent)
        .filter((text) => /^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(text)),
    ],
  }));

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Whatever this page opens from now on can be searched for barriers: much cheaper than to send axe to each. */
export const bringAxe = (page: Page) => page.addInitScript({ content: AXE });

/** Of what opens, on a page, so many are looked into. */
const MOST_OPENED = 5;

/** What axe finds that keeps somebody out, also in what opens, and where; of all rules or of some. */
export const barriersIn = (page: Page, rules?: readonly string[]): Promise<string[]> =>
  page.evaluate(
    async ({ only, most }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      for (const details of [...document.querySelectorAll('main details')].slice(0, most))
        details.setAttribute('open', '');
      // Style sheets are fetched once more for rules that are experiments, and not among ours.
      const how = { resultTypes: ['violations' as const], preload: false, ...(only && { runOnly: [...only] }) };
      const { violations } = await axe.run(document, how);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { only: rules, most: MOST_OPENED },
  );
