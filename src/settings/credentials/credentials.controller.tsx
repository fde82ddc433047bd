import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import type { Asking } from '../connection/asking.js';
import { CurrentAsking } from '../connection/current-asking.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { CredentialsActions } from './credentials-actions.service.js';
import { ClientForm, CredentialsQuery, KeysForm, RotationForm, TokenForm } from './credentials-forms.js';
import { CredentialsScreenService } from './credentials-screen.service.js';
import { CredentialsView } from './credentials-view.js';

/** *Provisioning → Credentials* of a connection. What gives out or replaces secrets needs a fresh sign-in. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/credentials`)
export class CredentialsController {
  constructor(
    private readonly screen: CredentialsScreenService,
    private readonly actions: CredentialsActions,
  ) {}

  @Get()
  async show(@CurrentAsking() { viewer, place }: Asking, @Query() { done }: CredentialsQuery): Promise<Screen> {
    return <CredentialsView viewer={viewer} page={await this.screen.read(place)} done={done} />;
  }

  @Post('tokens')
  @HttpCode(200)
  @RequireFreshSignIn('../credentials')
  issueToken(@CurrentAsking() asking: Asking, @Body() form: TokenForm): Promise<Screen> {
    return this.actions.issueToken(asking, form);
  }

  @Post('tokens/:id/rotate')
  @HttpCode(200)
  @RequireFreshSignIn('../../../credentials')
  rotateToken(@CurrentAsking() asking: Asking, @Param('id') id: string, @Body() form: RotationForm): Promise<Screen> {
    return this.actions.rotateToken(asking, id, form);
  }

  @Post('tokens/:id/revoke')
  @HttpCode(200)
  revokeToken(@CurrentAsking() asking: Asking, @Param('id') id: string): Promise<Screen> {
    return this.actions.revokeToken(asking, id);
  }

  @Post('clients')
  @HttpCode(200)
  @RequireFreshSignIn('../credentials')
  createClient(@CurrentAsking() asking: Asking, @Body() form: ClientForm): Promise<Screen> {
    return this.actions.createClient(asking, form);
  }

  @Post('clients/:id/rotate')
  @HttpCode(200)
  @RequireFreshSignIn('../../../credentials')
  rotateSecret(@CurrentAsking() asking: Asking, @Param('id') id: string, @Body() form: RotationForm): Promise<Screen> {
    return this.actions.rotateSecret(asking, id, form);
  }

  @Post('clients/:id/keys')
  @HttpCode(200)
  @RequireFreshSignIn('../../../credentials')
  setKeys(@CurrentAsking() asking: Asking, @Param('id') id: string, @Body() { keys }: KeysForm): Promise<Screen> {
    return this.actions.setKeys(asking, id, keys);
  }

  @Post('clients/:id/revoke')
  @HttpCode(200)
  revokeClient(@CurrentAsking() asking: Asking, @Param('id') id: string): Promise<Screen> {
    return this.actions.revokeClient(asking, id);
  }
}
