import { Get, Param, Query } from '@nestjs/common';
import type { Person } from '../../members/person.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { OffboardingQuery } from './offboarding-query.js';
import { OffboardingScreenService } from './offboarding-screen.service.js';
import { OffboardingView } from './offboarding-view.js';

/** *Settings → Identity → Provisioning → Offboarding*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/offboarding`)
export class OffboardingController {
  constructor(private readonly screen: OffboardingScreenService) {}

  @Get()
  async list(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query() query: OffboardingQuery,
  ): Promise<Screen> {
    return <OffboardingView viewer={toViewer(person)} page={await this.screen.list(person, connectionId, query)} />;
  }
}
