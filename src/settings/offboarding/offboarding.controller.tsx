import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { PeopleService } from '../../identity/people.service.js';
import { can } from '../../members/roles.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import type { WebRequest } from '../../web/page/web-request.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { OffboardingQuery } from './offboarding-query.js';
import { OffboardingScreenService } from './offboarding-screen.service.js';
import { OffboardingView } from './offboarding-view.js';
import { toCsv } from './to-csv.js';

/** *Settings → Identity → Provisioning → Offboarding*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/offboarding`)
export class OffboardingController {
  constructor(
    private readonly screen: OffboardingScreenService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  async list(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query() query: OffboardingQuery,
  ): Promise<Screen> {
    return <OffboardingView viewer={toViewer(person)} page={await this.screen.list(person, connectionId, query)} />;
  }

  /** The same as a file, read while it is sent; it ends with the access of who asked for it. */
  @Post('export')
  @HttpCode(200)
  async export(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Body() query: OffboardingQuery,
    @Req() { headers }: WebRequest,
  ): Promise<Screen> {
    const mayStill = async () => {
      const now = await this.people.findBySession(headers);
      return now?.memberId === person.memberId && can(now.role, 'identity_provider:manage');
    };
    const rows = await this.screen.export({ person, connectionId, query, actor, mayStill });
    const disposition = `attachment; filename="offboarding-${new Date().toISOString().slice(0, 10)}.csv"`;
    return new StreamableFile(toCsv(rows), { type: 'text/csv; charset=utf-8', disposition });
  }
}
