import { Injectable, NotFoundException } from '@nestjs/common';
import { type Connection, ConnectionsService, type ConnectionState } from '@ruleforge/scim';
import { ConnectionRemovalService } from '../../connections/connection-removal.service.js';
import { CredentialWarningsService } from '../../connections/credential-warnings.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import type { ProvisioningPage } from './provisioning-page.js';

/** A connection that is there. */
export interface ListedConnection {
  readonly id: string;
  readonly name: string;
  readonly state: Exclude<ConnectionState, 'removed'>;
}

/** Reads the connections of the organization that the person acts in. */
@Injectable()
export class ProvisioningScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ConnectionsService,
    private readonly removal: ConnectionRemovalService,
    private readonly warnings: CredentialWarningsService,
  ) {}

  async read(person: Person): Promise<ProvisioningPage> {
    const tx = this.transactions.single;
    const [connections, warnings, keeping] = await Promise.all([
      this.list(person),
      this.warnings.list(tx, person.organizationId),
      this.removal.listKeeping(tx, person.organizationId),
    ]);
    return { connections, warnings, keeping };
  }

  /** Oldest first, in one statement. */
  async list({ organizationId }: Person): Promise<readonly ListedConnection[]> {
    return (await this.connections.list(this.transactions.single, organizationId)).flatMap(toListed);
  }

  /** @throws NotFoundException, also when the connection is another organization's */
  async get(person: Person, id: string): Promise<ListedConnection> {
    const connection = (await this.list(person)).find((listed) => listed.id === id);
    if (!connection) throw new NotFoundException();
    return connection;
  }
}

const toListed = ({ id, name, state }: Connection): ListedConnection[] =>
  state === 'removed' ? [] : [{ id, name, state }];
