import type { Statement } from '../database/statement.js';
import { ADD_COUNTS, seatsAreFree, SHARD } from './counts.sql.js';

/**
 * Of `members m`: an active Administrator who signs in by password, whom nobody but people manages. Who is in a group of a
 * directory cannot become somebody whom directories do not see.
 */
const CAN_STAND_OUTSIDE = `
  m.active AND m.role = 'administrator' AND m.removed_at IS NULL AND m.connection_id IS NULL AND m.opens_by_password
  AND EXISTS (SELECT FROM users u WHERE u.id = m.user_id AND u.password_digest IS NOT NULL)
  AND NOT EXISTS (
    SELECT FROM scim_group_members g WHERE g.organization_id = m.organization_id AND g.user_id = m.id
  )`;

/** $1 organization, $2 rows. Those who stand outside already come first. */
export const LIST_RECOVERY_CANDIDATES: Statement = {
  name: 'member-list-recovery-candidates',
  text: `
    SELECT m.id, m.name, m.email, m.recovery FROM members m
    WHERE m.organization_id = $1 AND m.role = 'administrator' AND m.removed_at IS NULL
      AND (m.recovery OR ${CAN_STAND_OUTSIDE})
    ORDER BY m.recovery DESC, m.name_key, m.id LIMIT $2`,
};

/** Puts a locked member outside of every directory, which frees the seat: for directories the member does not exist. */
export const NAME_RECOVERY_ADMINISTRATOR: Statement = {
  name: 'member-name-recovery-administrator',
  text: `
    WITH target AS (
      SELECT m.id FROM members m WHERE m.organization_id = $1 AND m.id = $2 AND NOT m.recovery AND ${CAN_STAND_OUTSIDE}
    ), counted AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, -1, -1 FROM target, organizations o WHERE o.id = $1
      ${ADD_COUNTS}
    )
    UPDATE members m SET recovery = TRUE, manual_role = 'administrator', revision = m.revision + 1, modified_at = now()
    FROM target t WHERE m.organization_id = $1 AND m.id = t.id
    RETURNING m.id`,
};

/** $1 organization. Locked in one order, so that two who relieve each other take turns. */
export const LOCK_RECOVERY_ADMINISTRATORS: Statement = {
  name: 'member-lock-recovery-administrators',
  text: `
    SELECT m.id, m.name FROM members m
    WHERE m.organization_id = $1 AND m.recovery AND m.active AND m.role = 'administrator' AND m.removed_at IS NULL
    ORDER BY m.id FOR NO KEY UPDATE`,
};

/** Makes a locked recovery administrator a member like others, who takes a seat; nothing, when none is free. */
export const RELIEVE_RECOVERY_ADMINISTRATOR: Statement = {
  name: 'member-relieve-recovery-administrator',
  text: `
    WITH seat AS (
      INSERT INTO member_counts AS c (organization_id, shard, listed, seated)
      SELECT o.id, ${SHARD}, 1, 1 FROM organizations o WHERE o.id = $1
      ${ADD_COUNTS} WHERE ${seatsAreFree('$1')}
      RETURNING organization_id
    )
    UPDATE members m SET recovery = FALSE, revision = m.revision + 1, modified_at = now()
    FROM seat WHERE m.organization_id = $1 AND m.id = $2
    RETURNING m.id`,
};

/** What a member is to the choice of recovery administrators. $1 organization, $2 member. */
export const FIND_STANDING: Statement = {
  name: 'member-find-standing',
  text: `
    SELECT NOT m.recovery AND ${CAN_STAND_OUTSIDE} AS "canBeNamed",
      m.recovery AND EXISTS (
        SELECT FROM members other WHERE other.organization_id = $1 AND other.id <> m.id AND other.recovery
          AND other.active AND other.role = 'administrator' AND other.removed_at IS NULL
      ) AS "canBeRelieved"
    FROM members m WHERE m.organization_id = $1 AND m.id = $2`,
};

/** $1 organization. */
export const FIND_RECOVERY_ADMINISTRATOR: Statement = {
  name: 'member-find-recovery-administrator',
  text: `
    SELECT FROM members m
    WHERE m.organization_id = $1 AND m.recovery AND m.active AND m.role = 'administrator' AND m.removed_at IS NULL
    LIMIT 1`,
};
