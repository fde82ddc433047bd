import { Injectable } from '@nestjs/common';
import { type Caller, type DirectoryUser, Gathered, type ScimScope } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement, type Statement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { toDirectoryUser, userColumns, type UserRow } from './user-row.js';

/** By what at most one User is found: its key is `id`, a UUID, the key of its userName, or its externalId. */
export type UniqueKey = 'id' | 'userName' | 'externalId';

interface Asked {
  readonly caller: Caller;
  readonly key: string;
}

const CONDITIONS: Readonly<Record<UniqueKey, string>> = {
  id: 'm.id = asked.key::uuid',
  userName: 'm.user_name_key = asked.key',
  externalId: 'm.connection_id = asked.connection AND m.external_id = asked.key',
};

/**
 * $1 JSON: place, organization, connection and key of each that is asked for. The sub-select is fenced, so that each is
 * looked up by index, whatever the planner may think of their number.
 */
const lookUpUsers = (by: UniqueKey): Statement => ({
  name: `user-look-up-${by}`,
  text: `
    SELECT asked.place, asked.connection, found.*
    FROM json_to_recordset($1::json) AS asked (place int, organization uuid, connection text, key text)
    CROSS JOIN LATERAL (
      SELECT ${userColumns('asked.connection')} FROM members m
      WHERE m.organization_id = asked.organization AND ${CONDITIONS[by]} AND m.removed_at IS NULL AND NOT m.recovery
      OFFSET 0
    ) AS found`,
});

export const LOOK_UPS: Readonly<Record<UniqueKey, Statement>> = {
  id: lookUpUsers('id'),
  userName: lookUpUsers('userName'),
  externalId: lookUpUsers('externalId'),
};

type Scope = ScimScope<EntityManager>;

/** Users by what is unique of them. Outside transactions, all who ask at the same moment are answered by one statement. */
@Injectable()
export class UserLookups {
  private readonly asked: Readonly<Record<UniqueKey, Gathered<Asked, DirectoryUser | undefined>>>;

  constructor({ single }: Transactions) {
    const gathered = (by: UniqueKey) => new Gathered((asked: readonly Asked[]) => lookUp(single, LOOK_UPS[by], asked));
    this.asked = { id: gathered('id'), userName: gathered('userName'), externalId: gathered('externalId') };
  }

  async find({ caller, tx }: Scope, by: UniqueKey, key: string): Promise<DirectoryUser | undefined> {
    if (!tx.queryRunner) return this.asked[by].ask({ caller, key });
    const [user] = await lookUp(tx, LOOK_UPS[by], [{ caller, key }]);
    return user;
  }
}

async function lookUp(tx: EntityManager, statement: Statement, asked: readonly Asked[]) {
  const answers = new Array<DirectoryUser | undefined>(asked.length).fill(undefined);
  for (const row of await runStatement<PlacedRow>(tx, statement, [toJson(asked)])) {
    answers[row.place] = toDirectoryUser(row, row.connection);
  }
  return answers;
}

type PlacedRow = UserRow & { readonly place: number; readonly connection: string };

const toJson = (asked: readonly Asked[]) =>
  JSON.stringify(
    asked.map(({ caller: { organizationId, connectionId }, key }, place) => ({
      ...{ place, organization: organizationId, connection: connectionId, key },
    })),
  );
