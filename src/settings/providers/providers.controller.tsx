import { Body, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import type { WebRequest } from '../../web/page/web-request.js';
import { BrowserCookie } from '../../web/sso/browser-cookie.service.js';
import { Departures } from '../../web/sso/departures.service.js';
import { ProviderId } from '../../web/sso/provider-id.decorator.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import { ProviderActions } from './provider-actions.service.js';
import { ProviderActForm, ProviderChangeForm, ProviderForm } from './provider-form.js';
import { DONE } from './provider-page.js';
import { ProviderView } from './provider-view.js';
import { ProvidersScreenService } from './providers-screen.service.js';
import { ProvidersView } from './providers-view.js';

/** *Settings → Identity → Providers*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(PROVIDERS_PATH)
export class ProvidersController {
  constructor(
    private readonly screen: ProvidersScreenService,
    private readonly actions: ProviderActions,
    private readonly browsers: BrowserCookie,
    private readonly departures: Departures,
  ) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query('done') done: unknown): Promise<Screen> {
    const providers = await this.screen.list(person);
    return <ProvidersView viewer={toViewer(person)} providers={providers} removed={done === 'removed'} />;
  }

  @Get('new')
  async compose(@CurrentPerson() person: Person): Promise<Screen> {
    return <ProviderView viewer={toViewer(person)} page={await this.screen.readPage(person, undefined)} />;
  }

  @Post('new')
  @RequireFreshSignIn()
  @HttpCode(200)
  create(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @Body() form: ProviderForm): Promise<Screen> {
    return this.actions.create(person, actor, form);
  }

  @Get(':providerId')
  async show(@CurrentPerson() person: Person, @ProviderId() id: string, @Query('done') wish: unknown): Promise<Screen> {
    const page = await this.screen.readPage(person, id);
    return <ProviderView viewer={toViewer(person)} page={{ ...page, done: DONE.find((done) => done === wish) }} />;
  }

  @Post(':providerId')
  @RequireFreshSignIn()
  @HttpCode(200)
  change(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @ProviderId() id: string,
    @Body() form: ProviderChangeForm,
  ): Promise<Screen> {
    return this.actions.change({ person, actor, id }, form);
  }

  @Post(':providerId/validate')
  @HttpCode(200)
  validate(@CurrentPerson() person: Person, @CurrentActor() actor: Actor, @ProviderId() id: string): Promise<Screen> {
    return this.actions.validate({ person, actor, id });
  }

  @Post(':providerId/test')
  @HttpCode(200)
  test(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @ProviderId() id: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<Screen> {
    const { language } = toViewer(person);
    const leave = (url: URL) => this.departures.leave(response, url, language);
    return this.actions.test({ person, actor, id }, this.browsers.give(request, response), leave);
  }

  @Post(':providerId/activate')
  @RequireFreshSignIn('.')
  @HttpCode(200)
  activate(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @ProviderId() id: string,
    @Body() form: ProviderActForm,
  ): Promise<Screen> {
    return this.actions.activate({ person, actor, id }, form);
  }

  @Post(':providerId/deactivate')
  @HttpCode(200)
  deactivate(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @ProviderId() id: string,
    @Body() form: ProviderActForm,
  ): Promise<Screen> {
    return this.actions.deactivate({ person, actor, id }, form);
  }

  @Post(':providerId/remove')
  @RequireFreshSignIn('.')
  @HttpCode(200)
  remove(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @ProviderId() id: string,
    @Body() form: ProviderActForm,
  ): Promise<Screen> {
    return this.actions.remove({ person, actor, id }, form);
  }
}
