import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** In a window so high that nothing sticks to its end. */
export async function picture(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

/** Pixels by which the page is wider than the window. */
export const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Of what opens, on a page, so many are looked into. */
const MOST_OPENED = 5;

/** What axe finds that keeps somebody out, also in what opens, and where; of all rules or of some. */
export async function barriersIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ only, most }) => {
      const { axe: inPage } = window as unknown as { axe: typeof import('axe-core') };
      for (const details of [...document.querySelectorAll('main details')].slice(0, most))
        details.setAttribute('open', '');
      const how = { resultTypes: ['violations' as const], ...(only && { runOnly: [...only] }) };
      const { violations } = await inPage.run(document, how);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { only: rules, most: MOST_OPENED },
  );
}

/** What a template says when it was given nothing, and names that only programs use. */
export const slipsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    ...(document.body.innerText.match(/undefined|\[object|NaN|Invalid Date/g) ?? []),
    ...[...document.querySelectorAll('strong, th, label, dt, .chip')]
      .map(({ textContent }) => textContent)
      .filter((text) => /^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(text)),
  ]);
