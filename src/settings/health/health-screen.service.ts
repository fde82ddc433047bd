import { Injectable } from '@nestjs/common';
import { ActivityHistory } from '@ruleforge/scim';
import type { Actor } from '../../audit/actor.js';
import { runStatement, type Statement } from '../../database/statement.js';
import { Transactions } from '../../database/transactions.js';
import { ManagedMembersService } from '../../members/managed-members.service.js';
import type { Person } from '../../members/person.js';
import { ConnectionWatches, type ConnectionWatch } from '../../offboarding/connection-watches.service.js';
import { OffboardingsService } from '../../offboarding/offboardings.service.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { HealthPage } from './health-page.js';

/** Reads *Health*: counts that are kept, and those of the people and groups that the connection manages. */
@Injectable()
export class HealthScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly history: ActivityHistory,
    private readonly offboardings: OffboardingsService,
    private readonly watches: ConnectionWatches,
    private readonly managed: ManagedMembersService,
  ) {}

  /** @throws NotFoundException when the organization has no such connection; so does `watch` */
  async read(person: Person, connectionId: string): Promise<HealthPage> {
    const connection = await this.screens.get(person, connectionId);
    const [tx, { organizationId }] = [this.transactions.single, person];
    const place = { organizationId, connectionId };
    const [summary, days, cutTimes, watch, people, [counted]] = await Promise.all([
      this.history.summarize(tx, place),
      this.history.listDays(tx, place, DAYS),
      this.offboardings.measure(tx, place),
      this.watches.find(tx, place),
      this.managed.count(tx, organizationId, connectionId),
      runStatement<{ groups: number }>(tx, COUNT_GROUPS, [organizationId, connectionId]),
    ]);
    const silentSince = Date.now() - watch.silentHours * 3_600_000;
    const isSilent = summary.lastContact !== null && summary.lastContact.getTime() < silentSince;
    const { active, deactivated } = people;
    const counts = { users: active + deactivated, activeUsers: active, groups: counted?.groups ?? 0 };
    return { connection, summary, isSilent, cutTimes, days, watch, ...counts };
  }

  async watch(person: Person, connectionId: string, watch: ConnectionWatch, actor: Actor): Promise<void> {
    const { name } = await this.screens.get(person, connectionId);
    const place = { organizationId: person.organizationId, connectionId, connectionName: name };
    await this.transactions.run((tx) => this.watches.set(tx, place, watch, actor));
  }
}

const DAYS = 14;

/** $1 organization, $2 connection. */
const COUNT_GROUPS: Statement = {
  name: 'health-count-groups',
  text: 'SELECT count(*)::int AS groups FROM scim_groups g WHERE g.organization_id = $1 AND g.connection_id = $2',
};
