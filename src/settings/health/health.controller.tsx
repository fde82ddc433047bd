import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { toConnectionPath } from '../connection/connection-path.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { HealthScreenService } from './health-screen.service.js';
import { HealthView } from './health-view.js';
import { isWatch, WatchFields } from './watch.form.js';

/** *Settings → Identity → Provisioning → Health*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/health`)
export class HealthController {
  constructor(private readonly screen: HealthScreenService) {}

  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query('saved') saved?: string,
  ): Promise<Screen> {
    const page = await this.screen.read(person, connectionId);
    return <HealthView viewer={toViewer(person)} page={page} saved={saved !== undefined} />;
  }

  /** Sets from when on administrators are alerted. */
  @Post()
  @HttpCode(200)
  async watch(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Screen> {
    const { alertPeople, alertPercent, silentHours } = body;
    const fields = plainToInstance(WatchFields, { alertPeople, alertPercent, silentHours });
    if (!isWatch(fields)) {
      const page = await this.screen.read(person, connectionId);
      return new Refused(422, <HealthView viewer={toViewer(person)} page={page} invalid />);
    }
    await this.screen.watch(person, connectionId, fields, actor);
    return new SeeOther(`${toConnectionPath(connectionId, 'health')}?saved=yes`);
  }
}
