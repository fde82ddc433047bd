import type { Page } from 'playwright-core';
import { CONNECTION_PROVIDERS } from '../../../src/connections/connection-provider.js';
import { chooseFate, createClient, issueToken, openIssueForms, refuseToken } from './connection.js';
import { editRoles, mapTwice, previewRoles } from './role-mapping.js';
import type { Screen } from './screen.js';
import type { Stage } from './stage.js';

const PROVIDERS = '/settings/identity/providers';
const PROVISIONING = '/settings/identity/provisioning';

const at =
  (path: string) =>
  (page: Page, { acme }: Stage) =>
    page.goto(`${acme.connection}/${path}`);

/** The screen of that name of the connection that is paused. */
const paused =
  (path: string) =>
  (page: Page, { umbrella }: Stage) =>
    page.goto(`${umbrella.paused}/${path}`);

/** The screen of that name of the newcomer's connection, of which nothing has been seen yet. */
const fresh =
  (path: string) =>
  (page: Page, { hooli }: Stage) =>
    page.goto(`${hooli.connection}/${path}`);

/** *Set-up* of the draft of a connection with this provider. */
const draft =
  (provider: string) =>
  (page: Page, { umbrella }: Stage) =>
    page.goto(`${umbrella.drafts.get(provider)}/set-up`);

/** *Identity*: providers and provisioning. */
export const IDENTITY_SCREENS: readonly Screen[] = [
  ['providers', 'administrator', (page) => page.goto(PROVIDERS)],
  ['providers-none', 'newcomer', (page) => page.goto(PROVIDERS)],
  ['provider-new', 'newcomer', (page) => page.goto(`${PROVIDERS}/new`)],
  ['provider', 'administrator', (page, { acme }) => page.goto(acme.provider)],
  ['provider-validated', 'administrator', (page, stage) => validate(page, stage)],
  ['provider-tested', 'administrator', (page, stage) => testSignIn(page, stage)],
  ['provider-refused', 'administrator', saveHalf, 422],
  ['provisioning', 'administrator', (page) => page.goto(PROVISIONING)],
  ['provisioning-many', 'alarmed', (page) => page.goto(PROVISIONING)],
  ['provisioning-keeping', 'consultant', (page) => page.goto(`${PROVISIONING}?removed=yes`)],
  ['connection-new', 'administrator', (page) => page.goto(`${PROVISIONING}/new`)],
  ['connection-new-entra', 'administrator', (page) => page.goto(`${PROVISIONING}/new/entra`)],
  ...CONNECTION_PROVIDERS.map((provider): Screen => [`set-up-${provider}`, 'alarmed', draft(provider)]),
  ['set-up-issued', 'alarmed', activate],
  ['set-up-arrived', 'administrator', at('set-up')],
  ['set-up-refused', 'administrator', refuseToken],
  ['credentials', 'administrator', openIssueForms],
  ['credentials-token', 'administrator', issueToken],
  ['credentials-client', 'administrator', createClient],
  ['credentials-ended', 'alarmed', paused('credentials?done=revoked')],
  ['connection-settings', 'administrator', at('settings?done=saved')],
  ['connection-settings-paused', 'alarmed', paused('settings?done=paused')],
  ['connection-removal', 'administrator', chooseFate],
  ['connection-settled', 'consultant', (page, { initech }) => page.goto(initech.removal)],
  ['role-mapping', 'administrator', editRoles],
  ['role-mapping-refused', 'administrator', mapTwice, 422],
  ['role-mapping-preview', 'administrator', previewRoles],
  ['role-mapping-none', 'newcomer', fresh('role-mapping')],
  ['activity', 'administrator', at('activity')],
  ['activity-none', 'newcomer', fresh('activity')],
  [
    'activity-older',
    'administrator',
    (page, stage) => at(`activity?before=${stage.acme.requests.tolerated}`)(page, stage),
  ],
  ['activity-nothing-fits', 'administrator', at('activity?search=nobody')],
  ['request-changed', 'administrator', (page, stage) => at(`activity/${stage.acme.requests.changed}`)(page, stage)],
  ['request-refused', 'administrator', (page, stage) => at(`activity/${stage.acme.requests.refused}`)(page, stage)],
  ['request-tolerated', 'administrator', (page, stage) => at(`activity/${stage.acme.requests.tolerated}`)(page, stage)],
  ['health', 'administrator', at('health')],
  ['health-none', 'newcomer', fresh('health?saved=yes')],
  ['health-paused', 'alarmed', paused('health')],
  ['sign-in-check', 'administrator', at('sign-in-check')],
  ['sign-in-check-none', 'newcomer', fresh('sign-in-check')],
  ['offboarding', 'administrator', at('offboarding')],
  ['offboarding-none', 'newcomer', fresh('offboarding')],
  ['mass-deactivation', 'alarmed', (page, { umbrella }) => page.goto(umbrella.massDeactivations.open)],
  ['mass-deactivation-undone', 'alarmed', (page, { umbrella }) => page.goto(umbrella.massDeactivations.undone)],
];

/** *Set-up* of a draft that has just become active, with its token. */
async function activate(page: Page, stage: Stage): Promise<void> {
  await draft('okta')(page, stage);
  await page.locator('form[action$="/token"] [type=submit]').click();
  await page.locator('.copy__hint').waitFor();
}

async function validate(page: Page, { acme }: Stage): Promise<void> {
  await page.goto(acme.provider);
  await page.locator('form[action$="/validate"] button').click();
  await page.locator('.checks').waitFor();
}

/** A provider whose issuer is no address of one. */
async function saveHalf(page: Page): Promise<void> {
  await page.goto(`${PROVIDERS}/new`);
  await page.locator('[name=issuer]').fill('here');
  const sending = page.locator('main form').evaluate((form: HTMLFormElement) => form.submit());
  await Promise.all([page.waitForEvent('load'), sending]);
}

async function testSignIn(page: Page, { acme }: Stage): Promise<void> {
  // Those of the identity provider, which has the same host as the application.
  await page.context().clearCookies({ name: /^_/ });
  await page.goto(acme.provider);
  await page.locator('form[action$="/test"] button').click();
  await page.getByRole('button', { name: 'Ada Lovelace' }).click();
  await page.locator('.claims').waitFor();
}
