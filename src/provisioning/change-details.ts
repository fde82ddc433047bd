import { changedAttributes, type ScimComplex } from '@ruleforge/scim';
import type { DirectoryProfile, OpaqueJson } from '../members/member.js';

const TOLD_WITH_VALUES = ['name', 'email', 'userName'] as const;

/**
 * What the audit log says of a changed User: the names of its attributes, and of those that say who it is, the values
 * too. Nothing when only its status changed, which has an entry of its own.
 */
export function changeDetails(
  before: { readonly attributes: ScimComplex; readonly profile: DirectoryProfile },
  after: { readonly attributes: ScimComplex; readonly profile: DirectoryProfile },
): OpaqueJson | undefined {
  const changed = changedAttributes(before.attributes, after.attributes).filter((name) => name !== 'active');
  if (changed.length === 0) return undefined;
  const told = TOLD_WITH_VALUES.filter((key) => before.profile[key] !== after.profile[key]);
  return {
    changed,
    ...Object.fromEntries(told.map((key) => [key, { from: before.profile[key], to: after.profile[key] }])),
  };
}
