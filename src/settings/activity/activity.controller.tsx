import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ConnectionNotActive, RequestNotKept, RequestOutdated, RetryError } from '@ruleforge/scim';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { NothingNew } from '../../web/page/nothing-new.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { toRequestPath } from '../connection/connection-path.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { ACTIVITY_MESSAGES, type ActivityMessages } from './activity-messages.js';
import { ActivityQuery } from './activity-query.js';
import { ActivityScreenService } from './activity-screen.service.js';
import { ActivityView } from './activity-view.js';
import { RequestView } from './request-view.js';

/** *Settings → Identity → Provisioning → Activity*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/activity`)
export class ActivityController {
  constructor(private readonly screen: ActivityScreenService) {}

  @Get()
  async list(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query() query: ActivityQuery,
  ): Promise<Screen> {
    const page = await this.screen.list(person, connectionId, query);
    const isKnown = query.newest !== undefined && query.newest === (page.rows[0]?.entry.id ?? 'none');
    return isKnown ? new NothingNew() : <ActivityView viewer={toViewer(person)} page={page} />;
  }

  @Get(':id')
  async show(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Param('id') id: string,
    @Query('retried') retried?: string,
  ): Promise<Screen> {
    const viewer = toViewer(person);
    const done = retried === undefined ? undefined : ACTIVITY_MESSAGES[viewer.language].retried;
    return <RequestView viewer={viewer} page={await this.screen.read(person, connectionId, id)} done={done} />;
  }

  /** Applies a refused write again. */
  @Post(':id/retry')
  @HttpCode(200)
  async retry(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Param('id') id: string,
  ): Promise<Screen> {
    const viewer = toViewer(person);
    const alert = await this.tryAgain(person, actor, connectionId, id, ACTIVITY_MESSAGES[viewer.language]);
    if (alert === undefined) return new SeeOther(`${toRequestPath(connectionId, id)}?retried=yes`);
    const page = await this.screen.read(person, connectionId, id);
    return new Refused(422, <RequestView viewer={viewer} page={page} alert={alert} />);
  }

  /** @returns why not, if not */
  private async tryAgain(
    person: Person,
    actor: Actor,
    connectionId: string,
    id: string,
    { retryRefused, notRetriable }: ActivityMessages,
  ): Promise<string | undefined> {
    try {
      const { detail } = await this.screen.retry(person, connectionId, id, actor);
      return detail === undefined ? undefined : retryRefused(detail);
    } catch (error) {
      const reason = error instanceof RetryError ? REASONS.get(error.constructor) : undefined;
      if (!reason) throw error;
      return notRetriable[reason];
    }
  }
}

const REASONS = new Map<unknown, keyof ActivityMessages['notRetriable']>([
  [ConnectionNotActive, 'inactive'],
  [RequestNotKept, 'not-kept'],
  [RequestOutdated, 'outdated'],
]);
