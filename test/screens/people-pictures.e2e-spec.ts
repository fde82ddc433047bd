import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Mailbox } from '../support/mailbox.js';
import { describeInBrowser } from './support/browser.js';
import { barriersIn, overflowOf, picture } from './support/look.js';
import { type Office, openOffice } from './support/office.js';
import { mapGroups } from './support/role-pictures.js';

const SHOTS = new URL('screenshots/', import.meta.url).pathname;
const LOOKS = [
  { width: 1280, colorScheme: 'light', locale: 'en' },
  { width: 360, colorScheme: 'dark', locale: 'pt' },
] as const;
const NEWCOMERS = ['joana@example.test', 'a.very.long.address.of.a.person@department.subsidiary.example.test'];

describeInBrowser('Members, invitations and projects, looked at', () => {
  let mailbox: Mailbox;
  let office: Office;
  let managed: string;
  let byHand: string;
  let project: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    mailbox = await Mailbox.open();
    office = await openOffice(mailbox.variables);
    byHand = await office.hire('Alan Turing', { email: 'alan@acme.test', password: 'correct horse battery' });
    const ids: string[] = [];
    for (const name of ['Ada Lovelace', 'Barbara Liskov', 'Grace Hopper', 'Katherine Johnson', 'Radia Perlman']) {
      ids.push(await office.directory.assign(name, `${name.toLowerCase().replaceAll(' ', '.')}@acme.test`));
    }
    await mapGroups(office, ids);
    managed = ids[1]!;
    await office.directory.deactivate(ids[4]!);
    const { page } = await office.visitAs();
    for (const email of NEWCOMERS) await invite(page, email);
    await page.goto('/settings/projects');
    project = (await page.locator('.people-cards a').getAttribute('href'))!;
    await page.goto(`${project}?search=alan`);
    await page.getByRole('button', { name: 'Add Alan Turing' }).click();
  });
  afterAll(async () => {
    await office.close();
    await mailbox.close();
  });

  const screens: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['people-members', (page) => page.goto('/settings/members')],
    ['people-invitations', (page) => page.goto('/settings/members/invitations')],
    ['people-invitations-none', (page) => page.goto('/settings/members/invitations?state=expired')],
    ['people-invitation-new', (page) => page.goto('/settings/members/invitations/new')],
    ['people-invitation-sent', (page) => resend(page)],
    ['people-member-managed', (page) => page.goto(`/settings/members/${managed}`)],
    ['people-member-by-hand', (page) => page.goto(`/settings/members/${byHand}?done=role`)],
    ['people-member-remove', (page) => page.goto(`/settings/members/${managed}/remove`)],
    ['people-member-new', (page) => page.goto('/settings/members/new')],
    ['people-projects', (page) => page.goto('/settings/projects')],
    ['people-project', (page) => page.goto(`${project}?search=a`)],
  ];

  it.each(LOOKS)('fit a window $width wide, $colorScheme, in $locale, and keep nobody out', async (look) => {
    const { locale, ...window } = look;
    await office.running.dataSource.query('UPDATE users SET locale = $1', [locale]);
    const { page, complaints } = await office.visitAs(office.acme.admin, window);
    for (const [name, show] of screens) {
      await show(page);
      await picture(page, `${SHOTS}${name}-${look.width}.png`);
      expect([name, await overflowOf(page), await barriersIn(page)]).toEqual([name, 0, []]);
    }
    expect(complaints).toEqual([]);
    const stranger = await office.visit(window);
    for (const [name, path] of [
      ['people-join', await freshLink(page)],
      ['people-no-invitation', '/invitations/nothing'],
    ] as const) {
      await stranger.page.goto(path);
      await picture(stranger.page, `${SHOTS}${name}-${look.width}.png`);
      expect([name, await overflowOf(stranger.page), await barriersIn(stranger.page)]).toEqual([name, 0, []]);
    }
  });

  async function resend(page: Page): Promise<void> {
    await page.goto('/settings/members/invitations');
    await page.locator('form[action$="/resend"] button').last().click();
    await page.locator('#link').waitFor();
  }

  /** The link that was shown last. */
  async function freshLink(page: Page): Promise<string> {
    await resend(page);
    return page.locator('#link').inputValue();
  }
});

async function invite(page: Page, email: string): Promise<void> {
  await page.goto('/settings/members/invitations/new');
  await page.locator('[name=email]').fill(email);
  await page.locator('form[action$="/invitations"] button[type=submit]').click();
  await page.locator('#link').waitFor();
}
