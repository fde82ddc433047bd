import { describeInBrowser } from './support/browser.js';
import { type Account, type Office, openOffice } from './support/office.js';

const KEY = /^rfk_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}$/;

describeInBrowser('one’s own account', () => {
  let office: Office;
  let consultant: Account;
  beforeAll(async () => {
    office = await openOffice();
    const there = await office.running.found({ name: 'Globex', adminEmail: 'consultant@example.test' });
    const here = await office.running.found({ name: 'Initech', adminEmail: 'consultant@example.test' });
    consultant = { ...here.admin, organizationId: there.organizationId };
  });
  afterAll(() => office.close());

  it('is left for another organization at the name of this one, by keyboard', async () => {
    const { page, complaints } = await office.visitAs(consultant);
    await page.locator('.menu summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/members');
    await page.getByTitle('Initech').waitFor();
    expect(complaints).toEqual([]);
  });

  it('gives a key once, after the password where the sign-in is old, and without script too', async () => {
    const { admin } = await office.running.found({ name: 'Hooli', adminEmail: 'root@hooli.test' });
    const { page } = await office.visitAs(admin, { javaScriptEnabled: false });
    await page.goto('/settings/api-keys/new');
    await page.getByLabel('Name').fill('CI pipeline');
    await office.running.dataSource.query(`UPDATE sessions SET proved_at = now() - interval '1 hour'`);
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('heading', { name: 'Confirm it is you' }).waitFor();
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByLabel('Value').inputValue()).resolves.toMatch(KEY);
    await page.getByRole('link', { name: 'back to the keys' }).click();
    await expect(page.locator('tbody').textContent()).resolves.toMatch(/CI pipeline.*Active/s);
    await page.getByText('Revoke', { exact: true }).click();
    await page.getByRole('button', { name: 'Revoke now' }).click();
    await page.getByText('Revoked. The key works no more.').waitFor();
  });

  it('copies a value at a press', async () => {
    const hired = { email: 'mia@acme.test', password: 'correct horse battery' };
    await office.hire('Mia Wong', hired);
    const { page, context, complaints } = await office.visitAs(hired);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/settings/api-keys/new');
    await page.getByLabel('Name').fill('CI pipeline');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await expect(page.evaluate(() => navigator.clipboard.readText())).resolves.toMatch(KEY);
    expect(complaints).toEqual([]);
  });

  it('finds in the audit log what was done, and opens it', async () => {
    const { page } = await office.visitAs();
    await page.goto('/governance/audit');
    await page.getByLabel('Search').fill('recovery');
    await page.getByLabel('Entity type').selectOption('Member');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('.entry summary').last().click();
    await page.locator('.entry[open]').getByText('member.created').waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe('recovery');
  });

  it('goes on looking through the audit log by itself, and shows what it finds on the way', async () => {
    await office.running.dataSource.query(
      `INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
         subject_name)
       SELECT $1, uuid_v7(), 'system', 's', 'System', 'thing.counted', 'case', n,
         CASE WHEN n % 4000 = 10 THEN 'Even and odd' WHEN n % 2 = 0 THEN 'Even' ELSE 'Odd' END || ' case'
       FROM generate_series(1, 8100) n`,
      [office.acme.organizationId],
    );
    const { page } = await office.visitAs();
    await page.goto('/governance/audit?text=even+odd');
    await page.getByText('3 entries', { exact: true }).waitFor();
    await expect(page.locator('.entry').count()).resolves.toBe(3);
    await expect(page.getByRole('status').count()).resolves.toBe(1);
    await expect(page.locator('.rest').count()).resolves.toBe(0);
    expect(new URL(page.url()).search).toBe('?text=even+odd');
  });
});
