import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { EditorView } from './editor-view.js';
import { type RoleMappingForm, RoleMappingFormPipe } from './role-mapping-form.js';
import { RoleMappingActions } from './role-mapping-actions.service.js';
import { RoleMappingQuery } from './role-mapping-query.js';
import { RoleMappingScreenService } from './role-mapping-screen.service.js';

/** *Settings → Identity → Provisioning → Role mapping*, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/role-mapping`)
export class RoleMappingController {
  constructor(
    private readonly screen: RoleMappingScreenService,
    private readonly actions: RoleMappingActions,
  ) {}

  /** The rules in force. */
  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Query() { search = '', applied }: RoleMappingQuery,
  ): Promise<Screen> {
    const wish = { search, typed: { by: 'name', value: '' } } as const;
    const page = await this.screen.readEditor({ person, connectionId }, wish);
    return <EditorView viewer={toViewer(person)} page={page} applied={applied !== undefined} />;
  }

  /** An edit, a preview, or the decision to apply one: the whole draft comes along with each. */
  @Post()
  @HttpCode(200)
  submit(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Body(new RoleMappingFormPipe()) form: RoleMappingForm,
  ): Promise<Screen> {
    return this.actions.run({ person, connectionId }, form, actor);
  }
}
