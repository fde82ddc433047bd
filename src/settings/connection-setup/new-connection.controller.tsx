import { Body, Get, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import type { Administrator } from '../../connections/administrator.js';
import { type ConnectionProvider, findProvider } from '../../connections/connection-provider.js';
import { ConnectionSetupsService } from '../../connections/connection-setups.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { RecoveryAdministratorsService } from '../../members/recovery-administrators.service.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { SeeOther } from '../../web/page/see-other.js';
import { Alerted, type ConnectionAlert, orAlert } from '../connection/connection-alert.js';
import { NEW_CONNECTION_PATH, toSetUpPath } from '../provisioning/provisioning-path.js';
import { ChooseProviderView } from './choose-provider-view.js';
import { NewConnectionView } from './new-connection-view.js';
import { PROVIDER_GUIDES } from './provider-guide.js';
import { NewConnectionForm } from './setup-forms.js';

/** The first two steps of the guided set-up: whose directory, under which name, and who stands outside of it. */
@RequirePermission('identity_provider:manage')
@ScreenController(NEW_CONNECTION_PATH)
export class NewConnectionController {
  constructor(
    private readonly transactions: Transactions,
    private readonly setups: ConnectionSetupsService,
    private readonly recovery: RecoveryAdministratorsService,
  ) {}

  @Get()
  choose(@CurrentPerson() person: Person): Screen {
    return <ChooseProviderView viewer={toViewer(person)} />;
  }

  @Get(':provider')
  describe(@CurrentPerson() person: Person, @Param('provider') text: string): Promise<Screen> {
    const provider = getProvider(text);
    const name = provider === 'other' ? '' : PROVIDER_GUIDES[provider].name;
    return this.show(person, provider, { name, recovery: '' });
  }

  @Post(':provider')
  @HttpCode(200)
  async begin(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Administrator,
    @Param('provider') text: string,
    @Body() form: NewConnectionForm,
  ): Promise<Screen> {
    const provider = getProvider(text);
    if (form.name === '') return this.refuse(person, provider, form, 'unnamed');
    const wish = { provider, name: form.name, recoveryAdministratorId: form.recovery };
    const begun = await orAlert(
      this.transactions.run((tx) => this.setups.begin(tx, person.organizationId, wish, actor)),
    );
    return begun instanceof Alerted
      ? this.refuse(person, provider, form, begun.alert)
      : new SeeOther(toSetUpPath(begun.id));
  }

  private async refuse(
    person: Person,
    provider: ConnectionProvider,
    form: NewConnectionForm,
    alert: ConnectionAlert,
  ): Promise<Screen> {
    return new Refused(422, await this.show(person, provider, form, alert));
  }

  private async show(person: Person, provider: ConnectionProvider, form: NewConnectionForm, alert?: ConnectionAlert) {
    const candidates = await this.recovery.list(this.transactions.single, person.organizationId);
    return (
      <NewConnectionView
        viewer={toViewer(person)}
        provider={provider}
        candidates={candidates}
        form={form}
        alert={alert}
      />
    );
  }
}

function getProvider(text: string): ConnectionProvider {
  const provider = findProvider(text);
  if (!provider) throw new NotFoundException();
  return provider;
}
