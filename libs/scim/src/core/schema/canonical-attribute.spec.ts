import { canonicalAttribute } from './canonical-attribute.js';
import { USER_SCHEMA } from './user-schema.js';

it.each([
  ['userName', 'userName'],
  ['USERNAME', 'userName'],
  ['x509certificates', 'x509Certificates'],
])('%s is %s', (name, canonical) => expect(canonicalAttribute(USER_SCHEMA.attributes, name)?.name).toBe(canonical));

it.each(['', 'user name', 'shoeSize', ...Object.getOwnPropertyNames(Object.prototype)])('%j is no attribute', (name) =>
  expect(canonicalAttribute(USER_SCHEMA.attributes, name)).toBeUndefined(),
);
