import { Get, Param } from '@nestjs/common';
import type { Person } from '../../members/person.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { SignInCheckScreenService } from './sign-in-check-screen.service.js';
import { SignInCheckView } from './sign-in-check-view.js';

/** *Settings → Identity → Provisioning → Sign-in check*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/sign-in-check`)
export class SignInCheckController {
  constructor(private readonly screen: SignInCheckScreenService) {}

  @Get()
  async show(@CurrentPerson() person: Person, @Param('connectionId') connectionId: string): Promise<Screen> {
    return <SignInCheckView viewer={toViewer(person)} page={await this.screen.read(person, connectionId)} />;
  }
}
