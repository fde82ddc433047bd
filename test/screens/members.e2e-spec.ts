import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { type Office, openOffice } from './support/office.js';

const CROWD = 60;
const HIRED = { email: 'mia@acme.test', password: 'correct horse battery' };

describeInBrowser('Settings → Members', () => {
  let office: Office;
  let mia: string;
  beforeAll(async () => {
    office = await openOffice();
    const { directory } = office;
    await directory.assign('Ada Lovelace', 'ada@acme.test');
    await directory.deactivate(await directory.assign('Grace Hopper', 'grace@acme.test'));
    await directory.assign('<img src=x onerror=alert(1)>', 'mallory@acme.test');
    mia = await office.hire('Mia Wong', HIRED);
    const numbers = Array.from({ length: CROWD }, (_, index) => String(index + 1).padStart(2, '0'));
    await Promise.all(numbers.map((number) => directory.assign(`Person ${number}`, `p${number}@acme.test`)));
    const globex = await office.running.found({ name: 'Globex', adminEmail: 'root@globex.test' });
    await office.hire(
      'Ada of Globex',
      { email: 'ada@globex.test', password: 'correct horse battery' },
      globex.organizationId,
    );
  });
  afterAll(() => office.close());

  it('opens at its top, not at the tabs', async () => {
    const { page } = await office.visitAs();
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.reload();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('shows who is in, with role, status and where the access comes from', async () => {
    const { page, complaints } = await office.visitAs();
    expect(await rowOf(page, 'Ada')).toMatch(/Lovelace.*ada@acme\.test.*Read only.*Active.*Synced by Directory/s);
    expect(await rowOf(page, 'Grace')).toMatch(/grace@acme\.test.*Read only.*Deactivated.*Synced by Directory/s);
    expect(await rowOf(page, 'Mia')).toMatch(/mia@acme\.test.*Engineer.*Active.*Managed by hand/s);
    expect(await rowOf(page, 'root')).toMatch(/You.*root@acme\.test.*Administrator.*Active.*Recovery administrator/s);
    expect(complaints).toEqual([]);
  });

  it('tells how many there are, and shows nobody of another organization', async () => {
    const { page } = await office.visitAs();
    await expect(page.getByRole('status').textContent()).resolves.toBe(
      `${CROWD + 4} members besides the recovery administrator`,
    );
    await page.goto('/settings/members?search=globex');
    await page.getByText('Nobody matches').waitFor();
  });

  it('says how an organization without members fills', async () => {
    const hooli = await office.running.found({ name: 'Hooli', adminEmail: 'root@hooli.test' });
    const { page } = await office.visitAs(hooli.admin);
    await page.getByText('0 members besides the recovery administrator').waitFor();
    await page.getByText('People appear as soon as your identity provider assigns them to RuleForge').waitFor();
  });

  it('finds people while one types, without losing the place, and says how many', async () => {
    const { page, complaints } = await office.visitAs();
    await page.getByLabel('Search').pressSequentially('lovel');
    await page.getByRole('status').getByText('1 member found').waitFor();
    expect(await names(page)).toEqual(['Ada Lovelace']);
    await expect(page.getByLabel('Search').evaluate((field) => field === document.activeElement)).resolves.toBe(true);
    expect(new URL(page.url()).searchParams.get('search')).toBe('lovel');
    await page.reload();
    expect(await names(page)).toEqual(['Ada Lovelace']);
    expect(complaints).toEqual([]);
  });

  it('keeps to one status', async () => {
    const { page } = await office.visitAs();
    await page.getByLabel('Status').selectOption('Deactivated');
    await page.getByText('1 member found').waitFor();
    expect(await names(page)).toEqual(['Grace Hopper']);
  });

  it.each([true, false])('turns the pages and back (script: %s)', async (javaScriptEnabled) => {
    const { page, complaints } = await office.visitAs(office.acme.admin, { javaScriptEnabled });
    const first = await names(page);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('link', { name: 'Previous' }).waitFor();
    const second = await names(page);
    expect([...first, ...second]).toHaveLength(CROWD + 5);
    expect(new Set([...first, ...second]).size).toBe(CROWD + 5);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByRole('link', { name: 'Next' }).waitFor();
    expect(await names(page)).toEqual(first);
    expect(complaints).toEqual([]);
  });

  it('searches without script', async () => {
    const { page } = await office.visitAs(office.acme.admin, { javaScriptEnabled: false });
    await page.getByLabel('Search').fill('person 07');
    await page.getByLabel('Status').selectOption('Active');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('1 member found').waitFor();
    expect(await names(page)).toEqual(['Person 07']);
  });

  it('shows a name as text, whatever stands in it', async () => {
    const { page } = await office.visitAs();
    await page.goto('/settings/members?search=mallory');
    expect(await names(page)).toEqual(['<img src=x onerror=alert(1)>']);
    await expect(page.locator('#members img').count()).resolves.toBe(0);
  });

  it.each([
    ['a search', (page: Page) => page.getByLabel('Search').fill('ada')],
    ['a link', (page: Page) => page.getByRole('link', { name: 'Members', exact: true }).click()],
  ])('shows sign-in at the next click of a person whose access was cut: %s', async (_, click) => {
    const account = { ...HIRED, email: `leaver-${_.length}@acme.test` };
    const leaver = await office.hire('Lea Ver', account);
    const { page } = await office.visitAs(account);
    await office.directory.deactivate(leaver);
    await click(page);
    await page.waitForURL('**/sign-in?next=*');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('is open to every member', async () => {
    const { page } = await office.visitAs(HIRED);
    await expect(page.locator(`#member-${mia}`).textContent()).resolves.toContain('You');
  });
});

async function rowOf(page: Page, search: string): Promise<string | null> {
  await page.goto(`/settings/members?search=${search}`);
  return page.locator('tbody tr').textContent();
}

const names = (page: Page) => page.locator('.person__name').allTextContents();
