import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import { IdentityProvidersService } from '../../identity-providers/identity-providers.service.js';
import { SignInCheck } from '../../identity-providers/sign-in-check.service.js';
import type { Person } from '../../members/person.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { CheckedProvider, SignInCheckPage } from './sign-in-check-page.js';

/** Reads *Sign-in check*: one statement a provider, of those that are of this connection or of none. */
@Injectable()
export class SignInCheckScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly identityProviders: IdentityProvidersService,
    private readonly check: SignInCheck,
  ) {}

  /** @throws NotFoundException when the organization has no such connection */
  async read(person: Person, connectionId: string): Promise<SignInCheckPage> {
    const connection = await this.screens.get(person, connectionId);
    const all = await this.identityProviders.list(this.transactions.single, person.organizationId);
    const own = all.filter((provider) => provider.connectionId === connectionId);
    const checked = own.length > 0 ? own : all.filter((provider) => provider.connectionId === null);
    return {
      connection,
      providers: await Promise.all(checked.map((provider) => this.examine(provider, connectionId))),
    };
  }

  private async examine(provider: IdentityProvider, connectionId: string): Promise<CheckedProvider> {
    const found = await this.check.list(this.transactions.single, provider, connectionId, MOST_PEOPLE + 1);
    return { provider, people: found.slice(0, MOST_PEOPLE), more: found.length > MOST_PEOPLE };
  }
}

const MOST_PEOPLE = 100;
