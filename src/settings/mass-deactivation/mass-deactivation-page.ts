import type { MassDeactivation } from '../../offboarding/mass-deactivation.js';
import type { Deactivated } from '../../offboarding/mass-deactivations.service.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';

/** A mass deactivation, and who lost access by it, as far as a page shows them. */
export interface MassDeactivationPage {
  readonly connection: ListedConnection;
  readonly mass: MassDeactivation;
  readonly people: readonly Deactivated[];
}
