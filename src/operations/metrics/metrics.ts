import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { gaugePool } from './gauge-pool.js';
import { gaugeTokens } from './gauge-tokens.js';

/** What Prometheus is told. Labels come from closed sets only: routes, methods, statuses; never from what a client sent. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the arrival of a request to the last byte of its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  private readonly provisioning = new Counter({
    name: 'scim_requests_total',
    help: 'SCIM requests of known connections, by operation and outcome.',
    labelNames: ['operation', 'status', 'scim_type'],
    registers: [this.registry],
  });

  constructor(dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    gaugePool(this.registry, dataSource);
    gaugeTokens(this.registry, dataSource);
  }

  countRequest(method: string, route: string, status: number, milliseconds: number): void {
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, milliseconds / 1_000);
  }

  countProvisioning(operation: string, status: number, scimType = ''): void {
    this.provisioning.inc({ operation, status, scim_type: scimType });
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }
}
