import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { Readiness, type ReadinessState } from './readiness.js';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs: anything else means that it should be started again. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process wants requests: 503 while it drains or the database is away. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: ReadinessState }> {
    const status = await this.readiness.check();
    if (status !== 'ready') throw new ServiceUnavailableException({ status });
    return { status };
  }
}
