import { decodableUrl } from './decodable-url.js';

it.each([
  ['/scim/v2/Users/1', '/scim/v2/Users/1'],
  ['/scim/v2/Users/%61?filter=%', '/scim/v2/Users/%61?filter=%'],
  ['/scim/v2/Users/%ff', '/scim/v2/Users/%25ff'],
  ['/scim/v2/Users/%?filter=%20', '/scim/v2/Users/%25?filter=%20'],
  ['/scim/v2/Users//', '/scim/v2/Users/%2F'],
  ['/scim/v2//Users///?filter=//', '/scim/v2//Users//%2F?filter=//'],
  ['/scim/v2/Users?filter=//', '/scim/v2/Users?filter=//'],
  ['/scim/v2/%55sers/%ed%a0%80', '/scim/v2/%2555sers/%25ed%25a0%2580'],
])('makes of %s what can be decoded: %s', (url, decodable) => {
  expect(decodableUrl(url)).toBe(decodable);
  expect(() => decodeURIComponent(decodable.split('?')[0]!)).not.toThrow();
});
