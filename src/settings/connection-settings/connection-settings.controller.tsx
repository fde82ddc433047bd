import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ConnectionAdmissionsService } from '../../connections/connection-admissions.service.js';
import { ConnectionLifeService } from '../../connections/connection-life.service.js';
import type { ConnectionPlace } from '../../connections/connection-place.js';
import { Transactions } from '../../database/transactions.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import type { Asking } from '../connection/asking.js';
import { Alerted, type ConnectionAlert, orAlert } from '../connection/connection-alert.js';
import { ConnectionDesk } from '../connection/connection-desk.service.js';
import { CurrentAsking } from '../connection/current-asking.decorator.js';
import { PROVISIONING_PATH, toConnectionSettingsPath } from '../provisioning/provisioning-path.js';
import type { ConnectionSettingsPage } from './connection-settings-page.js';
import { ConnectionSettingsForm, ConnectionSettingsQuery } from './connection-settings-forms.js';
import { ConnectionSettingsView } from './connection-settings-view.js';

/** *Provisioning → Settings* of a connection. */
@RequirePermission('identity_provider:manage')
@ScreenController(`${PROVISIONING_PATH}/:connectionId/settings`)
export class ConnectionSettingsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ConnectionDesk,
    private readonly life: ConnectionLifeService,
    private readonly admissions: ConnectionAdmissionsService,
  ) {}

  @Get()
  async show(@CurrentAsking() { viewer, place }: Asking, @Query() { done }: ConnectionSettingsQuery): Promise<Screen> {
    return <ConnectionSettingsView viewer={viewer} page={await this.read(place)} done={done} />;
  }

  @Post()
  @HttpCode(200)
  save(@CurrentAsking() asking: Asking, @Body() form: ConnectionSettingsForm): Promise<Screen> {
    if (form.name === '') return this.refuse(asking, 'unnamed');
    const { place, actor } = asking;
    const { name, adopts, strict, onlyProvisioned } = form;
    const wish = { name, adopts, strict, onlyProvisioned };
    const saving = this.transactions.run((tx) => this.life.configure(tx, place, wish, actor));
    return this.conclude(asking, 'saved', saving);
  }

  @Post('pause')
  @HttpCode(200)
  pause(@CurrentAsking() asking: Asking): Promise<Screen> {
    return this.turn(asking, 'paused');
  }

  @Post('resume')
  @HttpCode(200)
  resume(@CurrentAsking() asking: Asking): Promise<Screen> {
    return this.turn(asking, 'active');
  }

  private turn(asking: Asking, state: 'active' | 'paused'): Promise<Screen> {
    const turning = this.transactions.run((tx) => this.life.turn(tx, asking.place, state, asking.actor));
    return this.conclude(asking, state, turning);
  }

  private async conclude(asking: Asking, done: string, acting: Promise<unknown>): Promise<Screen> {
    const result = await orAlert(acting);
    if (result instanceof Alerted) return this.refuse(asking, result.alert);
    return new SeeOther(`${toConnectionSettingsPath(asking.place.connectionId)}?done=${done}`);
  }

  private async refuse({ viewer, place }: Asking, alert: ConnectionAlert): Promise<Screen> {
    return new Refused(422, <ConnectionSettingsView viewer={viewer} page={await this.read(place)} alert={alert} />);
  }

  private async read(place: ConnectionPlace): Promise<ConnectionSettingsPage> {
    const connection = await this.desk.get(place);
    return { connection, onlyProvisioned: await this.admissions.isOnlyProvisioned(this.transactions.single, place) };
  }
}
