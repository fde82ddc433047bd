import type { AttributePath } from '../filter/filter.js';
import type { ResourceType } from '../schema/attribute.js';
import type { NoteLeniency } from './leniency.js';

/**
 * Whether a path is the `password`, which no schema of ours has: Okta sends one with every create, a placeholder when
 * password sync is off. It is neither kept nor looked at.
 * https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20
 */
export function isPassword({ schema, name, sub }: AttributePath, type: ResourceType, note: NoteLeniency): boolean {
  const isCore = schema === undefined || schema.toLowerCase() === type.schema.id.toLowerCase();
  if (!isCore || sub !== undefined || name.toLowerCase() !== 'password') return false;
  note('password-ignored');
  return true;
}
