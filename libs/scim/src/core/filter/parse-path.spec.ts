import { type PatchPath, parsePath } from './parse-path.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const REFUSAL = expect.objectContaining({ status: 400, scimType: 'invalidPath' }) as Error;
const isWork = { kind: 'compare', path: { name: 'type' }, operator: 'eq', value: 'work' } as const;

it.each<[string, PatchPath]>([
  ['members', { path: { name: 'members' } }],
  ['name.familyName', { path: { name: 'name', sub: 'familyName' } }],
  ['emails[type eq "work"]', { path: { name: 'emails' }, where: isWork }],
  ['emails[type eq "work"].value', { path: { name: 'emails' }, where: isWork, sub: 'value' }],
  ['addresses[type EQ "work"].$ref', { path: { name: 'addresses' }, where: isWork, sub: '$ref' }],
  [`${ENTERPRISE}:manager.value`, { path: { schema: ENTERPRISE, name: 'manager', sub: 'value' } }],
  [
    `${ENTERPRISE}:roles[type eq "work"].value`,
    { path: { schema: ENTERPRISE, name: 'roles' }, where: isWork, sub: 'value' },
  ],
  [ENTERPRISE, { path: { schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0', name: 'User' } }],
])('reads %s', (text, path) => expect(parsePath(text)).toEqual(path));

it.each([
  '',
  ' ',
  'emails[',
  'emails[]',
  'emails[type eq "work"',
  'emails[type eq "work"].',
  'emails[type eq "work"].a.b',
  'emails[type eq "work"][type eq "home"]',
  'emails[type eq "work"] eq "x"',
  'emails[type[a pr]]',
  'emails.value.more',
  'emails value',
  'title pr',
  '__proto__',
  '[type eq "work"]',
  '"emails"',
  "emails[type eq 'work']",
  `emails[${'('.repeat(10_000)}`,
])('refuses %j as invalidPath', (text) => expect(() => parsePath(text)).toThrow(REFUSAL));
