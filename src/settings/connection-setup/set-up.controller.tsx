import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { IssuedToken } from '@ruleforge/scim';
import { Settings } from '../../config/settings.js';
import type { Administrator } from '../../connections/administrator.js';
import type { ConnectionPlace } from '../../connections/connection-place.js';
import { ConnectionTokensService } from '../../connections/connection-tokens.service.js';
import { FirstContactService } from '../../connections/first-contact.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { scimBaseUrl } from '../../setup/scim-access.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { Alerted, orAlert } from '../connection/connection-alert.js';
import { ConnectionDesk } from '../connection/connection-desk.service.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { SETUP_MESSAGES } from './setup-messages.js';
import { FirstTokenForm } from './setup-forms.js';
import type { SetUpPage } from './set-up-page.js';
import { SetUpView } from './set-up-view.js';

/** *Provisioning → Set-up* of a connection: what to enter where, the token once, and what has arrived. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/set-up`)
export class SetUpController {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly desk: ConnectionDesk,
    private readonly tokens: ConnectionTokensService,
    private readonly contact: FirstContactService,
  ) {}

  @Get()
  async show(@CurrentPerson() person: Person, @Param('connectionId') connectionId: string): Promise<Screen> {
    const page = await this.read({ organizationId: person.organizationId, connectionId });
    return <SetUpView viewer={toViewer(person)} page={page} />;
  }

  @Post('token')
  @HttpCode(200)
  @RequireFreshSignIn('../set-up')
  async issue(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Administrator,
    @Param('connectionId') connectionId: string,
    @Body() { seen }: FirstTokenForm,
  ): Promise<Screen> {
    const [viewer, place] = [toViewer(person), { organizationId: person.organizationId, connectionId }];
    const wish = { label: SETUP_MESSAGES[viewer.language].firstToken, seen };
    const issued = await orAlert(this.transactions.run((tx) => this.tokens.issue(tx, place, wish, actor)));
    if (issued instanceof Alerted) {
      return new Refused(422, <SetUpView viewer={viewer} page={await this.read(place)} alert={issued.alert} />);
    }
    return <SetUpView viewer={viewer} page={await this.read(place, issued)} />;
  }

  private async read(place: ConnectionPlace, issued?: IssuedToken): Promise<SetUpPage> {
    const connection = await this.desk.get(place);
    const [tokens, contact] = await Promise.all([
      this.tokens.list(this.transactions.single, place),
      this.contact.look(this.transactions.single, place),
    ]);
    return { connection, baseUrl: scimBaseUrl(this.settings, connection.id), tokens, contact, issued };
  }
}
