import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics } from '../../operations/metrics/metrics.js';

export type DeliveryOutcome = 'delivered' | 'pending' | 'dead';

/** Counted no further: a longer backlog is as much a reason to look. */
const MOST_COUNTED = 100_000;

/** What Prometheus is told of events. */
@Injectable()
export class EventMetrics {
  private readonly deliveries: Counter;

  constructor({ registry }: Metrics, dataSource: DataSource) {
    this.deliveries = new Counter({
      name: 'event_deliveries_total',
      help: 'Attempts to deliver an event: delivered, to be retried (pending), or given up (dead).',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    });
    gauge(registry, 'event_deliveries_pending', 'Events that wait for their receivers.', dataSource, WAITING);
    gauge(
      registry,
      'event_receivers_failing',
      'Receivers whose last attempts failed, or that are disabled.',
      dataSource,
      FAILING,
    );
  }

  count(kind: 'webhook' | 'stream', outcome: DeliveryOutcome, events = 1): void {
    this.deliveries.inc({ kind, outcome }, events);
  }
}

const WAITING = `
  SELECT r.kind, count(*)::int FROM (
    SELECT organization_id, receiver_id FROM event_deliveries WHERE state = 'pending' LIMIT ${MOST_COUNTED}
  ) AS d JOIN event_receivers r ON r.organization_id = d.organization_id AND r.id = d.receiver_id
  GROUP BY r.kind`;

const FAILING = `
  SELECT kind, count(*)::int FROM event_receivers WHERE failing_since IS NOT NULL OR state = 'disabled' GROUP BY kind`;

/** By kind of receiver; absent, rather than 0, while the database is away. */
function gauge(registry: Metrics['registry'], name: string, help: string, dataSource: DataSource, sql: string): void {
  new Gauge({
    ...{ name, help, labelNames: ['kind'], registers: [registry] },
    async collect() {
      const rows = await dataSource.query<{ kind: string; count: number }[]>(sql).catch(() => undefined);
      this.reset();
      if (!rows) return;
      for (const kind of ['webhook', 'stream']) {
        this.set({ kind }, rows.find((row) => row.kind === kind)?.count ?? 0);
      }
    },
  });
}
