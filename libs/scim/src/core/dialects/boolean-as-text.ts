import type { NoteLeniency } from './leniency.js';

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * Entra ID sends `"value": "False"` to deactivate and `"primary": "True"` in roles; Keycloak (mitodl) sends `"true"`.
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility
 * https://github.com/thomaspoignant/scim-patch/issues/872 · https://github.com/scimmyjs/scimmy/issues/86
 */
export function fromBooleanText(value: unknown, note: NoteLeniency): unknown {
  if (typeof value !== 'string') return value;
  const read = BOOLEANS.get(value.toLowerCase());
  if (read !== undefined) note('boolean-as-text');
  return read ?? value;
}
