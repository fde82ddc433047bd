import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gathered } from '../sql/gathered.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';
import { isId } from './random-id.js';

const FIND_STRICT: PreparedStatement = {
  name: 'scim-connection-find-strict',
  text: `SELECT id FROM scim_connections WHERE id = ANY($1) AND strict AND state <> 'removed'`,
};

/** What everybody may know of a connection: how it reads what it is sent. */
@Injectable()
export class ConnectionModes {
  private readonly strict = new Gathered<string, boolean>(async (asked) => {
    const rows = await runPrepared<{ id: string }>(this.dataSource, FIND_STRICT, [[...new Set(asked)]]);
    const ids = new Set(rows.map(({ id }) => id));
    return asked.map((id) => ids.has(id));
  });

  constructor(private readonly dataSource: DataSource) {}

  /** Whether there is such a connection, and it is strict. */
  async isStrict(connectionId: string | undefined): Promise<boolean> {
    return connectionId !== undefined && isId(connectionId) && this.strict.ask(connectionId);
  }
}
