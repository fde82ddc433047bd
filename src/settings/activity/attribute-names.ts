import type { ActivityRecord } from '@ruleforge/scim';
import { RULEFORGE_USER_SCHEMA } from '../../provisioning/ruleforge-user-schema.js';

/**
 * Names of changed attributes as people read them: without the URN of an extension, without what RuleForge itself sets,
 * and without the status where the operation says it.
 */
export const attributeNames = ({ changed, kind }: ActivityRecord): readonly string[] =>
  changed
    .filter((name) => !name.startsWith(RULEFORGE_USER_SCHEMA.id))
    .filter((name) => name !== 'active' || !TELLING.has(kind))
    .map((name) => name.slice(name.lastIndexOf(':') + 1));

const TELLING: ReadonlySet<string> = new Set(['deactivate', 'reactivate', 'delete', 'create']);
