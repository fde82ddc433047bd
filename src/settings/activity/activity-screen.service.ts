import { Injectable, NotFoundException } from '@nestjs/common';
import {
  ActivityHistory,
  type ActivityRecord,
  ConnectionsService,
  type ConnectionPlace,
  Retries,
  type RetryOutcome,
  TokensService,
} from '@ruleforge/scim';
import type { Actor } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Transactions } from '../../database/transactions.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import { beginningOf } from '../connection/period.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { ActivityPage, RequestPage } from './activity-page.js';
import type { ActivityQuery } from './activity-query.js';
import { ActivitySubjects } from './activity-subjects.service.js';

/** Reads *Activity* in a handful of statements, and hands what is to be retried to the provisioning services. */
@Injectable()
export class ActivityScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly connections: ConnectionsService,
    private readonly tokens: TokensService,
    private readonly history: ActivityHistory,
    private readonly subjects: ActivitySubjects,
    private readonly members: MembersService,
    private readonly audit: AuditService,
    private readonly retries: Retries,
  ) {}

  /** @throws NotFoundException when the organization has no such connection; so do all others */
  async list(person: Person, connectionId: string, query: ActivityQuery): Promise<ActivityPage> {
    const connection = await this.screens.get(person, connectionId);
    const place = placeOf(person, connectionId);
    const found = await this.search(place, query);
    const entries = found.slice(0, PAGE_SIZE);
    const subjects = await this.subjects.find(place, entries);
    return {
      connection,
      query,
      rows: entries.map((entry) => ({ entry, subject: subjects.get(entry.id) })),
      older: found.length > PAGE_SIZE ? entries.at(-1)?.id : undefined,
    };
  }

  async read(person: Person, connectionId: string, id: string): Promise<RequestPage> {
    const connection = await this.screens.get(person, connectionId);
    const place = placeOf(person, connectionId);
    const entry = await this.get(place, id);
    const [tx, isRefused] = [this.transactions.single, entry.outcome === 'refused' || entry.outcome === 'failed'];
    const [subjects, changes, retriable, tokens] = await Promise.all([
      this.subjects.find(place, [entry]),
      this.audit.listOfRequest(tx, place.organizationId, entry),
      isRefused && entry.kind !== 'read' ? this.history.isRetriable(tx, place, entry) : undefined,
      this.listTokens(connectionId),
    ]);
    const credential = tokens.find(({ id }) => id === entry.tokenId)?.label;
    return { connection, entry, subject: subjects.get(entry.id), credential, changes, retriable };
  }

  /** @throws NotFoundException, and what `Retries.retry` throws */
  async retry(person: Person, connectionId: string, id: string, actor: Actor): Promise<RetryOutcome> {
    await this.screens.get(person, connectionId);
    const entry = await this.get(placeOf(person, connectionId), id);
    const connection = await this.connections.find(this.transactions.single, connectionId);
    if (!connection) throw new NotFoundException();
    return this.retries.retry(connection, entry, { kind: 'member', id: actor.id, name: actor.name });
  }

  private async listTokens(connectionId: string) {
    const connection = await this.connections.find(this.transactions.single, connectionId);
    return connection ? this.tokens.list(this.transactions.single, connection) : [];
  }

  private async get(place: ConnectionPlace, id: string): Promise<ActivityRecord> {
    const entry = await this.history.find(this.transactions.single, place, id);
    if (!entry) throw new NotFoundException();
    return entry;
  }

  private async search(place: ConnectionPlace, query: ActivityQuery): Promise<ActivityRecord[]> {
    const { search = '', outcome, kind, period, before } = query;
    const since = beginningOf(period);
    const about = search.trim() === '' ? undefined : await this.findAbout(place, search.trim());
    return this.history.search(this.transactions.single, place, {
      limit: PAGE_SIZE + 1,
      ...(about && { about }),
      ...(outcome && { outcome }),
      ...(kind && { kind }),
      ...(since && { since }),
      ...(before && { before }),
    });
  }

  private async findAbout(place: ConnectionPlace, text: string) {
    const tx = this.transactions.single;
    const [{ members }, entryIds] = await Promise.all([
      this.members.list(tx, place.organizationId, { text, limit: MOST_PEOPLE }),
      this.history.findByBody(tx, place, text),
    ]);
    return { resourceIds: members.map(({ id }) => id), entryIds };
  }
}

const PAGE_SIZE = 50;
const MOST_PEOPLE = 50;

const placeOf = ({ organizationId }: Person, connectionId: string): ConnectionPlace => ({
  organizationId,
  connectionId,
});
