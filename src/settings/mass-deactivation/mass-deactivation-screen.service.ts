import { Injectable, NotFoundException } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { MassDeactivationNotFound } from '../../offboarding/mass-deactivation.js';
import { MassDeactivationsService } from '../../offboarding/mass-deactivations.service.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import type { MassDeactivationPage } from './mass-deactivation-page.js';

/** Which mass deactivation is meant: of a connection of the organization that the person acts in. */
export interface MassDeactivationPlace {
  readonly person: Person;
  readonly connectionId: string;
  readonly id: string;
}

/** Reads a mass deactivation, and hands the decision about it to the rules. */
@Injectable()
export class MassDeactivationScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly screens: ProvisioningScreenService,
    private readonly masses: MassDeactivationsService,
  ) {}

  /** @throws NotFoundException; so do all others */
  async read({ person, connectionId, id }: MassDeactivationPlace): Promise<MassDeactivationPage> {
    const [tx, { organizationId }] = [this.transactions.single, person];
    const connection = await this.screens.get(person, connectionId);
    const mass = await this.masses.get(tx, { organizationId, connectionId }, id).catch(notFound);
    return { connection, mass, people: await this.masses.listPeople(tx, organizationId, id, MOST_PEOPLE) };
  }

  /** @throws what `MassDeactivationsService.undo` throws */
  async undo({ person: { organizationId }, connectionId, id }: MassDeactivationPlace, actor: Actor): Promise<void> {
    await this.transactions
      .run((tx) => this.masses.undo(tx, { organizationId, connectionId }, id, actor))
      .catch(notFound);
  }

  async accept({ person: { organizationId }, connectionId, id }: MassDeactivationPlace, actor: Actor): Promise<void> {
    await this.transactions
      .run((tx) => this.masses.accept(tx, { organizationId, connectionId }, id, actor))
      .catch(notFound);
  }
}

/** How many a page shows. */
export const MOST_PEOPLE = 100;

function notFound(error: unknown): never {
  throw error instanceof MassDeactivationNotFound ? new NotFoundException() : error;
}
