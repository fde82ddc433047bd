import { Injectable } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** One finished provisioning request, as far as it is counted. */
export interface ProvisioningOutcome {
  /** The route, without identifiers. */
  readonly operation: string;
  readonly status: number;
  readonly scimType?: string;
}

/** Counts what comes of provisioning requests. */
@Injectable()
export class ProvisioningOutcomes {
  constructor(private readonly metrics: Metrics) {}

  finished({ operation, status, scimType }: ProvisioningOutcome): void {
    this.metrics.countProvisioning(operation, status, scimType);
  }
}
