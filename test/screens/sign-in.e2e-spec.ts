import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { type Account, type Office, openOffice } from './support/office.js';

describeInBrowser('sign-in', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('leads back to where one was going, and shows whose page it is', async () => {
    const { page, complaints } = await office.visit();
    await page.goto('/settings/members?status=active');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await enter(page, office.acme.admin);
    await page.waitForURL('**/settings/members?status=active');
    await expect(page.getByRole('banner').textContent()).resolves.toContain('Acme');
    expect(complaints).toEqual([]);
  });

  it('never leads to another site', async () => {
    const { page } = await office.visit();
    await page.goto(`/sign-in?next=${encodeURIComponent('//evil.test/')}`);
    await enter(page, office.acme.admin);
    await page.waitForURL(`${office.running.url}/settings/members`);
  });

  it('says the same to a wrong password, to a stranger and to somebody whom a directory manages', async () => {
    await office.directory.assign('Ada Lovelace', 'ada@acme.test');
    const { page } = await office.visit();
    for (const email of [office.acme.admin.email, 'stranger@acme.test', 'ada@acme.test']) {
      await page.goto('/sign-in');
      await enter(page, { email, password: 'not the password' });
      const answer = await page.getByRole('alert').textContent();
      expect(answer).toBe('E-mail and password do not match an account that can sign in here.');
      await expect(page.getByLabel('E-mail').inputValue()).resolves.toBe(email);
      await expect(page.getByLabel('Password').inputValue()).resolves.toBe('');
    }
  });

  it('stops guessing', async () => {
    const { page } = await office.visit();
    const guess = { email: 'guessed@acme.test', password: 'a guess' };
    await page.goto('/sign-in');
    for (let attempt = 0; attempt < 10; attempt++) await page.request.post('/sign-in', { form: guess });
    await enter(page, guess);
    await page.getByText('Too many attempts. Wait a few minutes, then try again.').waitFor();
  });

  it('asks which organization to open, when there are several', async () => {
    const globex = await office.running.found({ name: 'Globex', adminEmail: office.acme.admin.email });
    const { page, complaints } = await office.visit();
    await page.goto('/sign-in');
    await enter(page, globex.admin);
    await page.getByLabel('Globex').check();
    await enter(page, globex.admin);
    await page.waitForURL('**/settings/members');
    await expect(page.getByRole('banner').textContent()).resolves.toContain('Globex');
    expect(complaints).toEqual([]);
  });

  it('ends with sign-out: the page before is closed too', async () => {
    const hired = { email: 'mia@acme.test', password: 'correct horse battery' };
    await office.hire('Mia Wong', hired);
    const { page, context } = await office.visitAs(hired);
    const [session] = await context.cookies();
    expect(session).toMatchObject({ name: 'ruleforge_session', httpOnly: true, sameSite: 'Lax' });
    await page.getByText('Mia Wong').first().click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await context.addCookies([session!]);
    await page.goto('/settings/members');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

async function enter(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign in' }).click()]);
}
