import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { ApiKeyForm, ApiKeysQuery } from './api-key-form.js';
import { ApiKeysActions } from './api-keys-actions.service.js';
import { API_KEYS_PATH } from './api-keys-path.js';
import { ApiKeysScreenService } from './api-keys-screen.service.js';
import { ApiKeysView } from './api-keys-view.js';
import { NewApiKeyView } from './new-api-key-view.js';

/** *Settings → API keys*, for every member. */
@ScreenController(API_KEYS_PATH)
export class ApiKeysScreenController {
  constructor(
    private readonly screen: ApiKeysScreenService,
    private readonly actions: ApiKeysActions,
  ) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query() { done, before }: ApiKeysQuery): Promise<Screen> {
    return <ApiKeysView viewer={toViewer(person)} page={await this.screen.read(person, before)} done={done} />;
  }

  @Get('new')
  @RequireFreshSignIn()
  begin(@CurrentPerson() person: Person): Screen {
    return <NewApiKeyView viewer={toViewer(person)} />;
  }

  @Post('new')
  @HttpCode(200)
  @RequireFreshSignIn()
  create(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Body() form: ApiKeyForm): Promise<Screen> {
    return this.actions.create(person, form, actor);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @RequireFreshSignIn('../../api-keys')
  rotate(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Param('id') id: string): Promise<Screen> {
    return this.actions.rotate(person, id, actor);
  }

  @Post(':id/revoke')
  revoke(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Param('id') id: string): Promise<Screen> {
    return this.actions.revoke(person, id, actor);
  }
}
