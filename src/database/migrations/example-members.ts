/**
 * Shows a few members to the planner and takes them away again: statistics survive an empty table. Belongs at the end of
 * each migration that makes an index on `members`, for that forgets how many rows there were.
 *
 * What was shown and taken away counts as changes, 400 each time: together they must be too few for an ANALYZE of the then
 * empty tables, which would forget all of it.
 */
export const SHOW_EXAMPLE_MEMBERS = `
  CREATE TEMPORARY TABLE examples AS
    SELECT gen_random_uuid() AS id, repeat('.', 1900) AS filling FROM generate_series(1, 200);
  INSERT INTO organizations (id, name) SELECT id, 'Example' FROM examples;
  INSERT INTO users (id, name) SELECT id, 'Example' FROM examples;
  INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key, name,
      name_key, active, role, profile)
    SELECT id, id, id, 'example', id, id, id, id, id, TRUE, 'read_only', to_json(left(filling, 1600)) FROM examples;
  INSERT INTO member_terms (organization_id, term, member_id) SELECT id, id || filling, id FROM examples;
  ANALYZE members, member_terms;

  DELETE FROM member_terms t USING examples e WHERE t.organization_id = e.id;
  DELETE FROM members m USING examples e WHERE m.organization_id = e.id;
  DELETE FROM users u USING examples e WHERE u.id = e.id;
  DELETE FROM organizations o USING examples e WHERE o.id = e.id;
  DROP TABLE examples;
  ALTER TABLE members SET (autovacuum_analyze_threshold = 4000, autovacuum_vacuum_threshold = 4000);
  ALTER TABLE member_terms SET (autovacuum_analyze_threshold = 4000, autovacuum_vacuum_threshold = 4000);
`;
