import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const MEMBERS = '/settings/members';
const INVITATIONS = `${MEMBERS}/invitations`;
const PROJECTS = '/settings/projects';

/** *Members*, invitations and projects. */
export const MEMBERS_SCREENS: readonly Screen[] = [
  ['members', 'administrator', (page) => page.goto(MEMBERS)],
  ['members-none', 'administrator', (page) => page.goto(`${MEMBERS}?search=nobody&status=active`)],
  ['members-only-you', 'newcomer', (page) => page.goto(MEMBERS)],
  ['members-seen-by-an-engineer', 'engineer', (page) => page.goto(MEMBERS)],
  ['members-alarm', 'alarmed', (page) => page.goto(MEMBERS)],
  ['member-managed', 'administrator', (page, { acme }) => page.goto(`${MEMBERS}/${acme.managed}`)],
  ['member-deactivated', 'administrator', (page, { acme }) => page.goto(`${MEMBERS}/${acme.deactivated}`)],
  ['member-by-hand', 'administrator', (page, { acme }) => page.goto(`${MEMBERS}/${acme.byHand}?done=role`)],
  ['member-deactivate', 'administrator', (page, { acme }) => page.goto(`${MEMBERS}/${acme.byHand}/deactivate`)],
  ['member-remove', 'administrator', (page, { acme }) => page.goto(`${MEMBERS}/${acme.managed}/remove`)],
  ['member-new', 'administrator', (page) => page.goto(`${MEMBERS}/new`)],
  ['invitations', 'administrator', (page) => page.goto(INVITATIONS)],
  ['invitations-none', 'administrator', (page) => page.goto(`${INVITATIONS}?state=expired`)],
  ['invitation-new', 'administrator', (page) => page.goto(`${INVITATIONS}/new`)],
  ['invitation-refused', 'administrator', (page) => invite(page, 'joana@example.test'), 422],
  ['invitation-sent', 'administrator', (page) => resend(page)],
  ['projects', 'administrator', (page) => page.goto(PROJECTS)],
  ['projects-none', 'newcomer', (page) => page.goto(PROJECTS)],
  ['project', 'administrator', (page, { acme }) => page.goto(`${acme.project}?search=a`)],
];

async function invite(page: Page, email: string): Promise<void> {
  await page.goto(`${INVITATIONS}/new`);
  await page.locator('[name=email]').fill(email);
  await page.locator('main form [type=submit]').click();
  await page.locator('main [role=alert]').waitFor();
}

async function resend(page: Page): Promise<void> {
  await page.goto(INVITATIONS);
  await page.locator('form[action$="/resend"] button').last().click();
  await page.locator('#link').waitFor();
}
