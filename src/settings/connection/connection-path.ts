import { PROVISIONING_PATH } from '../provisioning/provisioning-path.js';

/** The screens of one connection, in the order in which its tabs show them. */
export const CONNECTION_SCREENS = [
  'set-up',
  'credentials',
  'role-mapping',
  'activity',
  'health',
  'sign-in-check',
  'offboarding',
  'settings',
] as const;

export type ConnectionScreen = (typeof CONNECTION_SCREENS)[number];

/** The address of a screen of a connection. */
export const toConnectionPath = (connectionId: string, screen: ConnectionScreen): string =>
  `${PROVISIONING_PATH}/${connectionId}/${screen}`;

/** The address of one request of the directory. */
export const toRequestPath = (connectionId: string, id: string): string =>
  `${toConnectionPath(connectionId, 'activity')}/${id}`;

/** The address of one mass deactivation. */
export const toMassDeactivationPath = (connectionId: string, id: string): string =>
  `${PROVISIONING_PATH}/${connectionId}/mass-deactivations/${id}`;

/** An address with those of the parameters that are given. */
export function withParameters(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
