import type { Page } from 'playwright-core';

/** The path of the first connection that *Provisioning* lists, and of one of its screens. */
async function pathOf(page: Page, screen: string): Promise<string> {
  await page.goto('/settings/identity/provisioning');
  const path = await page.locator('a[href$="/settings"]').first().getAttribute('href');
  return (path ?? '').replace(/settings$/, screen);
}

/** *Set-up*, to which somebody sent a wrong token. */
export async function refuseToken(page: Page): Promise<void> {
  await page.goto(await pathOf(page, 'set-up'));
  const baseUrl = await page.locator('#base-url').inputValue();
  await fetch(`${baseUrl}/Users`, {
    headers: { authorization: 'Bearer wrong', 'user-agent': 'Okta SCIM Client 1.0.0' },
  });
  while ((await page.locator('#check [role="alert"]').count()) === 0) await page.reload();
}

/** *Credentials*, with a token that was issued just now. */
export async function issueToken(page: Page): Promise<void> {
  const path = await pathOf(page, 'credentials');
  await page.goto(path);
  await page.locator('form[action$="/tokens"] input[name="label"]').evaluate((field) => {
    field.closest('details')!.open = true;
  });
  await page.locator('form[action$="/tokens"] input[name="label"]').fill('Audit');
  await page.locator('form[action$="/tokens"] input[name="readOnly"]').check();
  await page.locator('form[action$="/tokens"] button[type="submit"]').click();
  await page.locator('.revealed').waitFor();
  await page.locator('.credential .act summary').first().click();
}

/** *Settings* of a connection. */
export async function showSettings(page: Page): Promise<void> {
  await page.goto(await pathOf(page, 'settings'));
}

/** The removal of a connection, decided and not confirmed. */
export async function chooseFate(page: Page): Promise<void> {
  await page.goto(await pathOf(page, 'remove'));
  await page.locator('input[value="deactivate"]').check();
}
