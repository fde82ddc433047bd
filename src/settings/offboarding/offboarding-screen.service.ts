import { ForbiddenException, Injectable } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import type { Offboarding } from '../../offboarding/offboarding.js';
import { OffboardingsService } from '../../offboarding/offboardings.service.js';
import { beginningOf } from '../connection/period.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { OffboardingPage } from './offboarding-page.js';
import type { OffboardingQuery } from './offboarding-query.js';

/** An export: of what, for whom, and whether they may have the next portion still. */
export interface OffboardingExport {
  readonly person: Person;
  readonly connectionId: string;
  readonly query: OffboardingQuery;
  readonly actor: Actor;
  readonly mayStill: () => Promise<boolean>;
}

/** Reads *Offboarding*. */
@Injectable()
export class OffboardingScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly offboardings: OffboardingsService,
    private readonly audit: AuditService,
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

  /** All that the filter finds, read while it is sent. That somebody takes it away is audited first. */
  async export({
    person,
    connectionId,
    query,
    actor,
    mayStill,
  }: OffboardingExport): Promise<AsyncIterable<Offboarding>> {
    const { name } = await this.screens.get(person, connectionId);
    const place = { organizationId: person.organizationId, connectionId };
    const { search, kind, period } = query;
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        organizationId: place.organizationId,
        actor,
        action: 'offboarding.exported',
        subject: { kind: 'connection', id: connectionId, name },
        details: { search, kind, period },
      }),
    );
    return this.offboardings.all(this.transactions.single, place, toSearch(query), async () => {
      if (!(await mayStill())) throw new ForbiddenException();
    });
  }
}

const PAGE_SIZE = 50;

function toSearch({ search, kind, period }: OffboardingQuery) {
  const since = beginningOf(period);
  return { ...(search && { text: search }), ...(kind && { kind }), ...(since && { since }) };
}
