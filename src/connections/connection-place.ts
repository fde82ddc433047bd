import { type Connection, ConnectionsService, UnknownConnection } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';

/** A connection of an organization. */
export interface ConnectionPlace {
  readonly organizationId: string;
  readonly connectionId: string;
}

/**
 * The connection, whatever its state.
 * @throws UnknownConnection, also when it is another organization's
 */
export async function getConnection(
  tx: EntityManager,
  connections: ConnectionsService,
  { organizationId, connectionId }: ConnectionPlace,
): Promise<Connection> {
  const connection = CONNECTION_ID.test(connectionId) ? await connections.find(tx, connectionId) : null;
  if (connection?.organizationId !== organizationId) throw new UnknownConnection(connectionId);
  return connection;
}

/**
 * The connection, changed by nobody else until `tx` ends.
 * @throws UnknownConnection, also when it is another organization's or was removed
 */
export async function lockConnection(
  tx: EntityManager,
  connections: ConnectionsService,
  place: ConnectionPlace,
): Promise<Connection> {
  await getConnection(tx, connections, place);
  return connections.lock(tx, place.connectionId);
}

const CONNECTION_ID = /^[a-z\d]{1,64}$/;
