import type { Page } from 'playwright-core';
import type { Account } from '../support/office.js';
import type { Screen } from './screen.js';
import type { Stage } from './stage.js';

/** What is seen without a session, or in the way of one. */
export const OUTSIDE: readonly Screen[] = [
  ['sign-in', 'stranger', (page) => page.goto('/sign-in')],
  [
    'sign-in-refused',
    'stranger',
    (page) => signIn(page, { email: 'ada@acme.test', password: 'not the password' }),
    422,
  ],
  ['sign-in-organization', 'stranger', (page, { accounts }) => signIn(page, accounts.consultant)],
  ['sign-in-password', 'stranger', (page) => signIn(page, { email: 'nobody@example.test', password: '' })],
  ['sso-expired', 'stranger', (page) => page.goto('/sso/oidc/callback?state=old&code=old'), 400],
  ['sso-deactivated', 'stranger', (page, stage) => enter(page, stage, 'Grace Hopper'), 403],
  ['sso-closed', 'stranger', (page) => page.goto('/sso/oidc/00000000-0000-4000-8000-000000000000/login'), 404],
  ['join', 'stranger', (page, { acme }) => page.goto(acme.links.newcomer)],
  ['join-known', 'stranger', (page, { acme }) => page.goto(acme.links.known)],
  ['join-gone', 'stranger', (page) => page.goto('/invitations/nothing'), 404],
  ['not-found', 'stranger', (page) => page.goto('/nowhere'), 404],
  ['forbidden', 'engineer', (page) => page.goto('/settings/identity/provisioning'), 403],
  ['confirm', 'newcomer', (page) => page.goto('/confirm?next=/settings/api-keys/new')],
];

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await Promise.all([page.waitForEvent('load'), page.locator('form button').click()]);
}

/** Through the identity provider, as somebody of that name. */
async function enter(page: Page, { acme }: Stage, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/sso/oidc/${acme.provider.split('/').at(-1) ?? ''}/login`);
  await page.getByRole('button', { name }).click();
  await page.locator('.alone').waitFor();
}
