import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { showSettings, chooseFate, issueToken, refuseToken } from './support/connection-pictures.js';
import { describeInBrowser, type Visitor } from './support/browser.js';
import { type Account, type Office, openOffice } from './support/office.js';
import { editRoles, mapGroups, mapTwice, openRoleMapping, previewRoles } from './support/role-pictures.js';

const SHOTS = new URL('screenshots/', import.meta.url).pathname;
const README_IMAGES = new URL('../../docs/images/', import.meta.url).pathname;
/** Each width and each scheme once; all of them for who wants to look at everything. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  ...(process.env['UPDATE_IMAGES']
    ? ([
        { width: 1280, colorScheme: 'dark' },
        { width: 360, colorScheme: 'light' },
      ] as const)
    : []),
] as const;

/** Who is in on the pictures: a name, and whether the directory has let them go. */
const PEOPLE: readonly (readonly [string, boolean])[] = [
  ['Ada Lovelace', true],
  ['Barbara Liskov', true],
  ['Edsger Wybe Dijkstra', true],
  ['Grace Hopper', false],
  ['Katherine Johnson', true],
  ['Margaret Hamilton', true],
  ['Maximiliana-Konstantinopolitana von und zu Hohenfels', true],
  ['Radia Perlman', false],
];

type Looker = 'stranger' | 'administrator' | 'newcomer' | 'consultant' | 'lusophone';
type Screen = readonly [name: string, looker: Looker, show: (page: Page, consultant: Account) => Promise<unknown>];

const SCREENS: readonly Screen[] = [
  ['sign-in', 'stranger', (page) => page.goto('/sign-in')],
  ['sign-in-refused', 'stranger', (page) => signIn(page, { email: 'ada@acme.test', password: 'not the password' })],
  ['sign-in-organization', 'stranger', (page, consultant) => signIn(page, consultant)],
  ['not-found', 'stranger', (page) => page.goto('/nowhere')],
  ['members', 'administrator', (page) => page.goto('/settings/members')],
  ['members-none', 'administrator', (page) => page.goto('/settings/members?search=nobody&status=active')],
  ['members-account', 'administrator', (page) => openAccount(page)],
  ['provisioning', 'administrator', (page) => page.goto('/settings/identity/provisioning')],
  ['connection-set-up', 'administrator', (page) => refuseToken(page)],
  ['connection-credentials', 'administrator', (page) => issueToken(page)],
  ['connection-settings', 'administrator', (page) => showSettings(page)],
  ['connection-removal', 'administrator', (page) => chooseFate(page)],
  ['role-mapping', 'administrator', (page) => editRoles(page)],
  ['role-mapping-refused', 'administrator', (page) => mapTwice(page)],
  ['role-mapping-preview', 'administrator', (page) => previewRoles(page)],
  ['account', 'administrator', (page) => page.goto('/account')],
  ['organizations', 'consultant', (page) => openOrganizations(page)],
  ['api-key', 'administrator', (page) => createApiKey(page)],
  ['api-keys', 'administrator', (page) => openRevoke(page)],
  ['confirm', 'newcomer', (page) => page.goto('/confirm?next=/settings/api-keys/new')],
  ['audit', 'administrator', (page) => openEntry(page)],
  ['role-mapping-none', 'newcomer', (page) => openRoleMapping(page)],
  ['connection-set-up-pt', 'lusophone', (page) => refuseToken(page)],
];

describeInBrowser('screens', () => {
  let office: Office;
  let consultant: Account;
  let newcomer: Account;
  let newcomerOrganization: string;
  let lusophone: Account;
  beforeAll(async () => {
    office = await openOffice();
    await office.hire('Alan Turing', { email: 'alan@acme.test', password: 'correct horse battery' });
    const ids: string[] = [];
    for (const [name, isActive] of PEOPLE) {
      const id = await office.directory.assign(name, `${name.toLowerCase().replaceAll(/\W+/g, '.')}@acme.test`);
      if (!isActive) await office.directory.deactivate(id);
      ids.push(id);
    }
    await mapGroups(office, ids);
    const hooli = await office.running.found({ name: 'Hooli', adminEmail: 'root@hooli.test' });
    [newcomer, newcomerOrganization] = [hooli.admin, hooli.organizationId];
    lusophone = (await office.running.found({ name: 'Ipanema', adminEmail: 'raiz@ipanema.test' })).admin;
    await office.running.dataSource.query(`UPDATE users SET locale = 'pt' WHERE email = $1`, [lusophone.email]);
    await office.running.found({ name: 'Globex', adminEmail: 'consultant@example.test' });
    const other = await office.running.found({ name: 'Initech', adminEmail: 'consultant@example.test' });
    consultant = { ...other.admin, organizationId: other.organizationId };
    for (const folder of [SHOTS, README_IMAGES]) mkdirSync(folder, { recursive: true });
  });
  afterAll(() => office.close());

  it.each(LOOKS)('fit a window $width wide, $colorScheme, and complain of nothing', async (look) => {
    const visitors: Record<Looker, Visitor> = {
      stranger: await office.visit(look),
      administrator: await office.visitAs(office.acme.admin, look),
      newcomer: await office.visitAs(newcomer, look),
      consultant: await office.visitAs(consultant, look),
      lusophone: await office.visitAs(lusophone, look),
    };
    const stale = `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE organization_id = $1`;
    await office.running.dataSource.query(stale, [newcomerOrganization]);
    for (const [name, looker, show] of SCREENS) {
      const { page, complaints } = visitors[looker];
      await show(page, consultant);
      await picture(page, `${SHOTS}${name}-${look.width}-${look.colorScheme}.png`);
      expect([name, await overflowOf(page), complaints]).toEqual([name, 0, []]);
    }
  });

  // Two runs draw the same picture with other bytes: only who wants a new one gets it.
  if (process.env['UPDATE_IMAGES']) {
    it('illustrate the README and the docs', async () => {
      const { page } = await office.visitAs();
      await page.screenshot({ path: `${README_IMAGES}members.png`, fullPage: true });
      await openRoleMapping(page);
      await picture(page, `${README_IMAGES}role-mapping.png`);
    });
  }
});

/** In a window so high that nothing sticks to its end. */
async function picture(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign in' }).click()]);
}

async function openOrganizations(page: Page): Promise<void> {
  await page.goto('/settings/members');
  await page.locator('.menu summary').click();
}

async function createApiKey(page: Page): Promise<void> {
  await page.goto('/settings/api-keys/new');
  await page.getByLabel('Name').fill('CI pipeline');
  await page.getByRole('button', { name: 'Create key' }).click();
  await page.getByText('Copy it now').waitFor();
}

async function openRevoke(page: Page): Promise<void> {
  await page.goto('/settings/api-keys');
  await page.getByText('Revoke', { exact: true }).first().click();
}

async function openEntry(page: Page): Promise<void> {
  await page.goto('/governance/audit?period=custom');
  await page.getByText('Role mapping changed').click();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/settings/members');
  await page.locator('.account summary').click();
  await page.waitForTimeout(300);
}
