import type { Attribute } from './attribute.js';
import { complex, defineAttribute, text } from './define-attribute.js';

const READ_ONLY = { mutability: 'readOnly' } as const;
const EXACT = { caseExact: true } as const;

/**
 * What every resource has beside the attributes of its schemas (RFC 7643 §3, §3.1). `schemas` is read-only because it
 * follows from the attributes that a resource has.
 */
export const COMMON_ATTRIBUTES: readonly Attribute[] = [
  defineAttribute('schemas', 'reference', 'The URNs of the schemas that the resource has attributes of.', {
    ...READ_ONLY,
    multiValued: true,
    caseExact: false,
    returned: 'always',
    referenceTypes: ['uri'],
  }),
  text('id', 'The identifier of the resource, given by the service.', {
    ...READ_ONLY,
    ...EXACT,
    returned: 'always',
    uniqueness: 'global',
  }),
  text('externalId', 'The identifier of the resource at the client.', EXACT),
  complex(
    'meta',
    'About the resource, kept by the service.',
    [
      text('resourceType', "The name of the resource's type.", { ...READ_ONLY, ...EXACT }),
      defineAttribute('created', 'dateTime', 'When the resource was created.', READ_ONLY),
      defineAttribute('lastModified', 'dateTime', 'When the resource was last changed.', READ_ONLY),
      defineAttribute('location', 'reference', 'The URI of the resource.', { ...READ_ONLY, referenceTypes: ['uri'] }),
      text('version', "The resource's version, as in its ETag.", { ...READ_ONLY, ...EXACT }),
    ],
    READ_ONLY,
  ),
];
