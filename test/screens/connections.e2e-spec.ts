import type { Page } from 'playwright-core';
import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { describeInBrowser } from './support/browser.js';
import { Directory } from './support/directory.js';
import { type Office, openOffice } from './support/office.js';

const PROVISIONING = '/settings/identity/provisioning';

describeInBrowser('a connection', () => {
  let office: Office;
  let page: Page;
  let complaints: readonly string[];
  let organization: FoundedOrganization;
  let opened = 0;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    opened += 1;
    organization = await office.running.found({ name: `Office ${opened}`, adminEmail: `root@office-${opened}.test` });
    ({ page, complaints } = await office.visitAs(organization.admin));
  });
  afterEach(() => expect(complaints).toEqual([]));

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const valueOf = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
  const at = (screen: string) => `${PROVISIONING}/${organization.scim.connectionId}/${screen}`;
  const directory = () => new Directory(organization.scim);
  const stateOf = async (token: string) => {
    const response = await fetch(`${organization.scim.baseUrl}/Users`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status;
  };

  it('is set up from the choice of a provider to the first person and group', async () => {
    await page.goto(PROVISIONING);
    await page.getByRole('button', { name: 'Set up a connection' }).click();
    await page.getByRole('link', { name: 'Microsoft Entra ID' }).click();
    await page.getByLabel('Name of the connection').fill('Contoso Entra');
    expect(await page.getByLabel('Recovery administrator root@').isChecked()).toBe(true);
    await press('Create draft and continue');
    await page.getByText('The connection is still a draft').waitFor();
    const baseUrl = await valueOf('Tenant URL');
    await page.goto(PROVISIONING);
    await page.getByRole('link', { name: 'Continue set-up: Contoso Entra' }).click();
    await press('Activate and issue the token');
    const token = await valueOf('Secret Token');
    expect(token).toMatch(/^rfscim_/);
    await fetch(`${baseUrl}/Users`, { headers: { authorization: 'Bearer rfscim_wrong' } });
    await page.getByText('A request came with a wrong token').waitFor();
    const entra = new Directory({ connectionId: '', baseUrl, token });
    const ada = await entra.assign('Ada Lovelace', `ada@office-${opened}.test`);
    await page.locator('#check').getByText('Ada Lovelace').waitFor();
    await entra.push('Engineers', [ada]);
    await page.locator('#check').getByText('The directory is connected.').waitFor();
    expect(await valueOf('Secret Token')).toBe(token);
  });

  it('does not issue a second token when the first one is asked for again', async () => {
    await page.goto(at('set-up'));
    const other = await page.context().newPage();
    await other.goto(at('set-up'));
    await press('Issue another token');
    await page.getByText('Shown this once').waitFor();
    await other.getByRole('button', { name: 'Issue another token' }).click();
    await other.getByRole('alert').getByText('something has changed').waitFor();
    expect(await other.getByText('Shown this once').count()).toBe(0);
  });

  it('loses no request while its token is rotated', async () => {
    const { token } = organization.scim;
    await page.goto(at('credentials'));
    const [statuses, stop] = [new Set<number>(), new AbortController()];
    const syncing = (async () => {
      while (!stop.signal.aborted) statuses.add(await stateOf(token));
    })();
    const card = page.getByRole('article', { name: 'First token' });
    await card.getByText('Rotate', { exact: true }).first().click();
    await card.getByRole('button', { name: 'Rotate', exact: true }).click();
    const successor = await valueOf('Bearer token');
    statuses.add(await stateOf(successor));
    stop.abort();
    await syncing;
    expect([...statuses]).toEqual([200]);
    await page.goto(at('credentials'));
    await page.getByText('Replaced').waitFor();
    const replaced = page.getByRole('article').filter({ hasText: 'Replaced' });
    await replaced.getByText('Revoke', { exact: true }).first().click();
    await replaced.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('The next request with it is refused.').first().waitFor();
    expect([await stateOf(token), await stateOf(successor)]).toEqual([401, 200]);
  });

  it('gets an OAuth client, whose secret is shown once', async () => {
    await page.goto(at('credentials'));
    await press('Create an OAuth client');
    const form = page.locator('form').filter({ hasText: 'JWK Set' });
    await form.getByLabel('Label').fill('Entra');
    await form.getByRole('button', { name: 'Create client' }).click();
    const [id, secret] = [await page.locator('#given-id').inputValue(), await valueOf('Client secret')];
    const endpoint = await page.locator('#given-endpoint').inputValue();
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    const granted = (await (await fetch(endpoint, { method: 'POST', body })).json()) as { access_token: string };
    expect(await stateOf(granted.access_token)).toBe(200);
    await page.goto(at('credentials'));
    expect(await page.content()).not.toContain(secret);
  });

  it('is renamed, paused and resumed', async () => {
    await page.goto(at('settings'));
    await page.getByLabel('Name', { exact: true }).fill('Okta');
    await press('Save');
    await page.getByText('Saved.').waitFor();
    await press('Pause');
    await page.getByText('Paused. The directory').waitFor();
    expect(await stateOf(organization.scim.token)).toBe(503);
    await press('Resume');
    await page.getByText('Resumed.').waitFor();
    expect(await stateOf(organization.scim.token)).toBe(200);
  });

  it.each([
    ['Keep them', 'Active'],
    ['Manage them by hand', 'Active'],
    ['Deactivate them', 'Deactivated'],
  ])('is removed: %s', async (fate, status) => {
    await directory().assign('Ada Lovelace', `ada@office-${opened}.test`);
    await page.goto(at('remove'));
    await page.getByText(fate, { exact: true }).click();
    if (fate === 'Deactivate them') {
      await press('Remove connection');
      await page.getByRole('alert').getByText('exactly as it is shown').waitFor();
      await page.getByText(fate, { exact: true }).click();
      await page.getByLabel('To deactivate everybody').fill('Directory');
    }
    await press('Remove connection');
    await page.getByText('Done. What happened').waitFor();
    expect(await page.getByText('Removed, with people who wait').count()).toBe(fate === 'Keep them' ? 1 : 0);
    expect(await stateOf(organization.scim.token)).toBe(401);
    await page.goto('/settings/members?search=ada');
    await page.locator('tbody tr').filter({ hasText: 'Ada Lovelace' }).getByText(status).waitFor();
  });
});
