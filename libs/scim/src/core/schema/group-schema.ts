import type { Schema } from './attribute.js';
import { complexList, defineAttribute, text } from './define-attribute.js';

const IMMUTABLE = { mutability: 'immutable' } as const;

/** The core Group (RFC 7643 §4.2, §8.7.1). */
export const GROUP_SCHEMA: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'Group',
  attributes: [
    text('displayName', 'A human-readable name for the Group, unique without regard to case.', {
      required: true,
      uniqueness: 'server',
    }),
    complexList('members', 'The members of the Group: Users, for groups within groups are not supported.', [
      text('value', 'The identifier of the User.', IMMUTABLE),
      defineAttribute('$ref', 'reference', 'The URI of the User.', { ...IMMUTABLE, referenceTypes: ['User'] }),
      text('type', 'The resource type of the member.', { ...IMMUTABLE, canonicalValues: ['User'] }),
      text('display', 'The name of the User.', { mutability: 'readOnly' }),
    ]),
  ],
};
