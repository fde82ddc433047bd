import { Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { SeatLimitReached } from '../../members/member-errors.js';
import type { Person } from '../../members/person.js';
import { NobodyToRestore, UndoExpired, UndoneAlready } from '../../offboarding/mass-deactivation.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { toMassDeactivationPath } from '../connection/connection-path.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import type { MassDeactivationAlert } from './mass-deactivation-messages.js';
import { MassDeactivationScreenService } from './mass-deactivation-screen.service.js';
import { MassDeactivationView } from './mass-deactivation-view.js';

/** What a directory did to many at once, for who manages the identity provider. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/mass-deactivations/:id`)
export class MassDeactivationController {
  constructor(private readonly screen: MassDeactivationScreenService) {}

  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Param('connectionId') connectionId: string,
    @Param('id') id: string,
  ): Promise<Screen> {
    const page = await this.screen.read({ person, connectionId, id });
    return <MassDeactivationView viewer={toViewer(person)} page={page} />;
  }

  /** Gives everybody who lost access by it their membership back. */
  @Post('undo')
  @HttpCode(200)
  @RequireFreshSignIn('.')
  async undo(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Param('id') id: string,
  ): Promise<Screen> {
    const place = { person, connectionId, id };
    try {
      await this.screen.undo(place, actor);
    } catch (error) {
      const alert = error instanceof Error ? ALERTS.get(error.constructor) : undefined;
      if (!alert) throw error;
      const page = await this.screen.read(place);
      return new Refused(422, <MassDeactivationView viewer={toViewer(person)} page={page} alert={alert} />);
    }
    return new SeeOther(toMassDeactivationPath(connectionId, id));
  }

  /** Says that it was meant. */
  @Post('accept')
  @HttpCode(200)
  async accept(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Param('id') id: string,
  ): Promise<Screen> {
    await this.screen.accept({ person, connectionId, id }, actor);
    return new SeeOther(toMassDeactivationPath(connectionId, id));
  }
}

const ALERTS = new Map<unknown, MassDeactivationAlert>([
  [UndoneAlready, 'undone'],
  [UndoExpired, 'expired'],
  [NobodyToRestore, 'nobody'],
  [SeatLimitReached, 'seats'],
]);
