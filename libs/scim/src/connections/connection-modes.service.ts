import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gathered } from '../sql/gathered.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';

const FIND_STRICT: PreparedStatement = {
  name: 'scim-connection-find-strict',
  text: `SELECT id FROM scim_connections WHERE id = ANY($1) AND strict AND state <> 'removed'`,
};

/** The form of ids; anything else costs no query. */
const ID = /^[a-z0-9]{1,40}$/;

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
    return connectionId !== undefined && ID.test(connectionId) && this.strict.ask(connectionId);
  }
}
