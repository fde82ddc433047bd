import type pg from 'pg';

/** What is a person's own in the rows about them. */
export interface PersonIds {
  readonly mark: string;
  readonly member: string;
  readonly user: string;
  readonly audit: string;
}

/** The rows that make a person, and where they are found: $1 organization, $2 member, $3 account, $4 audit entry. */
const ROWS = [
  ['users', 't.id = $3::uuid'],
  ['members', 't.organization_id = $1::uuid AND t.id = $2::uuid'],
  ['member_terms', 't.organization_id = $1::uuid AND t.member_id = $2::uuid'],
  ['audit_entries', 't.organization_id = $1::uuid AND t.id = $4::uuid'],
] as const;

export async function readPersonIds(client: pg.Client, organizationId: string, member: string): Promise<PersonIds> {
  const { rows } = await client.query<PersonIds>(
    `SELECT m.external_id AS mark, m.id AS member, m.user_id AS user, a.id AS audit
     FROM members m JOIN audit_entries a ON a.organization_id = m.organization_id AND a.subject_id = m.id::text
     WHERE m.organization_id = $1 AND m.id = $2`,
    [organizationId, member],
  );
  const found = rows[0]!;
  return { ...found, mark: found.mark.slice(found.mark.indexOf('q')) };
}

/** A person's rows, without what tells them from another's. */
export async function readPersonRows(client: pg.Client, organizationId: string, ids: PersonIds): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const [table, condition] of ROWS) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${table} t WHERE ${condition} ${NAMES_ALL} ORDER BY 1`,
      valuesOf(organizationId, ids),
    );
    found.push(rows.map(({ row }) => anonymous(row, ids)));
  }
  return found;
}

/** PostgreSQL wants to see every parameter that it is given. */
const NAMES_ALL = 'AND ($1::uuid, $2::uuid, $3::uuid, $4::uuid) IS NOT NULL';

const valuesOf = (organizationId: string, { member, user, audit }: PersonIds) => [organizationId, member, user, audit];

function anonymous(row: string, ids: PersonIds): string {
  const named = Object.entries(ids).reduce((text, [name, own]) => text.replaceAll(own, `<${name}>`), row);
  return named
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+\+[\d:]+/g, '<time>')
    .replaceAll(/"request_id":"[^"]+"/g, '<request>');
}

/** Copies one person's rows to many people, in one statement a table, and counts them as members. */
export async function copyPerson(
  client: pg.Client,
  organizationId: string,
  template: PersonIds,
  people: readonly PersonIds[],
): Promise<void> {
  const columns = (['mark', 'member', 'user', 'audit'] as const).map((name) => people.map((person) => person[name]));
  const values = [...valuesOf(organizationId, template), template.mark, ...columns];
  for (const [table, condition] of ROWS) {
    await client.query(
      `INSERT INTO ${table}
       SELECT copy.*
       FROM ${table} t,
         unnest($6::text[], $7::text[], $8::text[], $9::text[]) AS own (mark, member, account, audit),
         json_populate_record(NULL::${table}, replace(replace(replace(replace(row_to_json(t)::text,
           $5, own.mark), $2::text, own.member), $3::text, own.account), $4::text, own.audit)::json) AS copy
       WHERE ${condition} ${NAMES_ALL}`,
      values,
    );
  }
  await client.query(
    'UPDATE member_counts SET listed = listed + $2, seated = seated + $2 WHERE organization_id = $1 AND shard = 0',
    [organizationId, people.length],
  );
}
