import type { Page } from 'playwright-core';
import type { Account } from '../support/office.js';
import { troubled } from './faults.js';
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
  ['sign-in-too-many', 'stranger', (page, { guessed }) => signIn(page, { email: guessed, password: 'again' }), 429],
  ['leaving', 'stranger', leave],
  ['signed-out', 'stranger', signOut],
  ['account-managed', 'stranger', seeOwnAccount],
  ['confirm-provider', 'stranger', proveAgain],
  ['sso-closed', 'stranger', (page) => page.goto('/sso/oidc/00000000-0000-4000-8000-000000000000/login'), 404],
  ['join', 'stranger', (page, { acme }) => page.goto(acme.links.newcomer)],
  ['join-known', 'stranger', (page, { acme }) => page.goto(acme.links.known)],
  ['join-refused', 'stranger', (page, { acme }) => joinWith(page, acme.links.newcomer, 'short'), 422],
  ['join-gone', 'stranger', (page) => page.goto('/invitations/nothing'), 404],
  ['bad-request', 'administrator', (page) => page.goto('/settings/members?status=asleep'), 400],
  ['not-found', 'stranger', (page) => page.goto('/nowhere'), 404],
  ['forbidden', 'engineer', (page) => page.goto('/settings/identity/provisioning'), 403],
  ['busy', 'stranger', troubled(429), 429],
  ['failure', 'stranger', troubled(500), 500],
  ['away', 'stranger', troubled(503), 503],
  ['confirm', 'newcomer', (page) => page.goto('/confirm?next=/settings/api-keys/new')],
];

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await Promise.all([page.waitForEvent('load'), page.locator('form button').click()]);
}

async function joinWith(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.locator('[name=password]').fill(password);
  await page.locator('main form').evaluate((form: HTMLFormElement) => form.submit());
  await page.locator('[role=alert]').waitFor();
}

const loginPath = ({ acme }: Stage) => `/sso/oidc/${acme.provider.split('/').at(-1) ?? ''}/login`;

/** Through the identity provider, as somebody of that name. */
async function enter(page: Page, stage: Stage, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(loginPath(stage));
  await Promise.all([page.waitForURL(/\/(sso|settings|account)\//), page.getByRole('button', { name }).click()]);
}

/** The page before that of the identity provider, which does not open. */
async function leave(page: Page, stage: Stage): Promise<void> {
  await stay(page, stage, () => page.goto(loginPath(stage)));
}

async function signOut(page: Page, stage: Stage): Promise<void> {
  await enter(page, stage, 'Ada Lovelace');
  const leaving = page.locator('form[action="/sign-out"]');
  await stay(page, stage, () => leaving.evaluate((form: HTMLFormElement) => form.submit()));
}

async function stay(page: Page, { idp }: Stage, act: () => Promise<unknown>): Promise<void> {
  const theirs = `${idp.issuer}/**`;
  await page.route(theirs, (route) => route.abort('aborted'));
  await Promise.all([page.waitForEvent('requestfailed'), act()]);
  await page.unroute(theirs);
}

/** *Account* of somebody whom the directory manages and the identity provider let in. */
async function seeOwnAccount(page: Page, stage: Stage): Promise<void> {
  await enter(page, stage, 'Ada Lovelace');
  await page.goto('/account?done=language');
}

/** The same person's way to prove once more who they are. */
async function proveAgain(page: Page, { office }: Stage): Promise<void> {
  await office.running.dataSource.query(
    `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE opened_by = 'oidc'`,
  );
  await page.goto('/confirm?next=/settings/api-keys/new');
}
