import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const API_KEYS = '/settings/api-keys';
const AUDIT = '/governance/audit';

/** The log, keys, and what belongs to the person. */
export const OWN_SCREENS: readonly Screen[] = [
  ['audit', 'administrator', (page) => page.goto(AUDIT)],
  ['audit-entry', 'administrator', (page) => openEntry(page)],
  ['audit-nothing', 'administrator', (page) => page.goto(`${AUDIT}?text=nothing&period=custom`)],
  ['api-keys-none', 'newcomer', (page) => page.goto(API_KEYS)],
  ['api-key-new', 'administrator', (page) => page.goto(`${API_KEYS}/new`)],
  ['api-key-value', 'administrator', (page) => createApiKey(page)],
  ['api-keys', 'administrator', (page) => openRevoke(page)],
  ['account', 'administrator', (page) => page.goto('/account')],
  ['account-refused', 'administrator', (page) => changePassword(page), 422],
  ['account-menu', 'administrator', (page) => openMenu(page, '.account summary')],
  ['organizations', 'consultant', (page) => openMenu(page, '.menu summary')],
];

async function openEntry(page: Page): Promise<void> {
  await page.goto(AUDIT);
  await page.locator('.entry', { hasText: 'Directory' }).first().locator('summary').click();
}

async function createApiKey(page: Page): Promise<void> {
  await page.goto(`${API_KEYS}/new`);
  await page.locator('[name=name]').fill('CI pipeline');
  await page.locator('main form [type=submit]').click();
  await page.locator('.secret').waitFor();
}

async function openRevoke(page: Page): Promise<void> {
  await page.goto(API_KEYS);
  await page.locator('.act summary').last().click();
}

async function changePassword(page: Page): Promise<void> {
  await page.goto('/account');
  const fields = { current: 'not the password', wanted: 'long enough', repeated: 'another one' };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await Promise.all([page.waitForEvent('load'), page.locator('form[action$="/password"] [type=submit]').click()]);
}

async function openMenu(page: Page, summary: string): Promise<void> {
  await page.goto('/settings/members');
  await page.locator(summary).click();
}
