import { Injectable } from '@nestjs/common';
import type { ConnectionPlace } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Settings } from '../config/settings.js';
import { runStatement, type Statement } from '../database/statement.js';

/** From when on a connection is worth an alert. */
export interface ConnectionWatch {
  /** People deactivated within an hour, and how many per cent of the managed; both are needed. */
  readonly alertPeople: number;
  readonly alertPercent: number;
  /** Hours without a request after which it counts as silent. */
  readonly silentHours: number;
}

/** What administrators set about alerts of a connection; else what the server's settings say. */
@Injectable()
export class ConnectionWatches {
  constructor(
    private readonly settings: Settings,
    private readonly audit: AuditService,
  ) {}

  async find(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace): Promise<ConnectionWatch> {
    const [row] = await runStatement<ConnectionWatch & Record<string, unknown>>(tx, FIND, [
      organizationId,
      connectionId,
    ]);
    const { massDeactivationPeople, massDeactivationPercent, silentHours } = this.settings;
    return row ?? { alertPeople: massDeactivationPeople, alertPercent: massDeactivationPercent, silentHours };
  }

  /** In a transaction; nothing is written that is so already. */
  async set(
    tx: EntityManager,
    place: ConnectionPlace & { readonly connectionName: string },
    to: ConnectionWatch,
    actor: Actor,
  ): Promise<void> {
    const { organizationId, connectionId, connectionName } = place;
    const from = await this.find(tx, place);
    if (NAMES.every((name) => from[name] === to[name])) return;
    await runStatement(tx, SET, [organizationId, connectionId, to.alertPeople, to.alertPercent, to.silentHours]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'connection.watch_changed',
      subject: { kind: 'connection', id: connectionId, name: connectionName },
      details: { from, to },
    });
  }
}

const NAMES = ['alertPeople', 'alertPercent', 'silentHours'] as const;

/** $1 organization, $2 connection. */
const FIND: Statement = {
  name: 'connection-watch-find',
  text: `
    SELECT alert_people AS "alertPeople", alert_percent AS "alertPercent", silent_hours AS "silentHours"
    FROM connection_watches WHERE organization_id = $1 AND connection_id = $2`,
};

/** $1 organization, $2 connection, $3 people, $4 per cent, $5 hours. */
const SET: Statement = {
  name: 'connection-watch-set',
  text: `
    INSERT INTO connection_watches (organization_id, connection_id, alert_people, alert_percent, silent_hours)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (organization_id, connection_id) DO UPDATE SET alert_people = excluded.alert_people,
      alert_percent = excluded.alert_percent, silent_hours = excluded.silent_hours`,
};
