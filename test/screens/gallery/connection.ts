import type { Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** *Set-up*, to which somebody sent a wrong token. */
export async function refuseToken(page: Page, { acme }: Stage): Promise<void> {
  await page.goto(`${acme.connection}/set-up`);
  const baseUrl = await page.locator('#base-url').inputValue();
  await fetch(`${baseUrl}/Users`, {
    headers: { authorization: 'Bearer wrong', 'user-agent': 'Okta SCIM Client 1.0.0' },
  });
  while ((await page.locator('#check [role="alert"]').count()) === 0) await page.reload();
}

/** *Credentials*, with a token that was issued just now. */
export async function issueToken(page: Page, stage: Stage): Promise<void> {
  await issue(page, stage, 'tokens', 'Audit');
  await page.locator('.credential .act summary').first().click();
}

/** *Credentials*, with the secret of a client that was created just now. */
export const createClient = (page: Page, stage: Stage): Promise<void> => issue(page, stage, 'clients', 'Nightly sync');

async function issue(page: Page, { acme }: Stage, kind: 'tokens' | 'clients', label: string): Promise<void> {
  await page.goto(`${acme.connection}/credentials`);
  const form = page.locator(`form[action$="/${kind}"]`);
  await form.evaluate((element) => {
    element.closest('details')!.open = true;
  });
  await form.locator('[name=label]').fill(label);
  await form.locator('[name=readOnly]').check();
  await form.locator('[type=submit]').click();
  await page.locator('.revealed').waitFor();
}

/** *Credentials* with every form open. */
export async function openIssueForms(page: Page, { acme }: Stage): Promise<void> {
  await page.goto(`${acme.connection}/credentials`);
  for (const summary of await page.locator('.issue summary').all()) await summary.click();
}

/** The removal of a connection, decided and not confirmed. */
export async function chooseFate(page: Page, { acme }: Stage): Promise<void> {
  await page.goto(`${acme.connection}/remove`);
  await page.locator('input[value="deactivate"]').check();
}
