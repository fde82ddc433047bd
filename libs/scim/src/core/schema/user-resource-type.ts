import type { ResourceType, Schema } from './attribute.js';
import { USER_SCHEMA } from './user-schema.js';

/** The Users endpoint with the given extensions, none of which a User must have (RFC 7643 §6, §8.6). */
export const userResourceType = (extensions: readonly Schema[]): ResourceType => ({
  name: 'User',
  endpoint: '/Users',
  description: 'User Account',
  schema: USER_SCHEMA,
  extensions: extensions.map((schema) => ({ schema, required: false })),
});
