import { foldText } from '../core/filter/fold-text.js';
import { GROUP_SCHEMA } from '../core/schema/group-schema.js';
import { type Column, type Columns, NO_DOCUMENT } from '../sql/columns.js';
import { GROUP_MEMBERS } from './member-rows.js';

/** Where `scim_groups g` and its members keep what filters of Groups ask for. */
export const GROUP_FILTER_COLUMNS: Columns = {
  document: NO_DOCUMENT,
  columns: new Map<string, Column>([
    ['id', { sql: 'g.id', type: 'uuid', isNeverNull: true }],
    ['externalid', { sql: 'g.external_id', type: 'text' }],
    ['displayname', { sql: 'g.display_name_key', type: 'text', isNeverNull: true }],
    ['meta.resourcetype', { sql: `('Group'::text)`, type: 'text' }],
    ['meta.created', { sql: 'g.created_at', type: 'timestamp', isNeverNull: true }],
    ['meta.lastmodified', { sql: 'g.modified_at', type: 'timestamp', isNeverNull: true }],
    ['meta.version', { sql: `('W/"' || g.revision || '"')`, type: 'text' }],
  ]),
  lists: new Map([['schemas', `'["${foldText(GROUP_SCHEMA.id)}"]'::jsonb`]]),
  relations: new Map([['members', GROUP_MEMBERS]]),
};
