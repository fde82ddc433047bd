import type { ScimAccess } from '../../../src/setup/scim-access.js';
import { Directory } from '../support/directory.js';
import type { Account, Office } from '../support/office.js';
import { submit } from './submit.js';

/** Where things of Initech are. */
export interface Initech {
  /** Where it is decided about the people of the connection that is gone. */
  readonly removal: string;
}

/** Removes Initech's connection, which keeps its people. */
export async function furnishInitech(office: Office, account: Account, scim: ScimAccess): Promise<Initech> {
  const directory = new Directory(scim);
  await directory.assign('Bill Lumbergh', 'bill@initech.test');
  await directory.assign('Milton Waddams', 'milton@initech.test');
  const { page } = await office.visitAs(account);
  const removal = `/settings/identity/provisioning/${scim.connectionId}/remove`;
  await submit(page, removal, { fate: 'keep', confirm: '' });
  return { removal };
}
