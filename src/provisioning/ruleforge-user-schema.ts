import { type Attribute, defineAttribute, type Schema } from '@ruleforge/scim';

/** What RuleForge knows of a member beside the directory's attributes; read-only for the directory. */
export const RULEFORGE_USER_SCHEMA: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User',
  name: 'RuleForge User',
  description: 'What a member of a RuleForge organization may do, and who manages the member.',
  attributes: [
    readOnly('role', 'string', 'The role in the organization.', {
      canonicalValues: ['administrator', 'security_content_lead', 'reviewer', 'engineer', 'read_only'],
      caseExact: true,
    }),
    readOnly('projectRoles', 'complex', 'The roles in single projects, beside the role in the organization.', {
      multiValued: true,
      subAttributes: [
        readOnly('project', 'string', 'The identifier of the project.', { caseExact: true }),
        readOnly('role', 'string', 'The role in that project.', { caseExact: true }),
      ],
    }),
    readOnly('managedBy', 'string', 'The connection that manages the member; absent when managed by hand.', {
      caseExact: true,
    }),
    readOnly('lastSignInAt', 'dateTime', 'When the member last signed in.'),
  ],
};

function readOnly(
  name: string,
  type: Attribute['type'],
  description: string,
  given: Partial<Attribute> = {},
): Attribute {
  return defineAttribute(name, type, description, { mutability: 'readOnly', ...given });
}
