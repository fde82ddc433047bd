import { ConnectionAdmissionsService } from '../../../src/connections/connection-admissions.service.js';
import { Transactions } from '../../../src/database/transactions.js';
import {
  IdentityProvidersService,
  type ProviderWish,
} from '../../../src/identity-providers/identity-providers.service.js';
import type { Organization } from '../../road/support/organization.js';
import type { RunningApplication } from '../../support/running-application.js';
import type { ForgedProvider, Forgery } from './forged-provider.js';
import { leadsTo, Traveller } from './traveller.js';

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

export const SSO_VARIABLES = {
  RULEFORGE_SSO_ALLOW_PRIVATE_NETWORKS: 'true',
  RULEFORGE_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
};

/** An organization that signs its people in through a provider. */
export class Company {
  private constructor(
    private readonly app: RunningApplication,
    readonly organization: Organization,
    readonly forged: ForgedProvider,
    readonly providerId: string,
  ) {}

  /** With an active provider, whose externalIds are those of the organization's directory. */
  static async open(
    app: RunningApplication,
    organization: Organization,
    forged: ForgedProvider,
    wish: Partial<ProviderWish> = {},
  ): Promise<Company> {
    const { issuer, clientId, clientSecret } = forged;
    const providerId = await addProvider(app, organization, { issuer, clientId, clientSecret, ...wish });
    return new Company(app, organization, forged, providerId);
  }

  /** Whether a connection of the organization, its first one unless another is named, lets in only whom it provisioned. */
  async onlyProvisioned(only: boolean, connectionId = this.organization.connectionId): Promise<void> {
    const { application } = this.app;
    const place = { organizationId: this.organization.id, connectionId };
    const admissions = application.get(ConnectionAdmissionsService, { strict: false });
    await application.get(Transactions, { strict: false }).run((tx) => admissions.set(tx, place, only, OPERATOR));
  }

  traveller = () => new Traveller(this.app.url);

  /** Leaves for the provider. */
  async leave(traveller: Traveller, path = `/sso/oidc/${this.providerId}/login`): Promise<URL> {
    return leadsTo(await traveller.get(path));
  }

  /** Comes back with a code for these claims. */
  return(traveller: Traveller, departure: URL, claims: Forgery, more: Forgery = {}): Promise<Response> {
    const code = this.forged.codeFor(departure, claims);
    const query = new URLSearchParams({ code, state: departure.searchParams.get('state') ?? '', ...more });
    return traveller.get(`/sso/oidc/callback?${query.toString()}`);
  }

  /** Both, in a browser that has not been here before. */
  async signIn(claims: Forgery, traveller = this.traveller()): Promise<{ answer: Response; traveller: Traveller }> {
    const departure = await this.leave(traveller);
    return { answer: await this.return(traveller, departure, claims), traveller };
  }
}

/** An active provider, whose configuration nobody has to look at. */
async function addProvider(
  { application }: RunningApplication,
  { id, connectionId }: Organization,
  wish: Partial<ProviderWish> & Pick<ProviderWish, 'issuer' | 'clientId' | 'clientSecret'>,
): Promise<string> {
  const providers = application.get(IdentityProvidersService, { strict: false });
  const whole: ProviderWish = {
    name: 'Acme ID',
    domains: ['acme.test'],
    connectionId,
    matchClaim: 'sub',
    trustsEmail: false,
    ...wish,
  };
  return application.get(Transactions, { strict: false }).run(async (tx) => {
    const providerId = await providers.create(tx, id, whole, OPERATOR);
    await providers.validated(tx, await providers.get(tx, id, providerId), OPERATOR);
    await providers.activate(tx, await providers.get(tx, id, providerId), OPERATOR);
    return providerId;
  });
}

/** Whether the browser's session opens a page. */
export const isIn = async (traveller: Traveller): Promise<boolean> =>
  (await traveller.get('/settings/members')).status === 200;
