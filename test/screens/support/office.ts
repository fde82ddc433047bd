import type { Browser } from 'playwright-core';
import { Transactions } from '../../../src/database/transactions.js';
import { ManualMembersService } from '../../../src/members/manual-members.service.js';
import type { FoundedOrganization } from '../../../src/setup/organization-founder.js';
import { type RunningApplication, startApplication } from '../../support/running-application.js';
import { closeContexts, type Cookies, type Look, openVisitor, shareBrowser, type Visitor } from './browser.js';
import { Directory } from './directory.js';

export interface Account {
  readonly email: string;
  readonly password: string;
  /** Which one to enter, of several. */
  readonly organizationId?: string;
}

/** An application with one organization and its directory, and a browser to look at it. */
export interface Office {
  readonly running: RunningApplication;
  readonly acme: FoundedOrganization;
  readonly directory: Directory;
  /** A browser without a session. */
  visit(look?: Look): Promise<Visitor>;
  /** A browser at the members, in the session of this account: by default the recovery administrator's. */
  visitAs(account?: Account, look?: Look): Promise<Visitor>;
  /** A member whom no directory manages, in Acme unless told otherwise. */
  hire(name: string, account: Account, organizationId?: string): Promise<string>;
  close(): Promise<void>;
}

/** `variables` are set as they would be in the environment. */
export async function openOffice(variables: Readonly<Record<string, string>> = {}): Promise<Office> {
  const [browser, running] = await Promise.all([shareBrowser(), startApplication('fastify', variables)]);
  const signedIn = new Map<string, Cookies>();
  const acme = await running.found({ name: 'Acme', adminEmail: 'root@acme.test' });
  return {
    running,
    acme,
    directory: new Directory(acme.scim),
    visit: (look) => openVisitor(browser, running.url, look),
    async visitAs(account = acme.admin, look) {
      const cookies = signedIn.get(account.email) ?? (await signIn(browser, running.url, account));
      signedIn.set(account.email, cookies);
      const visitor = await openVisitor(browser, running.url, look, cookies);
      await visitor.page.goto('/settings/members');
      return visitor;
    },
    hire: (name, account, organizationId = acme.organizationId) => hire(running, organizationId, name, account),
    async close() {
      await closeContexts(running.url);
      await running.stop();
    },
  };
}

/** What the sign-in page sends: how the page does it has tests of its own. */
async function signIn(browser: Browser, url: string, account: Account): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: url });
  const { email, password, organizationId } = account;
  const answer = await context.request.post('/sign-in', {
    form: { email, password, ...(organizationId && { organizationId }) },
    headers: { origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

function hire(running: RunningApplication, organizationId: string, name: string, account: Account): Promise<string> {
  const actor = { kind: 'operator', id: 'test', name: 'Test' } as const;
  const wish = { ...account, name, role: 'engineer' } as const;
  return running.application
    .get(Transactions)
    .run((tx) => running.application.get(ManualMembersService).create(tx, organizationId, wish, actor));
}
