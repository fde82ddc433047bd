import { type Column, type Columns, userGroupsRelation } from '@ruleforge/scim';
import { TERM_LENGTH } from '../members/member-terms.js';
import { findUserNameKey } from '../members/user-name-key.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';
import { userSql } from './user-row.js';

const extension = RULEFORGE_USER_SCHEMA.id.toLowerCase();

/** Where `members m` keeps what filters of Users ask for; $1 is the organization, $2 the caller's connection. */
export const USER_FILTER_COLUMNS: Columns = {
  document: 'm.search',
  columns: new Map<string, Column>([
    ['id', { sql: 'm.id', type: 'uuid', isNeverNull: true }],
    ['externalid', { sql: '(CASE WHEN m.connection_id = $2 THEN m.external_id END)', type: 'text' }],
    ['username', { sql: 'm.user_name_key', type: 'text', isNeverNull: true, fold: findUserNameKey }],
    ['active', { sql: 'm.active', type: 'boolean', isNeverNull: true }],
    ['meta.resourcetype', { sql: `('User'::text)`, type: 'text' }],
    ['meta.created', { sql: 'm.created_at', type: 'timestamp', isNeverNull: true }],
    ['meta.lastmodified', { sql: 'm.modified_at', type: 'timestamp', isNeverNull: true }],
    ['meta.version', { sql: `('W/"' || m.revision || '"')`, type: 'text' }],
    [`${extension}.role`, { sql: 'm.role', type: 'text' }],
    [`${extension}.managedby`, { sql: 'm.connection_id', type: 'text' }],
    [`${extension}.lastsigninat`, { sql: 'm.last_sign_in_at', type: 'timestamp' }],
  ]),
  relations: new Map([['groups', userGroupsRelation(userSql('$2'))]]),
  lookups: new Map([
    ['externalid', (value: string) => `(m.connection_id = $2 AND m.external_id = ${value})`],
    ['emails.value', hasTerm],
    ['displayname', hasTerm],
  ]),
};

function hasTerm(value: string): string {
  const term = `left(${value}::text, ${TERM_LENGTH})`;
  return `m.id IN (SELECT t.member_id FROM member_terms t WHERE t.organization_id = $1 AND t.term = ${term})`;
}
