import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';

export interface CursorKey {
  readonly id: number;
  readonly key: Buffer;
}

const LIST_KEYS: PreparedStatement = {
  name: 'scim-cursor-keys',
  text: 'SELECT id, key FROM scim_cursor_keys ORDER BY id DESC',
};

const KNOWN_FOR_MS = 60_000;

/**
 * The keys of cursors, which every process reads from the database. To change the key, `INSERT INTO scim_cursor_keys
 * DEFAULT VALUES`: cursors are sealed by the newest. Those sealed by an older one are good until its row is deleted, which
 * every process knows a minute later.
 */
@Injectable()
export class CursorKeys {
  private known: { readonly keys: readonly CursorKey[]; readonly until: number } = { keys: [], until: 0 };

  constructor(private readonly dataSource: DataSource) {}

  async newest(): Promise<CursorKey> {
    const [newest] = await this.all();
    if (!newest) throw new Error('ScimModule: no cursor key. INSERT INTO scim_cursor_keys DEFAULT VALUES;');
    return newest;
  }

  async find(id: number): Promise<CursorKey | undefined> {
    const isKey = (key: CursorKey) => key.id === id;
    return (await this.all()).find(isKey) ?? (await this.read()).find(isKey);
  }

  private async all(): Promise<readonly CursorKey[]> {
    return this.known.until > performance.now() ? this.known.keys : this.read();
  }

  private async read(): Promise<readonly CursorKey[]> {
    const keys = await runPrepared<CursorKey>(this.dataSource, LIST_KEYS, []);
    this.known = { keys, until: performance.now() + KNOWN_FOR_MS };
    return keys;
  }
}
