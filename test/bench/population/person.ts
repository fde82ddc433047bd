/** What all texts about a person have in common, and no other text has: no `q` is in an id or a date. */
export const markOf = (person: number): string => `q${String(person).padStart(7, '0')}`;

export const userNameOf = (person: number): string => `${markOf(person)}@bench.test`;

/** A User as directories commonly send one. */
export const userOf = (person: number) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  userName: userNameOf(person),
  externalId: `00u-${markOf(person)}`,
  name: { givenName: 'Ada', familyName: markOf(person), formatted: `Ada ${markOf(person)}` },
  displayName: `Ada ${markOf(person)}`,
  title: 'Detection Engineer',
  active: true,
  emails: [{ value: userNameOf(person), type: 'work', primary: true }],
  phoneNumbers: [{ value: '+49 30 901820', type: 'work' }],
  locale: 'en-GB',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    employeeNumber: markOf(person),
    department: 'Security Operations',
    costCenter: '4711',
  },
});
