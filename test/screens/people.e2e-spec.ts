import type { Page } from 'playwright-core';
import { Mailbox } from '../support/mailbox.js';
import { describeInBrowser } from './support/browser.js';
import { type Account, type Office, openOffice } from './support/office.js';

const PASSWORD = 'correct horse battery';

describeInBrowser('Members and invitations', () => {
  let mailbox: Mailbox;
  let office: Office;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    office = await openOffice(mailbox.variables);
  });
  afterAll(async () => {
    await office.close();
    await mailbox.close();
  });

  /** Sends *New invitation*, and reads the link that is shown. */
  async function invite(page: Page, email: string, role = 'Engineer'): Promise<string> {
    await page.goto('/settings/members/invitations/new');
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Role').selectOption(role);
    await page.getByRole('button', { name: 'Send' }).click();
    return page.getByLabel('Invitation link').inputValue();
  }

  async function join(page: Page, name: string, password: string): Promise<void> {
    await page.getByLabel('Your name').fill(name);
    await page.locator('[type=password]').fill(password);
    await page.getByRole('button', { name: 'Join' }).click();
  }

  const stateOf = async (page: Page, state: string) => {
    await page.goto(`/settings/members/invitations?state=${state}`);
    return page.locator('#invitations').textContent();
  };

  it('lets somebody in whom a letter invited, with a new account and the role that was chosen', async () => {
    const { page, complaints } = await office.visitAs();
    const shown = await invite(page, 'nina@acme.test', 'Reviewer');
    const letter = await mailbox.next('nina@acme.test');
    expect(letter.linkTo('/invitations/')).toBe(shown);
    expect(letter.content).toContain('Your role there will be: Reviewer.');
    expect(await stateOf(page, 'pending')).toContain('nina@acme.test');
    const guest = await office.visit();
    await guest.page.goto(shown);
    await guest.page.getByText('You have been invited to Acme. Your role there will be Reviewer.').waitFor();
    await join(guest.page, 'Nina Nova', PASSWORD);
    await guest.page.getByRole('heading', { name: 'Members' }).waitFor();
    await guest.page.locator('.account summary').click();
    await guest.page.getByText('Reviewer in Acme').waitFor();
    expect(await stateOf(page, 'accepted')).toContain('nina@acme.test');
    await guest.page.goto(shown);
    await guest.page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    expect([...complaints, ...guest.complaints]).toEqual([]);
  });

  it('links the account that somebody has, and only by its password; without script too', async () => {
    const globex = await office.running.found({ name: 'Globex', adminEmail: 'otto@globex.test' });
    const { page } = await office.visitAs(office.acme.admin, { javaScriptEnabled: false });
    const link = await invite(page, 'otto@globex.test');
    const guest = await office.visit({ javaScriptEnabled: false });
    await guest.page.goto(link);
    await guest.page.getByText('You have a RuleForge account.').waitFor();
    await join(guest.page, 'Otto', 'not the password');
    await guest.page.getByRole('alert').getByText('not the current password').waitFor();
    await join(guest.page, 'Otto', globex.admin.password);
    await guest.page.getByRole('heading', { name: 'Members' }).waitFor();
    await guest.page.getByText('Acme').first().waitFor();
    expect(await stateOf(page, 'linked')).toContain('otto@globex.test');
  });

  it('sends a new link that kills the one before, and withdraws', async () => {
    const { page } = await office.visitAs();
    const first = await invite(page, 'ren@acme.test');
    await page.goto('/settings/members/invitations');
    await page.getByRole('button', { name: 'Send again to ren@acme.test' }).click();
    const second = await page.getByLabel('Invitation link').inputValue();
    expect((await mailbox.next('ren@acme.test', 2)).linkTo('/invitations/')).toBe(second);
    const statuses = async () => Promise.all([first, second].map(async (link) => (await fetch(link)).status));
    expect(await statuses()).toEqual([404, 200]);
    await page.goto('/settings/members/invitations');
    await page.getByRole('button', { name: 'Withdraw the invitation of ren@acme.test' }).click();
    await page.getByRole('status').getByText('The invitation is withdrawn').waitFor();
    expect(await statuses()).toEqual([404, 404]);
  });

  it('says what is wrong with an invitation, and keeps what was entered', async () => {
    const { page } = await office.visitAs(office.acme.admin, { javaScriptEnabled: false });
    await invite(page, 'twice@acme.test');
    await page.goto('/settings/members/invitations/new');
    await page.getByLabel('E-mail', { exact: true }).fill('TWICE@acme.test');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('pending invitation already').waitFor();
    await expect(page.getByLabel('E-mail', { exact: true }).inputValue()).resolves.toBe('TWICE@acme.test');
  });

  it('creates access by hand, changes name and role, cuts access with its consequences told, and removes', async () => {
    const { page } = await office.visitAs(office.acme.admin, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Create access manually' }).click();
    await page.getByLabel('E-mail').fill('max@acme.test');
    await page.getByLabel('Name').fill('Max Manual');
    await page.getByLabel('Initial password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Access created').waitFor();
    const max = await office.visitAs({ email: 'max@acme.test', password: PASSWORD });
    await page.locator('select[name=role]').selectOption('Engineer');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('status').getByText('Role changed').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Maxine Manual');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByRole('heading', { name: 'Maxine Manual' }).waitFor();
    await page.getByRole('link', { name: 'Deactivate' }).click();
    await page.getByText('1 open session ends.').waitFor();
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('Every session has ended').waitFor();
    await max.page.reload();
    await max.page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByText('stay dead').waitFor();
    await page.getByRole('link', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed. Sessions have ended').waitFor();
    await page.goto('/settings/members?search=maxine');
    await page.getByText('Nobody matches').waitFor();
  });

  it('locks what a directory owns, in the screen and behind it, and says where to change it', async () => {
    const id = await office.directory.assign('Ada Lovelace', 'ada@acme.test');
    const { page } = await office.visitAs();
    await page.goto(`/settings/members/${id}`);
    await page.getByText('Directory decides name, e-mail and status.').waitFor();
    await expect(page.locator(`form[action$="/name"]`).count()).resolves.toBe(0);
    await office.directory.deactivate(id);
    await page.reload();
    await page.getByText('Only Directory can let them in again').waitFor();
    const attempts = [`/settings/members/${id}/name`, `/settings/members/${id}/reactivate`];
    for (const path of attempts) {
      const headers = { origin: office.running.url };
      const answer = await page.request.post(path, { form: { name: 'Eve' }, headers });
      expect([answer.status(), (await answer.text()).includes('The directory manages this')]).toEqual([422, true]);
    }
  });

  it('finds people for a project while one types, and gives, changes and takes a role there', async () => {
    const account: Account = { email: 'pia@acme.test', password: PASSWORD };
    await office.hire('Pia Project', account);
    const { page, complaints } = await office.visitAs();
    await page.goto('/settings/projects');
    await page.getByLabel('New project').fill('Cloud detections');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByLabel('Search members').pressSequentially('pia');
    await page.getByLabel('Role of Pia Project').selectOption('Reviewer');
    await page.getByRole('button', { name: 'Add Pia Project' }).click();
    await page.getByText('Role given').waitFor();
    await page.locator('td select[name=role]').selectOption('Read only');
    await page.getByRole('button', { name: 'Save the role of Pia Project' }).click();
    await page.locator('td option[selected]', { hasText: 'Read only' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Remove Pia Project' }).click();
    await page.getByText('Nobody has a role of their own here').waitFor();
    expect(complaints).toEqual([]);
  });

  it('filters members by role and by who manages them', async () => {
    const { page } = await office.visitAs();
    await page.getByLabel('Managed').selectOption('Synced by Directory');
    await page.getByText('1 member found').waitFor();
    await page.getByLabel('Role').selectOption('Administrator');
    await page.getByText('Nobody matches').waitFor();
    await page.getByLabel('Managed').selectOption('Managed by hand');
    await page.getByText('1 member found').waitFor();
  });

  it('shows an engineer no way to manage, and refuses what is tried', async () => {
    const account: Account = { email: 'eng@acme.test', password: PASSWORD };
    const id = await office.hire('Eng', account);
    const { page } = await office.visitAs(account);
    await expect(page.getByRole('link', { name: 'New invitation' }).count()).resolves.toBe(0);
    const headers = { origin: office.running.url, accept: 'text/html' };
    for (const path of ['invitations', 'invitations/new', 'new', id]) {
      const answer = await page.request.get(`/settings/members/${path}`, { headers });
      expect([path, answer.status()]).toEqual([path, 403]);
    }
    const answer = await page.request.post(`/settings/members/${id}/role`, {
      form: { role: 'administrator' },
      headers,
    });
    expect(answer.status()).toBe(403);
  });
});
