import type { Page } from 'playwright-core';
import type { ExampleIdentityProvider } from '../../../demo/identity-provider.js';
import type { Account, Office } from '../support/office.js';
import { addressOf, makeRequests, pretendHistory, type Requests } from './history.js';
import { mapGroups } from './role-mapping.js';
import { submit } from './submit.js';

/** Where things of Acme are. */
export interface Acme {
  readonly connection: string;
  /** Members, by what is special about them. */
  readonly managed: string;
  readonly deactivated: string;
  readonly byHand: string;
  readonly project: string;
  readonly provider: string;
  readonly requests: Requests;
  /** Where invitations lead: of somebody new, and of somebody who has an account. */
  readonly links: Readonly<Record<'newcomer' | 'known', string>>;
}

const PEOPLE = [
  'Ada Lovelace',
  'Barbara Liskov',
  'Edsger Wybe Dijkstra',
  'Grace Hopper',
  'Katherine Johnson',
  'Margaret Hamilton',
  'Maximiliana-Konstantinopolitana von und zu Hohenfels',
  'Radia Perlman',
];
const MEMBERS = '/settings/members';
const PROJECTS = '/settings/projects';
const PROVIDERS = '/settings/identity/providers';

/** Gives Acme people, groups, rules, a history, projects, invitations, keys, and an identity provider. */
export async function furnishAcme(office: Office, idp: ExampleIdentityProvider, engineer: Account): Promise<Acme> {
  const { directory, acme } = office;
  const byHand = await office.hire('Alan Turing', engineer);
  const ids: string[] = [];
  for (const name of PEOPLE) ids.push(await directory.assign(name, addressOf(name)));
  const [managed = '', deactivated = '', changed = '', radia = ''] = [1, 3, 4, 7].map((index) => ids[index]);
  await mapGroups(office, ids);
  await directory.deactivate(radia);
  const requests = await makeRequests(office, { taken: 'Ada Lovelace', changed, leaving: deactivated });
  await pretendHistory(office);
  const { page } = await office.visitAs();
  await invite(page, 'a.very.long.address.of.a.person@department.subsidiary.example.test');
  const links = {
    newcomer: await invite(page, 'joana@example.test'),
    known: await invite(page, 'consultant@example.test'),
  };
  await submit(page, '/settings/api-keys/new', { name: 'Detection pipeline', life: '365' });
  return {
    connection: `/settings/identity/provisioning/${acme.scim.connectionId}`,
    ...{ managed, deactivated, byHand, requests, links },
    project: await addToProject(page, byHand),
    provider: await addProvider(page, office, idp),
  };
}

async function invite(page: Page, email: string): Promise<string> {
  const sent = await submit(page, `${MEMBERS}/invitations`, { email, role: 'engineer', language: 'en' });
  return /\/invitations\/[\w-]{20,}/.exec(sent)?.[0] ?? '';
}

async function addToProject(page: Page, memberId: string): Promise<string> {
  await page.goto(PROJECTS);
  const project = (await page.locator(`a[href^="${PROJECTS}/"]`).first().getAttribute('href')) ?? '';
  await submit(page, `${project}/members`, { memberId, role: 'engineer' });
  return project;
}

/** The identity provider of the demo, through which people sign in. */
async function addProvider(page: Page, { running, acme }: Office, idp: ExampleIdentityProvider): Promise<string> {
  const [clientId, clientSecret] = ['ruleforge', 'the secret of the application'];
  const { connectionId } = acme.scim;
  const wish = { name: 'Acme ID', issuer: idp.issuer, clientId, clientSecret, domains: 'acme.test', connectionId };
  await submit(page, `${PROVIDERS}/new`, wish);
  await page.goto(PROVIDERS);
  const provider = (await page.locator(`a[href^="${PROVIDERS}/"]:not([href$="/new"])`).getAttribute('href')) ?? '';
  const callbackUrl = `${running.url}/sso/oidc/callback`;
  idp.register({ clientId, clientSecret, callbackUrl, signedOutUrl: `${running.url}/sign-in` });
  for (const act of ['validate', 'activate']) {
    await page.goto(provider);
    const revision = await page.locator('[name=revision]').first().inputValue();
    await submit(page, `${provider}/${act}`, { revision });
  }
  return provider;
}
