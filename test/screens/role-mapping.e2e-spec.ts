import { describeInBrowser } from './support/browser.js';
import { type Office, openOffice } from './support/office.js';
import { RoleDesk } from './support/role-desk.js';

describeInBrowser('Settings → Identity → Provisioning → Role mapping', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it.each([true, false])('changes roles when applied, and not before (script: %s)', async (javaScriptEnabled) => {
    const desk = await RoleDesk.open(office, { javaScriptEnabled });
    await desk.pushGroupOf('Engineers', 'Ada', 'Grace');
    await desk.page.getByRole('link', { name: 'Provisioning' }).click();
    await desk.page.getByRole('link', { name: 'Role mapping' }).click();
    await desk.map('Engineers', 'Engineer');
    await desk.preview();
    await desk.page.getByRole('heading', { name: '2 people get a greater role' }).waitFor();
    const people = await desk.page.locator('.effect__people').textContent();
    expect(people).toMatch(/Ada.*Read only.*Engineer.*because of Engineers.*Grace/s);
    expect(await desk.roleOf('Ada')).toBe('Read onlyDefault role');
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('EngineerFrom group Engineers');
    expect(await desk.mapped()).toEqual(['Engineers']);
    expect(desk.complaints).toEqual([]);
  });

  it('makes nobody Administrator without being told so twice', async () => {
    const desk = await RoleDesk.open(office);
    await desk.pushGroupOf('Admins', 'Ada');
    await desk.show();
    await desk.map('Admins', 'Administrator');
    await desk.preview();
    await desk.page.getByRole('heading', { name: '1 person becomes Administrator' }).waitFor();
    await desk.press('Apply');
    await desk.page.getByRole('alert').getByText('Nothing was applied').waitFor();
    expect(await desk.roleOf('Ada')).toContain('Read only');
    await desk.page.getByLabel('Yes, the members of Admins are to be Administrators').check();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('AdministratorFrom group Admins');
  });

  it('shows the preview once more when something has changed meanwhile', async () => {
    const desk = await RoleDesk.open(office);
    const engineers = await desk.pushGroupOf('Engineers', 'Ada');
    await desk.show();
    await desk.map('Engineers', 'Engineer');
    await desk.preview();
    await desk.directory.join(engineers, await desk.assign('Grace'));
    await desk.press('Apply');
    await desk.page.getByRole('alert').getByText('changed since you looked').waitFor();
    await desk.page.getByRole('heading', { name: '2 people get a greater role' }).waitFor();
    expect(await desk.roleOf('Ada')).toContain('Read only');
    await desk.apply();
    expect(await desk.roleOf('Grace')).toContain('Engineer');
  });

  it('lets the first group in the order decide, and says who loses by another order', async () => {
    const desk = await RoleDesk.open(office);
    const ada = await desk.assign('Ada');
    await desk.directory.push('Leads', [ada]);
    await desk.directory.push('Engineers', [ada]);
    await desk.show();
    await desk.map('Leads', 'Security content lead');
    await desk.map('Engineers', 'Engineer');
    await desk.preview();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('Security content leadFrom group Leads');
    await desk.press('Move Engineers up');
    await desk.page.getByText('Not applied yet.').waitFor();
    expect(await desk.mapped()).toEqual(['Engineers', 'Leads']);
    await desk.preview();
    await desk.page.getByRole('heading', { name: '1 person gets a lesser role' }).waitFor();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('EngineerFrom group Engineers');
  });

  it('gives the default role to whom no group decides', async () => {
    const desk = await RoleDesk.open(office);
    await desk.assign('Ada');
    await desk.show();
    await desk.page.getByLabel('Default role').selectOption('Reviewer');
    await desk.preview();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('ReviewerDefault role');
  });

  it('says so when nobody is concerned, and comes back to the same edit', async () => {
    const desk = await RoleDesk.open(office);
    await desk.pushGroupOf('Engineers');
    await desk.show();
    await desk.map('Engineers', 'Reviewer');
    await desk.preview();
    await desk.page.getByText('Nobody’s role changes').waitFor();
    await desk.press('Back to editing');
    await expect(desk.page.getByLabel('Role of Engineers').inputValue()).resolves.toBe('reviewer');
    await desk.press('Remove Engineers');
    await desk.page.getByText('No group decides a role yet.').waitFor();
    await desk.page.getByRole('button', { name: 'Map Engineers' }).waitFor();
  });

  it('waits for a group by its exact name, shows the nearly right one, and takes the one that arrives', async () => {
    const desk = await RoleDesk.open(office);
    await desk.pushGroupOf('Engineers ', 'Ada');
    await desk.show();
    await desk.page.getByLabel('Name or externalId').fill('Engineers');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Waiting for a group with exactly this name').waitFor();
    await desk.choose('Role of Engineers', 'Engineer');
    await desk.preview();
    await desk.apply();
    await expect(desk.page.locator('.near-misses').textContent()).resolves.toMatch(/Engineers␣.*blanks differ/);
    await desk.pushGroupOf('Engineers', 'Grace');
    expect(await desk.roleOf('Grace')).toBe('EngineerFrom group Engineers');
    expect(await desk.roleOf('Ada')).toContain('Read only');
  });

  it('pins a mapping that waits for an externalId to the group that arrives with it, whatever its name', async () => {
    const desk = await RoleDesk.open(office);
    await desk.show();
    await desk.page.getByText('No groups yet').waitFor();
    await desk.page.getByLabel('Recognize it by').selectOption('externalId');
    await desk.page.getByLabel('Name or externalId').fill('okta-7');
    await desk.page.getByRole('button', { name: 'Map', exact: true }).click();
    await desk.choose('Role of okta-7', 'Engineer');
    await desk.preview();
    await desk.apply();
    await desk.directory.push('Platform', [await desk.assign('Ada')], 'okta-7');
    expect(await desk.roleOf('Ada')).toBe('EngineerFrom group Platform');
    await desk.show();
    expect(await desk.mapped()).toEqual(['Platform']);
  });

  it('takes a nearly right group in place of the one that it waits for', async () => {
    const desk = await RoleDesk.open(office);
    await desk.pushGroupOf('engineers', 'Ada');
    await desk.show();
    await desk.page.getByLabel('Name or externalId').fill('Engineers');
    await desk.page.getByRole('button', { name: 'Map', exact: true }).click();
    await desk.choose('Role of Engineers', 'Engineer');
    await desk.press('Use this group: engineers');
    await desk.page.locator('ol').getByText('1 member').waitFor();
    await desk.preview();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('EngineerFrom group engineers');
  });

  it('gives roles in projects beside the role in the organization', async () => {
    const desk = await RoleDesk.open(office);
    const [cloud] = [await desk.addProject('Cloud'), await desk.addProject('Endpoint')];
    await desk.pushGroupOf('Engineers', 'Ada');
    await desk.show();
    await desk.press('Map in a project: Engineers');
    await desk.choose('Role of Engineers', 'Reviewer');
    await expect(desk.page.getByLabel('Project of Engineers').inputValue()).resolves.toBe(cloud.id);
    await desk.preview();
    await desk.page.getByRole('heading', { name: 'Of 1 person roles in projects change' }).waitFor();
    await desk.page.getByText('+ Reviewer in Cloud').waitFor();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe('Read onlyDefault role');
    await expect(desk.page.getByLabel('Role of Engineers').inputValue()).resolves.toBe('reviewer');
  });

  it('keeps what was entered when the rules refuse it, and says why', async () => {
    const desk = await RoleDesk.open(office);
    await desk.pushGroupOf('Engineers');
    await desk.show();
    await desk.map('Engineers', 'Engineer');
    await desk.page.getByLabel('Name or externalId').fill('Engineers');
    await desk.page.getByRole('button', { name: 'Map', exact: true }).click();
    await desk.page.getByText('Mapped twice').first().waitFor();
    await desk.press('Preview changes');
    await desk.page.getByRole('alert').getByText('A group is mapped twice.').waitFor();
    expect(await desk.mapped()).toEqual(['Engineers', 'Engineers']);
    await desk.page.getByLabel('Name or externalId').fill('');
    await desk.page.getByRole('button', { name: 'Map', exact: true }).click();
    await desk.page.getByRole('alert').getByText('Type the exact name').waitFor();
  });

  it('shows a name as text, and maps its group, whatever stands in it', async () => {
    const desk = await RoleDesk.open(office);
    const name = `"><img src=x onerror="alert(1)">&amp; 'Ops\\`;
    await desk.pushGroupOf(name, 'Ada');
    await desk.show();
    await desk.map(name, 'Engineer');
    await desk.preview();
    await desk.page.getByText(`because of ${name}`).waitFor();
    await desk.apply();
    expect(await desk.roleOf('Ada')).toBe(`EngineerFrom group ${name}`);
    await expect(desk.page.locator('main img').count()).resolves.toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  it('finds a group by a part of its name, and keeps the edit', async () => {
    const desk = await RoleDesk.open(office);
    for (const group of ['Engineers', 'Leads', 'Reviewers']) await desk.pushGroupOf(group);
    await desk.show();
    await desk.map('Leads', 'Reviewer');
    await desk.page.getByLabel('Find a group').fill('REV');
    await desk.page.getByRole('button', { name: 'Search', exact: true }).click();
    await desk.page.getByRole('button', { name: 'Map Engineers' }).waitFor({ state: 'detached' });
    await desk.map('Reviewers', 'Reviewer');
    expect(await desk.mapped()).toEqual(['Leads', 'Reviewers']);
    expect(desk.complaints).toEqual([]);
  });

  it('works by keyboard, and keeps the focus on the mapping that moves', async () => {
    const desk = await RoleDesk.open(office);
    for (const group of ['A', 'B', 'C']) await desk.pushGroupOf(group);
    await desk.show();
    for (const group of ['A', 'B', 'C']) await desk.map(group, 'Reviewer');
    await desk.page.getByRole('button', { name: 'Move C up' }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('ol li:nth-child(2)').getByText('C', { exact: true }).waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('ol li:nth-child(1)').getByText('C', { exact: true }).waitFor();
    expect(await desk.mapped()).toEqual(['C', 'A', 'B']);
    const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Move C up');
    await Promise.all([desk.page.waitForResponse(`**${desk.path}`), desk.page.keyboard.press('Enter')]);
    await desk.page.waitForFunction(() => !document.querySelector('.htmx-request'));
    await desk.press('Remove B');
    await desk.page.getByRole('button', { name: 'Map B' }).press('Enter');
    await desk.page.getByLabel('Role of B').waitFor();
    expect(await focused()).toBe('Role of B');
    expect(await desk.mapped()).toEqual(['C', 'A', 'B']);
    expect(desk.complaints).toEqual([]);
  });

  it('is for administrators: others see no way there, and are refused', async () => {
    const desk = await RoleDesk.open(office);
    const account = { email: 'mia@desk.test', password: 'correct horse battery' };
    await desk.hire('Mia Wong', account);
    const { page } = await office.visitAs(account);
    await expect(page.getByRole('link', { name: 'Provisioning' }).count()).resolves.toBe(0);
    for (const path of ['/settings/identity/provisioning', desk.path]) {
      expect((await page.goto(path))?.status()).toBe(403);
      await page.getByRole('heading', { name: 'Not allowed' }).waitFor();
    }
    expect((await page.request.post(desk.path, { form: { do: 'preview', defaultRole: 'engineer' } })).status()).toBe(
      403,
    );
  });

  it('does not exist for another organization', async () => {
    const [desk, stranger] = [await RoleDesk.open(office), await RoleDesk.open(office)];
    for (const path of [desk.path, desk.path.replace(desk.organization.scim.connectionId, 'nothing')]) {
      expect((await stranger.page.goto(path))?.status()).toBe(404);
      await stranger.page.getByRole('heading', { name: 'Page not found' }).waitFor();
      for (const command of ['show', 'preview', 'apply']) {
        const form = { do: command, defaultRole: 'engineer', token: 'any' };
        expect((await stranger.page.request.post(path, { form })).status()).toBe(404);
      }
    }
  });
});
