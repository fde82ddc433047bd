import { Injectable, NotFoundException } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import { Settings } from '../../config/settings.js';
import { Transactions } from '../../database/transactions.js';
import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import { ProviderNotFound } from '../../identity-providers/identity-provider-errors.js';
import { IdentityProvidersService } from '../../identity-providers/identity-providers.service.js';
import { ProviderDialogue } from '../../identity-providers/provider-dialogue.service.js';
import type { Person } from '../../members/person.js';
import { SIGN_IN_PATH } from '../../web/access/sign-in-required.js';
import { backChannelLogoutPath, loginPath } from '../../web/sso/sso-paths.js';
import { emptyForm, type ProviderForm, toForm } from './provider-form.js';
import type { ProviderAddresses, ProviderPage } from './provider-page.js';

/** Reads what the screens of the providers show. */
@Injectable()
export class ProvidersScreenService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersService,
    private readonly connections: ConnectionsService,
    private readonly dialogue: ProviderDialogue,
  ) {}

  list({ organizationId }: Person): Promise<readonly IdentityProvider[]> {
    return this.providers.list(this.transactions.single, organizationId);
  }

  /** @throws NotFoundException, also when it is another organization's */
  async get({ organizationId }: Person, id: string): Promise<IdentityProvider> {
    try {
      return await this.providers.get(this.transactions.single, organizationId, id);
    } catch (error) {
      throw error instanceof ProviderNotFound ? new NotFoundException() : error;
    }
  }

  /** The page of a provider, or of a new one; with what somebody entered, where they did. */
  async readPage(person: Person, id: string | undefined, entered?: ProviderForm): Promise<ProviderPage> {
    const [provider, connections] = await Promise.all([
      id === undefined ? undefined : this.get(person, id),
      this.listConnections(person),
    ]);
    const form = entered ?? (provider ? toForm(provider) : emptyForm(connections));
    return { provider, connections, form, addresses: this.addressesOf(provider) };
  }

  private async listConnections({ organizationId }: Person) {
    const connections = await this.connections.list(this.transactions.single, organizationId);
    return connections.filter(({ state }) => state !== 'removed').map(({ id, name }) => ({ id, name }));
  }

  private addressesOf(provider: IdentityProvider | undefined): ProviderAddresses {
    const { publicUrl } = this.settings;
    const common = { callback: this.dialogue.callbackUrl, signedOut: `${publicUrl}${SIGN_IN_PATH}` };
    if (!provider) return common;
    const login = `${publicUrl}${loginPath(provider.id)}`;
    return {
      ...common,
      ofProvider: { login, backChannelLogout: `${publicUrl}${backChannelLogoutPath(provider.id)}` },
    };
  }
}
