import { Body, Get, HttpCode, NotFoundException, Post } from '@nestjs/common';
import { ConnectionRemovalService } from '../../connections/connection-removal.service.js';
import { Transactions } from '../../database/transactions.js';
import { ManagedMembersService } from '../../members/managed-members.service.js';
import { RequireFreshSignIn } from '../../web/access/fresh-sign-in/require-fresh-sign-in.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import type { Asking } from '../connection/asking.js';
import { Alerted, type ConnectionAlert, orAlert } from '../connection/connection-alert.js';
import { ConnectionDesk } from '../connection/connection-desk.service.js';
import { CurrentAsking } from '../connection/current-asking.decorator.js';
import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { RemovalForm } from './connection-settings-forms.js';
import type { RemovalPage } from './removal-page.js';
import { RemovalView } from './removal-view.js';

/** The end of a connection, with the decision about its people. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/remove`)
export class RemovalController {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ConnectionDesk,
    private readonly members: ManagedMembersService,
    private readonly removal: ConnectionRemovalService,
  ) {}

  @Get()
  async show(@CurrentAsking() asking: Asking): Promise<Screen> {
    return <RemovalView viewer={asking.viewer} page={await this.read(asking)} />;
  }

  @Post()
  @HttpCode(200)
  @RequireFreshSignIn()
  async remove(@CurrentAsking() asking: Asking, @Body() { fate, confirm }: RemovalForm): Promise<Screen> {
    const { name } = await this.desk.find(asking.place);
    if (fate === 'deactivate' && confirm.trim() !== name.trim()) return this.refuse(asking, 'unconfirmed');
    const removed = await orAlert(this.removal.remove(asking.place, fate, asking.actor));
    if (removed instanceof Alerted) return this.refuse(asking, removed.alert);
    return new SeeOther(`${PROVISIONING_PATH}?removed=yes`);
  }

  private async refuse(asking: Asking, alert: ConnectionAlert): Promise<Screen> {
    return new Refused(422, <RemovalView viewer={asking.viewer} page={await this.read(asking)} alert={alert} />);
  }

  private async read({ place }: Asking): Promise<RemovalPage> {
    const connection = await this.desk.find(place);
    const people = await this.members.count(this.transactions.single, place.organizationId, connection.id);
    if (connection.state === 'removed' && people.active + people.deactivated === 0) throw new NotFoundException();
    return { connection, people };
  }
}
