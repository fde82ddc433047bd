import { ENTERPRISE, PATCH_OP, USER } from './documents.js';

/** The bodies of RFC 7644 and RFC 7643 that concern Users, as they are printed there, a missing brace of the RFC's mended. */

/** RFC 7644 §3.3 and §3.14 */
export const POST_BJENSEN = {
  schemas: [USER],
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
};

/** RFC 7644 §3.5.1 */
export const PUT_BJENSEN = {
  schemas: [USER],
  id: '2819c223-7f76-453a-919d-413861904646',
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara', middleName: 'Jane' },
  roles: [],
  emails: [{ value: 'bjensen@example.com' }, { value: 'babs@jensen.org' }],
};

/** RFC 7644 §3.5.2.1 */
export const ADD_WITHOUT_PATH = {
  schemas: [PATCH_OP],
  Operations: [{ op: 'add', value: { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' } }],
};

/** RFC 7644 §3.5.2.2 */
export const REMOVE_WORK_ADDRESS = {
  schemas: [PATCH_OP],
  Operations: [{ op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' }],
};

const workAddress = {
  type: 'work',
  streetAddress: '911 Universal City Plaza',
  locality: 'Hollywood',
  region: 'CA',
  postalCode: '91608',
  country: 'US',
  formatted: '911 Universal City Plaza\nHollywood, CA 91608 US',
  primary: true,
};

/** RFC 7644 §3.5.2.3 */
export const REPLACE_WORK_ADDRESS = {
  schemas: [PATCH_OP],
  Operations: [{ op: 'replace', path: 'addresses[type eq "work"]', value: workAddress }],
};

/** RFC 7644 §3.5.2.3 */
export const REPLACE_STREET = {
  schemas: [PATCH_OP],
  Operations: [{ op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' }],
};

const bothEmails = [
  { value: 'bjensen@example.com', type: 'work', primary: true },
  { value: 'babs@jensen.org', type: 'home' },
];

/** RFC 7644 §3.5.2.3 */
export const REPLACE_WITHOUT_PATH = {
  schemas: [PATCH_OP],
  Operations: [{ op: 'replace', value: { emails: bothEmails, nickname: 'Babs' } }],
};

const HOLLYWOOD = { locality: 'Hollywood', region: 'CA', postalCode: '91608', country: 'USA' };

/** RFC 7643 §8.2, but for what only the service writes; of the certificate, the beginning. */
export const FULL_USER = {
  schemas: [USER],
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: {
    formatted: 'Ms. Barbara J Jensen, III',
    familyName: 'Jensen',
    givenName: 'Barbara',
    middleName: 'Jane',
    honorificPrefix: 'Ms.',
    honorificSuffix: 'III',
  },
  displayName: 'Babs Jensen',
  nickName: 'Babs',
  profileUrl: 'https://login.example.com/bjensen',
  emails: bothEmails,
  addresses: [
    {
      type: 'work',
      streetAddress: '100 Universal City Plaza',
      ...HOLLYWOOD,
      formatted: '100 Universal City Plaza\nHollywood, CA 91608 USA',
      primary: true,
    },
    {
      type: 'home',
      streetAddress: '456 Hollywood Blvd',
      ...HOLLYWOOD,
      formatted: '456 Hollywood Blvd\nHollywood, CA 91608 USA',
    },
  ],
  phoneNumbers: [
    { value: '555-555-5555', type: 'work' },
    { value: '555-555-4444', type: 'mobile' },
  ],
  ims: [{ value: 'someaimhandle', type: 'aim' }],
  photos: [
    { value: 'https://photos.example.com/profilephoto/72930000000Ccne/F', type: 'photo' },
    { value: 'https://photos.example.com/profilephoto/72930000000Ccne/T', type: 'thumbnail' },
  ],
  userType: 'Employee',
  title: 'Tour Guide',
  preferredLanguage: 'en-US',
  locale: 'en-US',
  timezone: 'America/Los_Angeles',
  active: true,
  x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx' }],
};

/** RFC 7643 §8.2: what a client may send and must not get back. */
export const UNWRITTEN = {
  password: 't1meMa$heen',
  groups: [
    {
      value: 'e9e30dba-f08f-4109-8486-d5c6a331660a',
      $ref: 'https://example.com/v2/Groups/e9e30dba-f08f-4109-8486-d5c6a331660a',
      display: 'Tour Guides',
    },
  ],
};

/** RFC 7643 §8.3 */
export const ENTERPRISE_USER = {
  ...FULL_USER,
  schemas: [USER, ENTERPRISE],
  [ENTERPRISE]: {
    employeeNumber: '701984',
    costCenter: '4130',
    organization: 'Universal Studios',
    division: 'Theme Park',
    department: 'Tour Operations',
    manager: {
      value: '26118915-6090-4610-87e4-49d8ca9f808d',
      $ref: '../Users/26118915-6090-4610-87e4-49d8ca9f808d',
    },
  },
};
