import type { EntityManager } from 'typeorm';
import type { Caller } from '../ports/scope.js';
import { type PreparedStatement, runStatement } from '../sql/prepared.js';
import { isUuid } from '../sql/uuid.js';
import type { Group } from './group.js';
import { GROUP_COLUMNS, type GroupRow, toGroup } from './group-row.js';

/**
 * $1 JSON: place, organization, connection and id of each group that is asked for. The sub-select is fenced, so that each
 * is looked up by its index, whatever the planner may think of their number.
 */
export const LOOK_UP_GROUPS: PreparedStatement = {
  name: 'scim-group-look-up',
  text: `
    SELECT asked.place, found.*
    FROM json_to_recordset($1::json) AS asked (place int, organization uuid, connection text, id uuid)
    CROSS JOIN LATERAL (
      SELECT ${GROUP_COLUMNS} FROM scim_groups g
      WHERE g.organization_id = asked.organization AND g.connection_id = asked.connection AND g.id = asked.id
      OFFSET 0
    ) AS found`,
};

/** A group that somebody asks for; any text may come as its id. */
export interface GroupQuestion {
  readonly caller: Pick<Caller, 'organizationId' | 'connectionId'>;
  readonly id: string;
}

type PlacedRow = GroupRow & { readonly place: number };

/** Each group without its members, in the place of the question; all by one statement. */
export async function lookUpGroups(
  tx: EntityManager,
  questions: readonly GroupQuestion[],
): Promise<readonly (Group | undefined)[]> {
  const answers = new Array<Group | undefined>(questions.length).fill(undefined);
  const asked = questions.flatMap(({ caller: { organizationId, connectionId }, id }, place) =>
    isUuid(id) ? [{ place, organization: organizationId, connection: connectionId, id }] : [],
  );
  if (asked.length === 0) return answers;
  for (const row of await runStatement<PlacedRow>(tx, LOOK_UP_GROUPS, [JSON.stringify(asked)])) {
    answers[row.place] = toGroup(row);
  }
  return answers;
}
