import { USERS_VIEW } from '../ports/users-view.js';

const NAME = /^[a-z_][a-z0-9_]{0,39}$/;

/**
 * Makes the table that a `TableUserDirectory` keeps its Users in, and the view through which groups see them: for a
 * migration of the host. `ownColumns` are column definitions of the host's, such as `email text`; nullable or with a
 * default, unless `ownColumnsOf` always fills them.
 *
 * A row whose `connection_id` is null is somebody whom no connection manages. The host that writes such a row itself gives
 * it `user_name_key = foldText(user_name)`, and counts `revision` up with each change.
 * @throws Error for a name that is none
 */
export const usersTableSql = (table: string, ownColumns: readonly string[] = []): string => `
  CREATE TABLE ${quoted(table)} (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    connection_id text COLLATE "C",
    external_id text COLLATE "C",
    user_name text NOT NULL,
    user_name_key text COLLATE "C" NOT NULL,
    display text,
    display_key text COLLATE "C",
    active boolean NOT NULL DEFAULT true,
    profile json NOT NULL DEFAULT '{}',
    search jsonb NOT NULL DEFAULT '{}',
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    modified_at timestamptz(3) NOT NULL DEFAULT now(),
    removed_at timestamptz(3),
    ${ownColumns.map((column) => `${column},`).join('\n    ')}
    CONSTRAINT ${table}_pkey PRIMARY KEY (organization_id, id)
  );
  CREATE UNIQUE INDEX ${table}_user_name_key ON ${quoted(table)} (organization_id, user_name_key) WHERE removed_at IS NULL;
  CREATE UNIQUE INDEX ${table}_external_id_key ON ${quoted(table)} (organization_id, connection_id, external_id)
    WHERE removed_at IS NULL;
  CREATE INDEX ${table}_modified ON ${quoted(table)} (organization_id, modified_at, id) WHERE removed_at IS NULL;
  CREATE INDEX ${table}_search ON ${quoted(table)} USING gin (search jsonb_path_ops);
  CREATE VIEW ${USERS_VIEW} AS
    SELECT organization_id, id, connection_id, COALESCE(display, user_name) AS display,
      COALESCE(display_key, user_name_key) AS display_key
    FROM ${quoted(table)} WHERE removed_at IS NULL;`;

/** The name of a table or column as SQL. @throws Error for one that cannot be */
export function quoted(name: string): string {
  if (NAME.test(name)) return `"${name}"`;
  throw new Error(`"${name}" cannot be the name of a table or column: use a-z, 0-9 and _, at most 40 characters.`);
}
