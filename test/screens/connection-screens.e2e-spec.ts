import type { Page } from 'playwright-core';
import { ActivityLog } from '@ruleforge/scim';
import { MassDeactivationWatch } from '../../src/offboarding/mass-deactivation-watch.service.js';
import { describeInBrowser } from './support/browser.js';
import { type Office, openOffice } from './support/office.js';
import { RoleDesk } from './support/role-desk.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

describeInBrowser('the screens of a connection', () => {
  let office: Office;
  beforeAll(async () => void (office = await openOffice()));
  afterAll(() => office.close());

  const pathOf = ({ path }: RoleDesk, screen: string) => path.replace('role-mapping', screen);
  const written = () => office.running.application.get(ActivityLog).flush();

  /** A request that the connection refuses: somebody has the name already. */
  async function refuse(desk: RoleDesk, person: string): Promise<void> {
    const userName = `${person.toLowerCase()}@${desk.organization.scim.connectionId}.test`;
    await fetch(`${desk.organization.scim.baseUrl}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.organization.scim.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({ schemas: [USER], userName, displayName: person, password: 'correct horse' }),
    });
    await written();
  }

  async function deactivateTen(desk: RoleDesk): Promise<readonly string[]> {
    const people = Array.from({ length: 10 }, (_, index) => `Person${index}`);
    const ids = await Promise.all(people.map(desk.assign));
    await Promise.all(ids.map((id) => desk.directory.deactivate(id)));
    await office.running.application.get(MassDeactivationWatch).look();
    return ids;
  }

  it('shows requests while they arrive, until one pauses it', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    await page.clock.install();
    await page.goto(pathOf(desk, 'activity'));
    await page.getByText('No request yet').waitFor();
    await desk.assign('Ada');
    await written();
    await page.clock.runFor(3_000);
    await page.getByRole('link', { name: 'Created' }).waitFor();
    await desk.assign('Grace');
    await written();
    await page.clock.runFor(3_000);
    await page.getByText('Grace', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Pause' }).click();
    await page.getByText('Paused').waitFor();
    await expect(page.locator('[hx-trigger^="every"]').count()).resolves.toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  it('finds by person, outcome and operation, without script too', async () => {
    const desk = await RoleDesk.open(office, { javaScriptEnabled: false });
    const { page } = desk;
    await desk.directory.deactivate(await desk.assign('Ada'));
    await desk.assign('Grace');
    await refuse(desk, 'Grace');
    await page.goto(pathOf(desk, 'activity'));
    expect(await kinds(page)).toEqual(['Created', 'Created', 'Deactivated', 'Created']);
    await page.getByLabel('Person').fill('ada');
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await kinds(page)).toEqual(['Deactivated', 'Created']);
    await page.goto(`${pathOf(desk, 'activity')}?outcome=refused&search=grace`);
    expect(await kinds(page)).toEqual(['Created']);
    await page.goto(`${pathOf(desk, 'activity')}?kind=deactivate&period=hour`);
    expect(await kinds(page)).toEqual(['Deactivated']);
  });

  it('says what a request changed in whom', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    const id = await desk.assign('Ada');
    const lead = await desk.directory.push('Leads');
    await desk.directory.join(lead, id);
    await written();
    await page.goto(pathOf(desk, 'activity'));
    await page.getByRole('link', { name: 'Group' }).first().click();
    await page.getByText('Group members changed').waitFor();
    await page.getByRole('link', { name: 'Show role mapping' }).waitFor();
    await page.getByText('What was tolerated').waitFor({ state: 'detached' });
    await expect(page.locator('.facts').textContent()).resolves.toMatch(/Duration.*ms.*PATCH/s);
  });

  it('says why a request was refused and where to mend it, and applies it again as the act of who asked', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    const id = await desk.hire('Grace', {
      email: `grace@${desk.organization.scim.connectionId}.test`,
      password: 'correct horse battery',
    });
    await refuse(desk, 'Grace');
    await page.goto(pathOf(desk, 'activity'));
    await page.getByRole('link', { name: 'Created' }).click();
    await page.getByText('Why it was not done').waitFor();
    await desk.press('Retry');
    await page.getByRole('alert').getByText('Refused again').waitFor();
    const database = office.running.dataSource;
    await database.query('UPDATE members SET removed_at = now(), active = false WHERE id = $1', [id]);
    await database.query('DELETE FROM member_terms WHERE member_id = $1', [id]);
    await desk.press('Retry');
    await page.getByText('Done: the request was applied.').waitFor();
    await page.getByText('a newer request has changed this since').waitFor();
    const [audited] = await database.query<{ actor_kind: string; details: unknown }[]>(
      `SELECT actor_kind, details FROM audit_entries WHERE organization_id = $1 AND action = 'request.retried'
       ORDER BY id DESC LIMIT 1`,
      [desk.organization.organizationId],
    );
    expect(audited).toMatchObject({ actor_kind: 'member', details: { operation: 'Users.create' } });
    const [kept] = await database.query('SELECT body FROM scim_kept_requests WHERE organization_id = $1', [
      desk.organization.organizationId,
    ]);
    expect(JSON.stringify(kept)).not.toContain('correct horse');
  });

  it('tells how the connection does, and takes other limits for alerts', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    await desk.directory.deactivate(await desk.assign('Ada'));
    await desk.directory.push('Leads');
    await written();
    await page.goto(pathOf(desk, 'health'));
    const figures = (await page.locator('.figures').textContent()) ?? '';
    expect(figures).toMatch(/Requests3.*Errors0.*Users in sync10 active.*Groups in sync1.*From request.*p50/s);
    await page.getByText('The numbers').click();
    await expect(page.locator('.chart__table tbody tr').last().textContent()).resolves.toMatch(/\d101$/);
    await page.getByLabel('Per cent').fill('50');
    await desk.press('Save');
    await page.getByText('Saved.').waitFor();
    await expect(page.getByLabel('Per cent').inputValue()).resolves.toBe('50');
  });

  it('alerts every administrator to a mass deactivation, and undoes it in one act', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    const [first = ''] = await deactivateTen(desk);
    await page.reload();
    await page.getByRole('alert').getByRole('link', { name: 'Look at it' }).click();
    await page.getByText('10 people can have their access back.').waitFor();
    await page.getByText('It will deactivate them again').waitFor();
    await desk.press('Undo: give 10 people access back');
    await page.getByText('Undone by').waitFor();
    await expect(page.getByText('Active again').count()).resolves.toBe(10);
    await page.goto(`/settings/members?search=Person0`);
    await expect(page.locator(`#member-${first}`).textContent()).resolves.toContain('Active');
    await expect(page.locator('.banner').count()).resolves.toBe(0);
  });

  it('ends the alert for one that was intended, and shows it to no other organization', async () => {
    const [desk, other] = [await RoleDesk.open(office, { javaScriptEnabled: false }), await RoleDesk.open(office)];
    await deactivateTen(desk);
    await other.page.reload();
    await expect(other.page.locator('.banner').count()).resolves.toBe(0);
    await desk.page.reload();
    await desk.page.getByRole('link', { name: 'Look at it' }).click();
    const { pathname } = new URL(desk.page.url());
    expect((await other.page.goto(pathname))?.status()).toBe(404);
    await desk.press('This was intended');
    await desk.page.getByText('said that this was intended.').waitFor();
    await expect(desk.page.locator('.banner').count()).resolves.toBe(0);
  });

  it('keeps the offboarding record, and hands it out as CSV in which no formula stands', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    const { connectionId } = desk.organization.scim;
    await desk.directory.deactivate(await desk.directory.assign('=HYPERLINK("x")', `eve@${connectionId}.test`));
    await page.goto(pathOf(desk, 'offboarding'));
    await expect(page.locator('tbody tr').textContent()).resolves.toMatch(
      /HYPERLINK.*Deactivated.*Directory.*after \d+ ms.*Nothing was open/s,
    );
    const csv = await page.request.post(`${pathOf(desk, 'offboarding')}/export`, {
      form: { search: 'eve' },
      headers: { origin: office.running.url },
    });
    expect(csv.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
    const [head = '', row = ''] = (await csv.text()).split('\n');
    expect(head).toMatch(/name,user_name,email,.*asked_at,access_cut_at,sessions_ended/);
    expect(row).toContain(`"'=HYPERLINK(""x"")",eve@${connectionId}.test`);
  });

  it('says who could not sign in, why, and what to change, before they fail', async () => {
    const desk = await RoleDesk.open(office);
    const { page } = desk;
    const { organizationId, scim } = desk.organization;
    await page.goto(pathOf(desk, 'sign-in-check'));
    await page.getByText('No identity provider to check against').waitFor();
    await desk.directory.assign('Fine Domain', 'fine@good.test');
    const [matched, unmatched] = [await desk.assign('Matched'), await desk.assign('Unmatched')];
    const { dataSource } = office.running;
    const provider = 'b1b7c1a0-0000-4000-8000-000000000001';
    await dataSource.query(`UPDATE members SET external_id = 'sub-1' WHERE id = $1`, [matched]);
    await dataSource.query(
      `INSERT INTO identity_providers (organization_id, id, name, state, issuer, client_id, client_secret, connection_id,
         match_claim, trusts_email)
       VALUES ($1, $2, 'Okta', 'draft', 'https://a.test', 'c', 's', $3, 'sub', true)`,
      [organizationId, provider, scim.connectionId],
    );
    await dataSource.query('INSERT INTO identity_provider_domains VALUES ($1, $2, $3)', [
      organizationId,
      provider,
      'good.test',
    ]);
    await page.reload();
    await page.getByText('1 person could not sign in.').waitFor();
    await expect(page.locator('tbody').textContent()).resolves.toMatch(
      /Unmatched.*no externalId.*not allowed.*Map ext/s,
    );
    await dataSource.query(
      'INSERT INTO member_identities (organization_id, provider_id, subject, member_id) VALUES ($1, $2, $3, $4)',
      [organizationId, provider, 'other-subject', matched],
    );
    await dataSource.query(`UPDATE members SET external_id = 'sub-2' WHERE id = $1`, [unmatched]);
    await page.reload();
    await expect(page.locator('tbody').textContent()).resolves.toMatch(/Unmatched.*others who signed in were not/s);
  });

  it('is for who manages the identity provider alone', async () => {
    const desk = await RoleDesk.open(office);
    const account = { email: 'mia@screens.test', password: 'correct horse battery' };
    await desk.hire('Mia', account);
    const { page } = await office.visitAs(account);
    for (const screen of ['activity', 'health', 'offboarding', 'sign-in-check']) {
      expect([screen, (await page.request.get(pathOf(desk, screen))).status()]).toEqual([screen, 403]);
    }
  });
});

const kinds = (page: Page) => page.locator('tbody th a').allTextContents();
