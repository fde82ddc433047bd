import type { NoteLeniency } from './leniency.js';

/**
 * OneLogin's body template may give `emails` as one object where the schema has a list.
 * https://github.com/15five/django-scim2/blob/master/src/django_scim/adapters.py
 */
export function toMany(value: unknown, note: NoteLeniency): readonly unknown[] {
  if (Array.isArray(value)) return value;
  note('object-for-array');
  return [value];
}

/**
 * Entra ID wraps a single value in an array: `"path": "manager", "value": [{"value": "271"}]`.
 * https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups (update manager)
 */
export function toOne(value: unknown, note: NoteLeniency): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value;
  note('array-for-object');
  return value[0];
}
