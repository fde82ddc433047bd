import type { Schema } from './attribute.js';
import { complex, defineAttribute, text } from './define-attribute.js';

/** The Enterprise User extension (RFC 7643 §4.3, §8.7.1). */
export const ENTERPRISE_USER_SCHEMA: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    text('employeeNumber', 'An identifier assigned to the person, typically by order of hire.'),
    text('costCenter', 'The name of a cost center.'),
    text('organization', 'The name of an organization.'),
    text('division', 'The name of a division.'),
    text('department', 'The name of a department.'),
    complex('manager', "The User's manager.", [
      text('value', "The id of the manager's User."),
      defineAttribute('$ref', 'reference', "The URI of the manager's User.", { referenceTypes: ['User'] }),
      text('displayName', "The displayName of the manager's User.", { mutability: 'readOnly' }),
    ]),
  ],
};
