import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import type { Offboarding } from '../../offboarding/offboarding.js';
import { OffboardingsService } from '../../offboarding/offboardings.service.js';
import { beginningOf } from '../connection/period.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { OffboardingPage } from './offboarding-page.js';
import type { OffboardingQuery } from './offboarding-query.js';

/** Reads *Offboarding*. */
@Injectable()
export class OffboardingScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly offboardings: OffboardingsService,
  ) {}

  /** @throws NotFoundException when the organization has no such connection; so does `export` */
  async list(person: Person, connectionId: string, query: OffboardingQuery): Promise<OffboardingPage> {
    const connection = await this.screens.get(person, connectionId);
    const place = { organizationId: person.organizationId, connectionId };
    const found = await this.offboardings.list(this.transactions.single, place, {
      ...toSearch(query),
      limit: PAGE_SIZE + 1,
      ...(query.before && { before: query.before }),
    });
    const rows = found.slice(0, PAGE_SIZE);
    return { connection, query, rows, older: found.length > PAGE_SIZE ? rows.at(-1)?.id : undefined };
  }

  /** All that the filter finds, read while it is sent. */
  async export(person: Person, connectionId: string, query: OffboardingQuery): Promise<AsyncIterable<Offboarding>> {
    await this.screens.get(person, connectionId);
    const place = { organizationId: person.organizationId, connectionId };
    return this.offboardings.all(this.transactions.single, place, toSearch(query));
  }
}

const PAGE_SIZE = 50;

function toSearch({ search, kind, period }: OffboardingQuery) {
  const since = beginningOf(period);
  return { ...(search && { text: search }), ...(kind && { kind }), ...(since && { since }) };
}
