import { type ExampleIdentityProvider, startIdentityProvider } from '../../demo/identity-provider.js';
import { SSO_VARIABLES } from '../sso/support/company.js';
import { describeInBrowser } from './support/browser.js';
import { type Office, openOffice } from './support/office.js';

const SECRET = 'the secret of the application';
const PATH = '/settings/identity/providers';

describeInBrowser('identity providers', () => {
  let office: Office;
  let idp: ExampleIdentityProvider;
  let path: string;
  beforeAll(async () => {
    [office, idp] = await Promise.all([openOffice(SSO_VARIABLES), startIdentityProvider()]);
  });
  afterAll(() => Promise.all([office.close(), idp.close()]));

  it('are set up without a script: saved, validated, tested by a real sign-in, activated', async () => {
    await office.directory.assign('Ada Lovelace', 'ada@acme.test');
    const { page } = await office.visitAs(undefined, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Providers' }).click();
    await page.getByText('No provider yet').waitFor();
    await page.getByRole('button', { name: 'New provider' }).click();
    const callbackUrl = await page.getByLabel('Callback URL').inputValue();
    await page.getByLabel('Name', { exact: true }).fill('Acme ID');
    await page.getByLabel('Issuer or discovery URL').fill(`${idp.issuer}/.well-known/openid-configuration`);
    await page.getByLabel('Client ID').fill('ruleforge');
    await page.getByLabel('Client secret').fill(SECRET);
    await page.getByLabel('Allowed e-mail domains').fill('@acme.test, acme.example');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save as draft' }).press('Enter');
    await page.getByText('Saved.').waitFor();
    path = new URL(page.url()).pathname;
    expect(await page.content()).not.toContain(SECRET);
    const backChannelLogoutUrl = await page.getByLabel('Back-channel logout URL').inputValue();
    const signedOutUrl = `${office.running.url}/sign-in`;
    idp.register({ clientId: 'ruleforge', clientSecret: SECRET, callbackUrl, signedOutUrl, backChannelLogoutUrl });
    await page.getByRole('button', { name: 'Validate configuration' }).click();
    await page.getByText('The configuration is good. Nobody was signed in.').waitFor();
    await page.getByRole('button', { name: 'Test login flow' }).click();
    await page.getByRole('button', { name: 'Ada Lovelace' }).click();
    await page.getByText('This account would enter as Ada Lovelace').waitFor();
    await page.getByRole('link', { name: 'Back to the provider' }).click();
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByText('Active. People can sign in through this provider from now on.').waitFor();
  });

  it('let a provisioned person in, whom the directory deactivates: the next click shows the sign-in page', async () => {
    const id = await office.directory.assign('Grace Hopper', 'grace@acme.test');
    const { page, complaints } = await office.visit();
    await page.goto('/settings/members');
    await page.getByLabel('E-mail').fill('grace@acme.test');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Grace Hopper' }).click();
    await page.waitForURL('**/settings/members');
    await page.getByText('Grace Hopper').first().waitFor();
    await office.directory.deactivate(id);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/sign-in**');
    await page.goto(`/sso/oidc/${path.split('/').at(-1)!}/login`);
    await page.getByRole('heading', { name: 'Your access has ended' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('end their own session too when somebody signs out', async () => {
    await office.directory.assign('Edsger Dijkstra', 'edsger@acme.test');
    const { page } = await office.visit();
    await page.goto(`/sso/oidc/${path.split('/').at(-1)!}/login`);
    await page.getByRole('button', { name: 'Edsger Dijkstra' }).click();
    await page.waitForURL('**/settings/members');
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${idp.issuer}/session/end**`);
    await page.locator('button[name=logout], button[value=yes]').first().click();
    await page.waitForURL('**/sign-in**');
  });

  it('say what is wrong with a configuration, and keep what was entered', async () => {
    const { page } = await office.visitAs();
    await page.goto(`${PATH}/new`);
    await page.getByLabel('Name', { exact: true }).fill('Wrong');
    await page.getByLabel('Issuer or discovery URL').fill('https://nobody.invalid');
    await page.getByLabel('Client ID').fill('x');
    await page.getByLabel('Client secret').fill('y');
    await page.getByLabel('Allowed e-mail domains').fill('acme.test');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByText('Another provider of your organization has one of these domains').waitFor();
    await page.getByLabel('Allowed e-mail domains').fill('other.test');
    await page.getByLabel('Client secret').fill('y');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByRole('button', { name: 'Validate configuration' }).click();
    await page.getByText('Nobody answers there. Check the spelling.').waitFor();
    await page.getByText('Remove provider').first().click();
    await page.getByLabel('Yes, remove it').check();
    await page.getByRole('button', { name: 'Remove provider' }).click();
    await page.getByText('Removed.').waitFor();
  });
});
