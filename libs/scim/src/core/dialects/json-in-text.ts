import { parseJson } from '../json/parse-json.js';
import type { NoteLeniency } from './leniency.js';

const ASSIGNMENTS: ReadonlySet<string> = new Set(['roles', 'entitlements']);

/**
 * Entra ID's AppRoleAssignments put an object into the text of a role's `value`:
 * `"value": "{\"id\":\"827f…\",\"value\":\"Admin\",\"displayName\":\"DocumentMgmt Admin\"}"`.
 * https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/516
 * https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes
 */
export function fromJsonInText(attributeName: string, element: unknown, note: NoteLeniency): unknown {
  if (!ASSIGNMENTS.has(attributeName) || !isObject(element)) return element;
  const text = element['value'];
  if (typeof text !== 'string' || !text.startsWith('{')) return element;
  const assignment = parseQuietly(text);
  if (!isObject(assignment) || typeof assignment['value'] !== 'string') return element;
  note('json-in-text');
  return { display: assignment['displayName'], ...element, value: assignment['value'] };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseQuietly(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
