import type { Page } from 'playwright-core';
import { ActivityLog } from '@ruleforge/scim';
import { CONNECTION_PROVIDERS } from '../../../src/connections/connection-provider.js';
import { MassDeactivationWatch } from '../../../src/offboarding/mass-deactivation-watch.service.js';
import { Directory } from '../support/directory.js';
import type { Account, Office } from '../support/office.js';
import { submit } from './submit.js';

/** Where things of Umbrella are. */
export interface Umbrella {
  readonly account: Account;
  /** What its directory did to many at once, before and after it was undone. */
  readonly massDeactivations: Readonly<Record<'open' | 'undone', string>>;
  /** A draft of a connection with each provider. */
  readonly drafts: ReadonlyMap<string, string>;
  /** A connection that is not served at the moment, and whose token was revoked. */
  readonly paused: string;
}

const PROVISIONING = '/settings/identity/provisioning';
const PEOPLE = 10;

/** Gives Umbrella mass deactivations, one undone and one not, a paused connection, a token that soon expires, and a draft of a connection with each provider. */
export async function furnishUmbrella(office: Office): Promise<Umbrella> {
  const { application, dataSource } = office.running;
  const { admin: account, scim } = await office.running.found({ name: 'Umbrella', adminEmail: 'root@umbrella.test' });
  const directory = new Directory(scim);
  const people = Array.from({ length: PEOPLE }, (_, index) => `Person ${index + 1}`);
  const ids = await Promise.all(people.map((name, index) => directory.assign(name, `person${index}@umbrella.test`)));
  const soon = `UPDATE scim_tokens SET expires_at = now() + interval '9 days' WHERE connection_id = $1`;
  await dataSource.query(soon, [scim.connectionId]);
  const { page } = await office.visitAs(account);
  const deactivate = async () => {
    await Promise.all(ids.map((id) => directory.deactivate(id)));
    await application.get(ActivityLog).flush();
    await application.get(MassDeactivationWatch).look();
    await page.reload();
    return (await page.locator('.banner a').getAttribute('href')) ?? '';
  };
  const undone = await deactivate();
  await submit(page, `${undone}/undo`, {});
  const massDeactivations = { undone, open: await deactivate() };
  await page.goto(`${PROVISIONING}/new/okta`);
  const recovery = await page.locator('[name=recovery]').first().inputValue();
  const begin = async (provider: string, name: string) => {
    const setUp = await submit(page, `${PROVISIONING}/new/${provider}`, { name, recovery });
    return /[\w/]+(?=\/set-up\/token)/.exec(setUp)?.[0] ?? '';
  };
  const drafts = new Map<string, string>();
  for (const provider of CONNECTION_PROVIDERS) drafts.set(provider, await begin(provider, `Umbrella ${provider}`));
  const paused = await pause(page, await begin('other', 'Payroll'));
  return { account, massDeactivations, drafts, paused };
}

async function pause(page: Page, connection: string): Promise<string> {
  await submit(page, `${connection}/set-up/token`, { seen: '0' });
  await submit(page, `${connection}/settings/pause`, {});
  const credentials = await submit(page, `${connection}/credentials/tokens`, { label: 'Old', days: '90', seen: '1' });
  const revoke = /[\w/-]+\/revoke/.exec(credentials)?.[0] ?? '';
  await submit(page, revoke, {});
  return connection;
}
