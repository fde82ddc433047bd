import type { INestApplicationContext } from '@nestjs/common';
import { type Connection, ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';

/** @throws Error that says where to look, when there is no such connection */
export async function getConnection(
  tx: EntityManager,
  application: INestApplicationContext,
  id: string,
): Promise<Connection> {
  const connection = await application.get(ConnectionsService).find(tx, id);
  if (!connection) throw new Error(`There is no connection "${id}": see \`ruleforge connection list\`.`);
  return connection;
}
