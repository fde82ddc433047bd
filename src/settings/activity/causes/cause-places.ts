import type { Cause } from './find-cause.js';

/** Where in a provider's console something is mended. */
export type ConsolePlace = 'credentials' | 'assignments' | 'mappings' | 'groups';

/** Where a cause is mended at the provider; absent where it is not mended there. */
export const CAUSE_PLACES: Readonly<Record<Cause, ConsolePlace | undefined>> = {
  token: 'credentials',
  readOnlyToken: 'credentials',
  draft: undefined,
  seats: 'assignments',
  lastAdministrator: 'assignments',
  otherConnection: 'assignments',
  adoption: 'assignments',
  neverManaged: 'assignments',
  protected: 'assignments',
  roleFromGroup: 'groups',
  userNameTaken: 'mappings',
  externalIdTaken: 'mappings',
  addressTaken: 'assignments',
  groupTaken: 'groups',
  notAssigned: 'assignments',
  nestedGroup: 'groups',
  strict: undefined,
  name: 'mappings',
  missing: 'mappings',
  value: 'mappings',
  path: 'mappings',
  readOnly: 'mappings',
  malformed: undefined,
  filter: undefined,
  gone: 'assignments',
  address: 'credentials',
  version: undefined,
  large: 'groups',
  rate: undefined,
  order: 'groups',
  unavailable: undefined,
  defect: undefined,
};
