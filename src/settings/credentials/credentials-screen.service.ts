import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { ConnectionClientsService } from '../../connections/connection-clients.service.js';
import type { ConnectionPlace } from '../../connections/connection-place.js';
import { ConnectionTokensService } from '../../connections/connection-tokens.service.js';
import { Transactions } from '../../database/transactions.js';
import { scimBaseUrl, tokenEndpoint } from '../../setup/scim-access.js';
import { ConnectionDesk } from '../connection/connection-desk.service.js';
import type { CredentialsPage, Issued } from './credentials-page.js';

/** Reads *Credentials*. */
@Injectable()
export class CredentialsScreenService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly desk: ConnectionDesk,
    private readonly tokens: ConnectionTokensService,
    private readonly clients: ConnectionClientsService,
  ) {}

  /** @throws NotFoundException */
  async read(place: ConnectionPlace, issued?: Issued): Promise<CredentialsPage> {
    const connection = await this.desk.get(place);
    const [tokens, clients] = await Promise.all([
      this.tokens.list(this.transactions.single, place),
      this.clients.list(this.transactions.single, place),
    ]);
    const baseUrl = scimBaseUrl(this.settings, connection.id);
    const issuer = baseUrl.replace(/\/v2$/, '');
    return {
      connection,
      baseUrl,
      tokenEndpoint: tokenEndpoint(this.settings, connection.id),
      issuer,
      tokens,
      clients,
      issued,
    };
  }
}
