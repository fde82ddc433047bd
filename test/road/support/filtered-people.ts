import { aUser, ENTERPRISE } from './documents.js';
import type { Organization } from './organization.js';

export const CERTIFICATE = 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcN';

const PEOPLE = [
  aUser('ada', {
    externalId: 'HR-1',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    title: 'Analyst',
    userType: 'Employee',
    profileUrl: 'https://acme.test/Ada',
    emails: [{ value: 'ada@example.com', type: 'work', primary: true }],
    ims: [{ value: 'ada@foo.com', type: 'xmpp' }],
    x509Certificates: [{ value: CERTIFICATE }],
    [ENTERPRISE]: { department: 'Engines', manager: { value: 'm-1' } },
  }),
  aUser('bob', {
    externalId: 'hr-1',
    name: { givenName: 'Bob', familyName: "O'Malley" },
    userType: 'Intern',
    active: false,
    emails: [{ value: 'bob@example.org', type: 'home' }],
    [ENTERPRISE]: { department: 'Sales' },
  }),
  aUser('cleo', {
    name: { givenName: 'Cleo', familyName: '100%_\\ "quoted"' },
    title: 'boss',
    userType: 'Employee',
    emails: [
      { value: 'cleo@other.test', type: 'work', primary: true },
      { value: 'cleo@example.com', type: 'home' },
    ],
  }),
  aUser('dora', { name: undefined, emails: undefined }),
];

/** Four people, in this order, who differ in every type of attribute; each is called by the first part of the userName. */
export async function hireFour(organization: Organization): Promise<void> {
  for (const person of PEOPLE) await organization.scim.post('/Users', person);
}

/** Whom a list holds, by those names. */
export const namesIn = (users: readonly { readonly userName: string }[]) =>
  users.map(({ userName }) => userName.replace(/@.*/, ''));
