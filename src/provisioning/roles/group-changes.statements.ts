import type { Statement } from '../../database/statement.js';

/**
 * Records what happened to groups, and tells which of them are mapped: the one statement that a change of a group costs
 * which means nothing. Nobody maps a group while its change is under way: both hold its row.
 *
 * $1 organization, $2 and $3 the connection's id and name, then an element an entry: $4 ids, $5 actions, $6 groups,
 * $7 their names, $8 details, $9 request ids; $10 groups asked for.
 */
export const RECORD_GROUP_CHANGES: Statement = {
  name: 'group-changes-record',
  text: `
    WITH recorded AS (
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
        subject_kind, subject_id, subject_name, details, request_id)
      SELECT $1, e.id, 'connection', $2, $3, e.action, 'group', e.group_id, e.name, e.details::json, e.request_id
      FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
        AS e (id, action, group_id, name, details, request_id)
    )
    SELECT DISTINCT r.group_id AS id FROM role_mappings r
    WHERE r.organization_id = $1 AND r.group_id = ANY($10::uuid[])`,
};

const recordMappings = (action: string, mappings: string, how: string) => `
  INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action,
    subject_kind, subject_id, subject_name, details, request_id)
  SELECT $1, uuid_v7(), 'connection', $2, $3, '${action}', 'group', r.group_id::text, g.name, json_strip_nulls(
    json_build_object('role', r.role, 'project', r.project_id, ${how})), g.request_id
  FROM ${mappings} r JOIN unnest($4::uuid[], $5::text[], $6::text[]) AS g (id, name, request_id) ON g.id = r.group_id`;

/**
 * Binds what was prepared to the groups that arrived: by externalId, or else by the exact name, which makes nobody an
 * administrator. $1 organization, $2 and $3 the connection's id and name, then an element a group: $4 ids, $5 names,
 * $6 request ids, $7 externalIds.
 */
export const PIN_MAPPINGS: Statement = {
  name: 'group-changes-pin-mappings',
  text: `
    WITH pinned AS (
      UPDATE role_mappings r SET group_id = g.id
      FROM unnest($4::uuid[], $5::text[], $7::text[]) AS g (id, name, external_id)
      WHERE r.organization_id = $1 AND r.connection_id = $2 AND r.group_id IS NULL AND (
        r.group_external_id = g.external_id
        OR r.group_external_id IS NULL AND r.group_name = g.name AND r.role <> 'administrator')
      RETURNING r.group_id, r.role, r.project_id, r.group_name, r.group_external_id
    ), recorded AS (
      ${recordMappings('role_mapping.pinned', 'pinned', "'preparedFor', COALESCE(r.group_external_id, r.group_name)")}
    )
    SELECT DISTINCT group_id AS id FROM pinned`,
};

/** Ends the mappings of groups that are gone. Parameters: the first six of `PIN_MAPPINGS`. */
export const DROP_MAPPINGS: Statement = {
  name: 'group-changes-drop-mappings',
  text: `
    WITH dropped AS (
      DELETE FROM role_mappings r WHERE r.organization_id = $1 AND r.group_id = ANY($4::uuid[])
      RETURNING r.group_id, r.role, r.project_id
    )
    ${recordMappings('role_mapping.removed', 'dropped', "'reason', 'group deleted'")}`,
};
