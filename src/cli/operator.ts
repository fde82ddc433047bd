import { userInfo } from 'node:os';
import type { AuditActor } from '@ruleforge/scim';

/** Whom the audit log names: the account at the shell. */
export function operator(): AuditActor {
  const { username } = userInfo();
  return { kind: 'operator', id: username, name: username };
}
