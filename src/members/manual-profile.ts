import { foldText } from '../users/canonical-text.js';
import type { OpaqueJson } from './member.js';
import { termsOf } from './member-terms.js';
import { userNameKey } from './user-name-key.js';

/** The profile of a member that no directory made, in the form in which directories keep theirs: they may adopt it. */
export function toManualProfile(
  name: string,
  email: string,
): { profile: OpaqueJson; search: OpaqueJson; terms: string[] } {
  const [foldedName, foldedEmail] = [foldText(name), foldText(email)];
  return {
    profile: { displayName: name, emails: [{ value: email, type: 'work', primary: true }] },
    search: {
      displayName: foldedName,
      emails: [{ value: foldedEmail, type: 'work', primary: true }],
      schemas: SCHEMAS,
    },
    terms: termsOf(name, [foldedName, foldedEmail, userNameKey(email)]),
  };
}

const SCHEMAS = [
  'urn:ietf:params:scim:schemas:core:2.0:user',
  'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:user',
];
