import { Injectable } from '@nestjs/common';
import { ApiKeysService } from '../../api-keys/api-keys.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { can } from '../../members/roles.js';
import type { ApiKeysPage } from './api-keys-page.js';

/** Reads *Settings → API keys*: everybody's own ones; who manages members sees all. */
@Injectable()
export class ApiKeysScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiKeys: ApiKeysService,
  ) {}

  async read({ organizationId, memberId, role }: Person, before?: string): Promise<ApiKeysPage> {
    const ofEverybody = can(role, 'member:manage');
    const search = { memberId: ofEverybody ? undefined : memberId, limit: PAGE_SIZE, before };
    const { keys, next } = await this.apiKeys.list(this.transactions.single, organizationId, search);
    return { ofEverybody, rows: keys.map((key) => ({ ...key, isViewers: key.memberId === memberId })), next };
  }
}

const PAGE_SIZE = 50;
