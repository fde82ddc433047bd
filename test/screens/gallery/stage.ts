import { type ExampleIdentityProvider, startIdentityProvider } from '../../../demo/identity-provider.js';
import { SSO_VARIABLES } from '../../sso/support/company.js';
import { PasswordAttempts } from '../../../src/users/password-attempts.js';
import { Mailbox } from '../../support/mailbox.js';
import { type Account, type Office, openOffice } from '../support/office.js';
import { type Acme, furnishAcme } from './acme.js';
import { furnishInitech, type Initech } from './initech.js';
import type { Looker } from './screen.js';
import { furnishUmbrella, type Umbrella } from './umbrella.js';

/** Everything that the screens of the gallery show. */
export interface Stage {
  readonly office: Office;
  readonly mailbox: Mailbox;
  readonly idp: ExampleIdentityProvider;
  /** An organization that has been there for a while. */
  readonly acme: Acme;
  /** One whose directory cut many people's access, and that has a draft of a connection with each provider. */
  readonly umbrella: Umbrella;
  /** One that has just begun. */
  readonly hooli: { readonly connection: string };
  /** One whose connection was removed and keeps its people. */
  readonly initech: Initech;
  /** An address of which too many passwords have been tried. */
  readonly guessed: string;
  readonly accounts: Readonly<Record<Exclude<Looker, 'stranger'>, Account>>;
  close(): Promise<void>;
}

/** An application with a mail server and an identity provider, and organizations in which something happened. */
export async function openStage(): Promise<Stage> {
  const [mailbox, idp] = await Promise.all([Mailbox.open(), startIdentityProvider()]);
  const office = await openOffice({ ...SSO_VARIABLES, ...mailbox.variables });
  const engineer = { email: 'alan@acme.test', password: 'correct horse battery' };
  const hooli = await office.running.found({ name: 'Hooli', adminEmail: 'root@hooli.test' });
  const newcomer = { ...hooli.admin, organizationId: hooli.organizationId };
  await office.running.found({ name: 'Globex', adminEmail: 'consultant@example.test' });
  const initech = await office.running.found({ name: 'Initech', adminEmail: 'consultant@example.test' });
  const consultant = { ...initech.admin, organizationId: initech.organizationId };
  const acme = await furnishAcme(office, idp, engineer);
  const umbrella = await furnishUmbrella(office);
  const kept = await furnishInitech(office, consultant, initech.scim);
  const guessed = 'guessed@example.test';
  await tryPasswords(office, guessed);
  const accounts = { administrator: office.acme.admin, engineer, newcomer, consultant, alarmed: umbrella.account };
  return {
    ...{
      office,
      mailbox,
      idp,
      acme,
      umbrella,
      hooli: { connection: `/settings/identity/provisioning/${hooli.scim.connectionId}` },
      initech: kept,
      guessed,
      accounts,
    },
    async close() {
      await office.close();
      await Promise.all([mailbox.close(), idp.close()]);
    },
  };
}

async function tryPasswords({ running }: Office, email: string): Promise<void> {
  const attempts = running.application.get(PasswordAttempts);
  for (let attempt = 0; attempt < 10; attempt++) await attempts.begin(email, '127.0.0.1');
}
