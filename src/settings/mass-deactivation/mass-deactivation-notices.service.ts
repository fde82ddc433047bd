import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { can } from '../../members/roles.js';
import { MassDeactivationsService } from '../../offboarding/mass-deactivations.service.js';
import { toLanguage } from '../../web/language.js';
import { type Notice, Notices } from '../../web/layout/notices.js';
import { toMassDeactivationPath } from '../connection/connection-path.js';
import { MASS_DEACTIVATION_MESSAGES } from './mass-deactivation-messages.js';

/** What every Administrator is told on every screen until somebody decides about it. */
@Injectable()
export class MassDeactivationNotices extends Notices {
  constructor(
    private readonly transactions: Transactions,
    private readonly masses: MassDeactivationsService,
  ) {
    super();
  }

  async find({ organizationId, role, locale }: Person): Promise<readonly Notice[]> {
    if (!can(role, 'identity_provider:manage')) return [];
    const messages = MASS_DEACTIVATION_MESSAGES[toLanguage(locale)];
    const open = await this.masses.listOpen(this.transactions.single, organizationId);
    return open.map(({ id, connectionId, connectionName, people }) => ({
      text: messages.banner(connectionName, people),
      path: toMassDeactivationPath(connectionId, id),
      link: messages.look,
    }));
  }
}
