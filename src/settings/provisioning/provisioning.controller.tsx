import { Get, Query } from '@nestjs/common';
import type { Person } from '../../members/person.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { PROVISIONING_PATH } from './provisioning-path.js';
import { ProvisioningScreenService } from './provisioning-screen.service.js';
import { ProvisioningView } from './provisioning-view.js';

/** *Settings → Identity → Provisioning*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(PROVISIONING_PATH)
export class ProvisioningController {
  constructor(private readonly screen: ProvisioningScreenService) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query('removed') removed?: unknown): Promise<Screen> {
    const page = await this.screen.read(person);
    return <ProvisioningView viewer={toViewer(person)} page={page} removed={removed !== undefined} />;
  }
}
