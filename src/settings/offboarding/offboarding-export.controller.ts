import {
  Controller,
  Get,
  Header,
  Param,
  Query,
  StreamableFile,
  UseGuards,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import type { Person } from '../../members/person.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { PermittedGuard } from '../../web/access/permitted.guard.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { SignedInGuard } from '../../web/access/signed-in.guard.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { OffboardingQuery } from './offboarding-query.js';
import { OffboardingScreenService } from './offboarding-screen.service.js';
import { toCsv } from './to-csv.js';

/** The offboarding record as a file: no page, so it has a controller of its own. */
@RequirePermission('identity_provider:manage')
@Controller(`${PROVISIONING_PATH}/:connectionId/offboarding/export.csv`)
@UseGuards(SignedInGuard, PermittedGuard)
@UsePipes(new ValidationPipe({ whitelist: true, transform: true }))
export class OffboardingExportController {
  constructor(private readonly screen: OffboardingScreenService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async export(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query() query: OffboardingQuery,
  ): Promise<StreamableFile> {
    const csv = toCsv(await this.screen.export(person, connectionId, query));
    return new StreamableFile(csv, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="offboarding.csv"',
    });
  }
}
