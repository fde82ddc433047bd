import { Global, Module } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ProvisioningOutcomes } from './metrics/provisioning-outcomes.js';
import { OpenApi } from './open-api/open-api.js';
import { OpenApiController } from './open-api/open-api.controller.js';

/** What those who run the application look at: health, metrics, the description of its routes. */
@Global()
@Module({
  controllers: [HealthController, MetricsController, OpenApiController],
  providers: [Readiness, Metrics, ProvisioningOutcomes, OpenApi],
  exports: [Readiness, Metrics, ProvisioningOutcomes],
})
export class OperationsModule {}
