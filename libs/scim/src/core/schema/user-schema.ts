import type { Schema } from './attribute.js';
import { complex, complexList, defineAttribute, text, valueList } from './define-attribute.js';

const READ_ONLY = { mutability: 'readOnly' } as const;

/**
 * The core User (RFC 7643 §4.1, §8.7.1), without `password`: a directory's people have none here, so that it is neither
 * advertised nor kept.
 */
export const USER_SCHEMA: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'User Account',
  attributes: [
    text('userName', 'Unique identifier for the User, compared without regard to case. Required and non-empty.', {
      required: true,
      uniqueness: 'server',
    }),
    complex('name', "The components of the User's name.", [
      text('formatted', 'The full name, including all middle names, titles and suffixes, formatted for display.'),
      text('familyName', 'The family name, or last name in most Western languages.'),
      text('givenName', 'The given name, or first name in most Western languages.'),
      text('middleName', 'The middle name(s).'),
      text('honorificPrefix', "The honorific prefix(es), or title in most Western languages, e.g. 'Ms.'."),
      text('honorificSuffix', "The honorific suffix(es), or suffix in most Western languages, e.g. 'III'."),
    ]),
    text('displayName', 'The name of the User, suitable for display: the full name, if known.'),
    text('nickName', "The casual way to address the User, e.g. 'Bob' instead of 'Robert'. No user name."),
    defineAttribute('profileUrl', 'reference', "The location of the User's online profile.", {
      referenceTypes: ['external'],
    }),
    text('title', "The User's title, such as 'Vice President'."),
    text('userType', "The relationship between the organization and the User, e.g. 'Contractor' or 'Employee'."),
    text('preferredLanguage', "The User's preferred written or spoken language, in the form of Accept-Language."),
    text('locale', "The User's default location for localizing currency, dates and numbers, e.g. 'en-US'."),
    text('timezone', "The User's time zone in the IANA time zone database format, e.g. 'America/Los_Angeles'."),
    defineAttribute('active', 'boolean', "The User's administrative status: whether the person may use the service."),
    valueList('emails', 'E-mail addresses of the User.', text('value', 'An e-mail address.'), [
      'work',
      'home',
      'other',
    ]),
    valueList('phoneNumbers', 'Phone numbers of the User.', text('value', 'A phone number.'), [
      'work',
      'home',
      'mobile',
      'fax',
      'pager',
      'other',
    ]),
    valueList('ims', 'Instant messaging addresses of the User.', text('value', 'An instant messaging address.'), [
      'aim',
      'gtalk',
      'icq',
      'xmpp',
      'msn',
      'skype',
      'qq',
      'yahoo',
    ]),
    valueList(
      'photos',
      'URLs of photos of the User.',
      defineAttribute('value', 'reference', 'The URL of a photo.', { referenceTypes: ['external'] }),
      ['photo', 'thumbnail'],
    ),
    complexList('addresses', 'Physical mailing addresses of the User.', [
      text('formatted', 'The full address, formatted for display or a mailing label. May contain newlines.'),
      text('streetAddress', 'The street address: house number, street name, P.O. box. May contain newlines.'),
      text('locality', 'The city or locality.'),
      text('region', 'The state or region.'),
      text('postalCode', 'The zip code or postal code.'),
      text('country', 'The country, as an ISO 3166-1 alpha-2 code.'),
      text('type', "A label indicating the address's function.", { canonicalValues: ['work', 'home', 'other'] }),
      defineAttribute('primary', 'boolean', 'Whether this is the preferred address. At most one address is primary.'),
    ]),
    complexList(
      'groups',
      'The groups that the User belongs to. Changed through the Groups alone.',
      [
        text('value', "The identifier of the User's group.", READ_ONLY),
        defineAttribute('$ref', 'reference', 'The URI of the group.', { ...READ_ONLY, referenceTypes: ['Group'] }),
        text('display', 'The name of the group.', READ_ONLY),
        text('type', 'Whether the membership is direct.', { ...READ_ONLY, canonicalValues: ['direct', 'indirect'] }),
      ],
      READ_ONLY,
    ),
    valueList('entitlements', 'The things that the User has.', text('value', 'An entitlement.')),
    valueList('roles', "Who the User is, e.g. 'Student' or 'Faculty'.", text('value', 'A role.')),
    valueList(
      'x509Certificates',
      'Certificates issued to the User.',
      defineAttribute('value', 'binary', 'One DER-encoded X.509 certificate, in base64.'),
    ),
  ],
};
